import { Transaction } from 'bitcoinjs-lib';
import { concat, equalBytes, reversed, toHex } from '../crypto/bytes.ts';
import { hash256 } from '../crypto/hash.ts';
import { JmError } from '../errors.ts';
import { isMoney } from './amount.ts';
import { HEADER_BYTES, parseHeader, type Header } from './header.ts';
import { merkleRoot } from './merkle.ts';
import { txid, type Outpoint, type Txid } from './outpoint.ts';
import type { TransactionOutput } from './transaction.ts';

/** A block whose bytes or commitments do not hold. */
export class BlockError extends JmError<
  'block-malformed' | 'block-wrong-merkle-root' | 'block-wrong-witness'
> {}

/** A transaction as it is needed to follow coins. */
export interface BlockTransaction {
  readonly txid: Txid;
  readonly inputs: readonly Outpoint[];
  readonly outputs: readonly TransactionOutput[];
  readonly raw: Uint8Array;
}

/** A block whose transactions are exactly those that its header commits to. */
export interface VerifiedBlock {
  readonly header: Header;
  readonly transactions: readonly BlockTransaction[];
}

const WITNESS_COMMITMENT = Uint8Array.of(0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed);

/**
 * Reads a block and checks its merkle root and, where there are witnesses, the witness commitment (BIP141).
 * @throws BlockError, MerkleError
 */
export function parseBlock(raw: Uint8Array): VerifiedBlock {
  const header = parseHeader(raw.subarray(0, HEADER_BYTES));
  const transactions = readTransactions(raw);
  const root = merkleRoot(transactions.map((transaction) => transaction.getHash(false)));
  if (toHex(reversed(root)) !== header.merkleRoot) {
    throw new BlockError(
      'block-wrong-merkle-root',
      `The transactions of block ${header.hash} are not its own`,
    );
  }
  checkWitness(transactions, header);
  return { header, transactions: transactions.map(describe) };
}

function readTransactions(raw: Uint8Array): Transaction[] {
  const [count, start] = readCount(raw, HEADER_BYTES);
  const transactions: Transaction[] = [];
  let at = start;
  try {
    for (let index = 0; index < count; index += 1) {
      const transaction = Transaction.fromBuffer(raw.subarray(at), true);
      at += transaction.byteLength();
      transactions.push(transaction);
    }
  } catch (cause) {
    throw new BlockError('block-malformed', 'A transaction of the block does not parse', { cause });
  }
  if (at !== raw.length)
    throw new BlockError('block-malformed', 'There are bytes behind the last transaction');
  return transactions;
}

function readCount(raw: Uint8Array, at: number): [count: number, next: number] {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const first = raw[at];
  if (first !== undefined && first < 0xfd) return [first, at + 1];
  if (first === 0xfd && raw.length >= at + 3) return [view.getUint16(at + 1, true), at + 3];
  throw new BlockError('block-malformed', 'Impossible number of transactions');
}

function checkWitness(transactions: readonly Transaction[], header: Header): void {
  if (!transactions.some((transaction) => transaction.hasWitnesses())) return;
  const [coinbase] = transactions;
  const outputs = coinbase?.outs ?? [];
  const commitment = outputs[witnessCommitmentIndex(outputs)]?.script;
  const [reserved, ...more] = coinbase?.ins[0]?.witness ?? [];
  if (commitment === undefined || reserved?.length !== 32 || more.length > 0) throw wrongWitness(header);
  const root = merkleRoot(
    transactions.map((transaction, index) => (index === 0 ? new Uint8Array(32) : transaction.getHash(true))),
  );
  if (!equalBytes(hash256(concat(root, reserved)), commitment.subarray(6, 38))) throw wrongWitness(header);
}

/** Where the coinbase's witness commitment stands: the last output that looks like one (BIP141), or -1. */
export function witnessCommitmentIndex(outputs: readonly { readonly script: Uint8Array }[]): number {
  return outputs.findLastIndex(
    ({ script }) => script.length >= 38 && equalBytes(script.subarray(0, 6), WITNESS_COMMITMENT),
  );
}

function wrongWitness(header: Header): BlockError {
  return new BlockError('block-wrong-witness', `The witnesses of block ${header.hash} are not its own`);
}

function describe(transaction: Transaction): BlockTransaction {
  return {
    txid: txid(transaction.getId()),
    inputs: transaction.ins.map((input) => ({ txid: txid(toHex(reversed(input.hash))), vout: input.index })),
    outputs: transaction.outs.map(({ value, script }) => {
      if (!isMoney(value)) throw new BlockError('block-malformed', 'Impossible amount');
      return { value, script };
    }),
    raw: transaction.toBuffer(),
  };
}
