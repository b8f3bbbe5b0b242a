import test, { type ExecutionContext } from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import { parseBlock, type BlockTransaction, type VerifiedBlock } from '../../../../shared/bitcoin/block.ts';
import { parseHeader } from '../../../../shared/bitcoin/header.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import {
  checkSignetSolution,
  digestToSign,
  PUBLIC_SIGNET_KEYS,
  signetChallenge,
  SignetError,
} from '../../../../shared/bitcoin/signet.ts';
import { concat, toHex } from '../../../../shared/crypto/bytes.ts';
import { compactToDer } from '../../../../shared/crypto/der.ts';
import { publicKeyOf, signDigest } from '../../../../shared/crypto/sign.ts';
import { signetBlocks } from '../../../fixtures/signet/signet-blocks.ts';

const HEADER = Uint8Array.of(0xec, 0xc7, 0xda, 0xa2);
const COMMITMENT = concat(Uint8Array.of(0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed), new Uint8Array(32).fill(5));
const SECRETS = [1, 2, 3].map((last) =>
  Uint8Array.from({ length: 32 }, (_unused, at) => (at === 31 ? last : 7)),
);
const [FIRST = new Uint8Array(), SECOND = new Uint8Array(), STRANGER = new Uint8Array()] = SECRETS;
const KEYS = [publicKeyOf(FIRST), publicKeyOf(SECOND)];

function first(): VerifiedBlock {
  return parseBlock(signetBlocks()[0] ?? new Uint8Array());
}

/** The block with other bytes for its header or its coinbase. */
function altered(
  block: VerifiedBlock,
  change: {
    readonly header?: (raw: Uint8Array) => void;
    readonly coinbase?: (coinbase: Transaction) => void;
  },
): VerifiedBlock {
  const raw = Uint8Array.from(block.header.raw);
  change.header?.(raw);
  const coinbase = Transaction.fromBuffer(block.transactions[0]?.raw ?? new Uint8Array());
  change.coinbase?.(coinbase);
  const [head, ...rest] = block.transactions;
  if (head === undefined) throw new Error('a block has a coinbase');
  return { header: parseHeader(raw), transactions: [{ ...head, raw: coinbase.toBuffer() }, ...rest] };
}

/** The first block of the public signet with other bytes behind its witness commitment. */
function withPushes(...pushes: readonly Uint8Array[]): VerifiedBlock {
  return altered(first(), {
    coinbase: ({ outs }) => {
      const [, commitment] = outs;
      if (commitment !== undefined) commitment.script = concat(COMMITMENT, ...pushes);
    },
  });
}

function push(data: Uint8Array): Uint8Array {
  return data.length < 0x4c
    ? concat(Uint8Array.of(data.length), data)
    : concat(Uint8Array.of(0x4c, data.length), data);
}

interface Solution {
  readonly secret?: Uint8Array;
  readonly sighash?: number;
  readonly dummy?: number;
  readonly witness?: readonly number[];
  readonly der?: (der: Uint8Array) => Uint8Array;
  /** What stands before and behind the solution in the commitment, in its cleared form too. */
  readonly before?: readonly Uint8Array[];
  readonly behind?: readonly Uint8Array[];
}

/** A block of a signet with keys of our own, signed. */
function signed(solution: Solution = {}): VerifiedBlock {
  const { before = [], behind = [] } = solution;
  const cleared = withPushes(...before, push(HEADER), ...behind);
  const coinbase = Transaction.fromBuffer(cleared.transactions[0]?.raw ?? new Uint8Array());
  const digest = digestToSign(cleared, coinbase, signetChallenge(KEYS));
  const der = compactToDer(signDigest(digest, solution.secret ?? FIRST));
  const signature = concat((solution.der ?? ((same) => same))(der), Uint8Array.of(solution.sighash ?? 1));
  const scriptSig = concat(Uint8Array.of(solution.dummy ?? 0, signature.length), signature);
  const witness = Uint8Array.from(solution.witness ?? [0]);
  const bytes = concat(HEADER, Uint8Array.of(scriptSig.length), scriptSig, witness);
  return withPushes(...before, push(bytes), ...behind);
}

function refusal(t: ExecutionContext, block: VerifiedBlock, keys?: readonly Uint8Array[]): string {
  const error = t.throws(
    () => {
      checkSignetSolution(block, keys);
    },
    { instanceOf: SignetError },
  );
  return error.code;
}

test('the challenge of the public signet is the one of BIP325 as Core has it', (t) => {
  t.is(
    toHex(signetChallenge(PUBLIC_SIGNET_KEYS)),
    '512103ad5e0edad18cb1f0fc0d28a3d4f1f3e445640337489abb10404f2d1e086be430210359ef5021964fe22d6f8e05b2463c9540ce96883fe3b278760f048f5189f2e6c452ae',
  );
});

test('the first blocks of the public signet are signed, and by none of our keys', (t) => {
  for (const raw of signetBlocks()) {
    t.notThrows(() => {
      checkSignetSolution(parseBlock(raw));
    });
    t.is(refusal(t, parseBlock(raw), KEYS), 'signet-bad-solution');
  }
});

test('a signature covers version, previous block, time and transactions, but not the nonce', (t) => {
  for (const at of [0, 4, 35, 68, 71]) {
    const other = altered(first(), { header: (raw) => (raw[at] = (raw[at] ?? 0) ^ 1) });
    t.is(refusal(t, other), 'signet-bad-solution', `byte ${at}`);
  }
  for (const at of [72, 76, 79]) {
    const other = altered(first(), { header: (raw) => (raw[at] = (raw[at] ?? 0) ^ 1) });
    t.notThrows(() => {
      checkSignetSolution(other);
    }, `byte ${at}`);
  }
  const stranger: BlockTransaction = {
    txid: txid('ab'.repeat(32)),
    inputs: [],
    outputs: [],
    raw: new Uint8Array(),
  };
  t.is(refusal(t, { ...first(), transactions: [...first().transactions, stranger] }), 'signet-bad-solution');
  const richer = altered(first(), {
    coinbase: ({ outs }) => {
      if (outs[0] !== undefined) outs[0].value += 1n;
    },
  });
  t.is(refusal(t, richer), 'signet-bad-solution');
});

test('either key signs, and no other', (t) => {
  for (const secret of [FIRST, SECOND]) {
    t.notThrows(() => {
      checkSignetSolution(signed({ secret }), KEYS);
    });
  }
  t.is(refusal(t, signed({ secret: STRANGER }), KEYS), 'signet-bad-solution');
  t.is(refusal(t, signed()), 'signet-bad-solution');
});

test('a block without a solution is not signed', (t) => {
  t.is(refusal(t, withPushes(), KEYS), 'signet-no-solution');
  t.is(refusal(t, withPushes(push(HEADER)), KEYS), 'signet-no-solution');
  t.is(refusal(t, withPushes(push(Uint8Array.of(0xec, 0xc7, 0xda, 0xa3, 1))), KEYS), 'signet-no-solution');
  const none = altered(first(), { coinbase: (coinbase) => coinbase.outs.pop() });
  t.is(refusal(t, none, KEYS), 'signet-no-solution');
});

test('other pushes may stand around the solution, and only the first solution counts', (t) => {
  const other = push(Uint8Array.of(1, 2, 3, 4, 5));
  const long = push(new Uint8Array(200).fill(9));
  for (const solution of [
    { before: [other] },
    { behind: [long, Uint8Array.of(0x51)] },
    { before: [Uint8Array.of(0x00)], behind: [push(concat(HEADER, Uint8Array.of(1, 0, 0)))] },
  ]) {
    t.notThrows(() => {
      checkSignetSolution(signed(solution), KEYS);
    });
  }
  const twice = signed({ before: [push(concat(HEADER, Uint8Array.of(1, 0, 0)))] });
  t.is(refusal(t, twice, KEYS), 'signet-bad-solution');
});

test('a solution of another form is refused', (t) => {
  const forms: Record<string, Solution> = {
    'another sighash': { sighash: 3 },
    'another first element': { dummy: 1 },
    'a witness': { witness: [1, 1, 0] },
    'no witness count': { witness: [] },
    'bytes behind the witness': { witness: [0, 0] },
    'a signature that is no strict DER': { der: (der) => concat(der, Uint8Array.of(0)) },
  };
  for (const [name, solution] of Object.entries(forms)) {
    t.is(refusal(t, signed(solution), KEYS), 'signet-bad-solution', name);
  }
  t.is(refusal(t, withPushes(push(concat(HEADER, Uint8Array.of(0, 0)))), KEYS), 'signet-bad-solution');
});
