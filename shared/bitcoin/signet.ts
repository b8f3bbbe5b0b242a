import { Transaction } from 'bitcoinjs-lib';
import { concat, equalBytes, fromHex, reversed } from '../crypto/bytes.ts';
import { derToCompact } from '../crypto/der.ts';
import { verifyDigest } from '../crypto/verify.ts';
import { isJmError, JmError } from '../errors.ts';
import { witnessCommitmentIndex, type VerifiedBlock } from './block.ts';
import { SIGHASH_ALL } from './input-signature.ts';
import { merkleRoot } from './merkle.ts';
import { readOperations, writeOperation } from './script-operations.ts';

/** A signet block that its signers did not sign. */
export class SignetError extends JmError<'signet-no-solution' | 'signet-bad-solution'> {}

/** The two keys of the public signet; either may sign. Its challenge is a bare 1-of-2 multisig. */
export const PUBLIC_SIGNET_KEYS: readonly Uint8Array[] = [
  fromHex('03ad5e0edad18cb1f0fc0d28a3d4f1f3e445640337489abb10404f2d1e086be430'),
  fromHex('0359ef5021964fe22d6f8e05b2463c9540ce96883fe3b278760f048f5189f2e6c4'),
];

const SIGNET_HEADER = Uint8Array.of(0xec, 0xc7, 0xda, 0xa2);
const OP_RETURN = Uint8Array.of(0x6a);
const OP_0 = 0x00;
const OP_1 = 0x51;
const OP_CHECKMULTISIG = 0xae;
/** The output number of an input that spends nothing. */
const NULL_INDEX = 0xffff_ffff;

/** `OP_1 <key>... OP_n OP_CHECKMULTISIG`: any one of the keys signs. */
export function signetChallenge(keys: readonly Uint8Array[]): Uint8Array {
  const pushes = keys.map((key) => concat(Uint8Array.of(key.length), key));
  return concat(Uint8Array.of(OP_1), ...pushes, Uint8Array.of(OP_1 - 1 + keys.length, OP_CHECKMULTISIG));
}

/**
 * Checks that one of the keys has signed a block (BIP325). The signature covers the version, the previous block, the time and all
 * transactions, but not the nonce. Taken are solutions as signers of a bare multisig make them: `OP_0 <signature>`, SIGHASH_ALL, no
 * witness.
 * @param keys 33 bytes each.
 * @throws SignetError
 */
export function checkSignetSolution(
  block: VerifiedBlock,
  keys: readonly Uint8Array[] = PUBLIC_SIGNET_KEYS,
): void {
  const { solution, coinbase } = takeSolution(block);
  const signature = readSolution(solution);
  const digest = digestToSign(block, coinbase, signetChallenge(keys));
  if (!keys.some((key) => verifyDigest(digest, key, signature))) throw bad('no key of the network made it');
}

/** What is signed for a block with this coinbase, whose solution is cleared: the legacy sighash of BIP325's `to_sign`. */
export function digestToSign(block: VerifiedBlock, coinbase: Transaction, challenge: Uint8Array): Uint8Array {
  const others = block.transactions.slice(1).map(({ txid }) => reversed(fromHex(txid)));
  const root = merkleRoot([coinbase.getHash(false), ...others]);
  const { raw } = block.header;
  // Version and previous block, the root that leaves the solution out, and the time.
  const data = concat(raw.subarray(0, 36), root, raw.subarray(68, 72));
  const toSpend = new Transaction();
  toSpend.version = 0;
  toSpend.addInput(new Uint8Array(32), NULL_INDEX, 0, concat(Uint8Array.of(OP_0, data.length), data));
  toSpend.addOutput(challenge, 0n);
  const toSign = new Transaction();
  toSign.version = 0;
  toSign.addInput(toSpend.getHash(false), 0, 0);
  toSign.addOutput(OP_RETURN, 0n);
  return toSign.hashForSignature(0, challenge, SIGHASH_ALL);
}

/** The solution in the coinbase's witness commitment, and the coinbase without it. */
function takeSolution({ header, transactions }: VerifiedBlock): {
  readonly solution: Uint8Array;
  readonly coinbase: Transaction;
} {
  const coinbase = Transaction.fromBuffer(transactions[0]?.raw ?? new Uint8Array());
  const output = coinbase.outs[witnessCommitmentIndex(coinbase.outs)];
  let solution: Uint8Array | null = null;
  const cleared: Uint8Array[] = [];
  for (const { opcode, data } of readOperations(output?.script ?? new Uint8Array())) {
    const isSolution =
      solution === null &&
      data.length > SIGNET_HEADER.length &&
      equalBytes(data.subarray(0, SIGNET_HEADER.length), SIGNET_HEADER);
    if (isSolution) solution = data.subarray(SIGNET_HEADER.length);
    cleared.push(writeOperation(isSolution ? { opcode, data: SIGNET_HEADER } : { opcode, data }));
  }
  if (output === undefined || solution === null) {
    throw new SignetError('signet-no-solution', `Block ${header.hash} holds no signet signature`);
  }
  output.script = concat(...cleared);
  return { solution, coinbase };
}

/** The signature, as 64 bytes, in a scriptSig `OP_0 <signature>` with its length before and an empty witness behind it. */
function readSolution(solution: Uint8Array): Uint8Array {
  const length = solution[0] ?? 0;
  const scriptSig = solution.subarray(1, 1 + length);
  const witness = solution.subarray(1 + length);
  if (witness.length !== 1 || witness[0] !== 0) throw bad('it has another form');
  if (scriptSig[0] !== OP_0 || scriptSig[1] !== scriptSig.length - 2) throw bad('it has another form');
  if (scriptSig.at(-1) !== SIGHASH_ALL) throw bad('it has another form');
  try {
    return derToCompact(scriptSig.subarray(2, -1));
  } catch (cause) {
    if (!isJmError(cause)) throw cause;
    throw bad(cause.message);
  }
}

function bad(reason: string): SignetError {
  return new SignetError('signet-bad-solution', `The signet signature of a block does not hold: ${reason}`);
}
