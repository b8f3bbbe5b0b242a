import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import fc from 'fast-check';
import { MAX_MONEY } from '../../../../shared/bitcoin/amount.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction, TransactionError } from '../../../../shared/bitcoin/transaction.ts';
import { concat, reversed, toHex } from '../../../../shared/crypto/bytes.ts';
import { hash256 } from '../../../../shared/crypto/hash.ts';

const REFUSED = { instanceOf: TransactionError, code: 'bad-transaction' };
const u32 = fc.nat(0xffff_ffff);
const script = fc.uint8Array({ maxLength: 40 });
const input = fc.record({
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  vout: u32,
  sequence: u32,
  scriptSig: script,
  witness: fc.array(script, { maxLength: 3 }),
});
const output = fc.record({ value: fc.bigInt({ min: 0n, max: MAX_MONEY / 10n }), script });
const transactions = fc
  .record({
    version: fc.integer({ min: 1, max: 0x7fff_ffff }),
    locktime: u32,
    inputs: fc.uniqueArray(input, {
      minLength: 1,
      maxLength: 5,
      selector: ({ hash, vout }) => `${toHex(hash)}:${vout}`,
    }),
    outputs: fc.array(output, { minLength: 1, maxLength: 5 }),
  })
  .map((parts) => ({ ...parts, raw: serialize(parts, true) }));

interface Parts {
  readonly version: number;
  readonly locktime: number;
  readonly inputs: readonly {
    readonly hash: Uint8Array;
    readonly vout: number;
    readonly sequence: number;
    readonly scriptSig: Uint8Array;
    readonly witness: Uint8Array[];
  }[];
  readonly outputs: readonly { readonly value: bigint; readonly script: Uint8Array }[];
}

function serialize({ version, locktime, inputs, outputs }: Parts, withWitness: boolean): Uint8Array {
  const transaction = new Transaction();
  transaction.version = version;
  transaction.locktime = locktime;
  for (const [index, { hash, vout, sequence, scriptSig, witness }] of inputs.entries()) {
    transaction.addInput(hash, vout, sequence, scriptSig);
    if (withWitness) transaction.setWitness(index, witness);
  }
  for (const { script: to, value } of outputs) transaction.addOutput(to, value);
  return Uint8Array.from(transaction.toBuffer());
}

/** A transaction with one input and these outputs. */
function paying(...values: readonly bigint[]): Uint8Array {
  const one = {
    hash: new Uint8Array(32).fill(1),
    vout: 0,
    sequence: 0,
    scriptSig: new Uint8Array(0),
    witness: [],
  };
  const outputs = values.map((value) => ({ value, script: Uint8Array.of(0x51) }));
  return serialize({ version: 2, locktime: 0, inputs: [one], outputs }, false);
}

test('every part is read as it was written; the txid leaves out the witness, and the weight counts it once', (t) => {
  fc.assert(
    fc.property(transactions, (written) => {
      const read = parseTransaction(written.raw);
      t.deepEqual([read.version, read.locktime], [written.version, written.locktime]);
      t.deepEqual(
        read.inputs,
        written.inputs.map(({ hash, vout, sequence, scriptSig }) => ({
          txid: txid(toHex(reversed(hash))),
          vout,
          sequence,
          scriptSig,
        })),
      );
      t.deepEqual(
        read.outputs.map(({ value, script: to }) => [BigInt(value), to]),
        written.outputs.map(({ value, script: to }) => [value, to]),
      );
      const stripped = serialize(written, false);
      t.is(read.txid, txid(toHex(reversed(hash256(stripped)))));
      t.is(read.weight, stripped.length * 3 + written.raw.length);
      t.is(read.raw, written.raw);
    }),
    { numRuns: 300 },
  );
});

test('a transaction that was cut, or has something behind it, is none', (t) => {
  fc.assert(
    fc.property(
      transactions,
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      ({ raw }, at, more) => {
        t.throws(() => parseTransaction(raw.subarray(0, at % raw.length)), REFUSED);
        t.throws(() => parseTransaction(concat(raw, more)), REFUSED);
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever the bytes are, reading ends in a transaction of just these bytes, or in a TransactionError', (t) => {
  const changed = fc
    .tuple(transactions, fc.nat(), fc.nat(255))
    .map(([{ raw }, at, byte]) => raw.map((old, index) => (index === at % raw.length ? byte : old)));
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 120 })), (raw) => {
      try {
        t.is(parseTransaction(raw).raw, raw);
        read += 1;
      } catch (error) {
        t.true(error instanceof TransactionError, String(error));
      }
    }),
    { numRuns: 2000 },
  );
  t.true(read > 100);
});

test('a second spelling of the same transaction is refused', (t) => {
  const raw = paying(1n);
  t.is(raw[4], 1);
  const longCount = concat(raw.subarray(0, 4), Uint8Array.of(0xfd, 1, 0), raw.subarray(5));
  t.throws(() => parseTransaction(longCount), REFUSED);
  // The mark of a witness, and then an empty one.
  const emptyWitness = concat(
    raw.subarray(0, 4),
    Uint8Array.of(0, 1),
    raw.subarray(4, -4),
    Uint8Array.of(0),
    raw.subarray(-4),
  );
  t.throws(() => parseTransaction(emptyWitness), REFUSED);
  t.notThrows(() => parseTransaction(raw));
});

test('an input that appears twice is refused', (t) => {
  fc.assert(
    fc.property(transactions, fc.nat(), u32, (parts, at, sequence) => {
      const twice = parts.inputs[at % parts.inputs.length];
      if (twice === undefined) return;
      const raw = serialize({ ...parts, inputs: [...parts.inputs, { ...twice, sequence }] }, true);
      t.throws(() => parseTransaction(raw), { ...REFUSED, message: /an input appears twice$/u });
    }),
    { numRuns: 100 },
  );
});

test('amounts: at all the money there is, and over it, one by one and together', (t) => {
  t.is(BigInt(parseTransaction(paying(MAX_MONEY)).outputs[0]?.value ?? 0n), MAX_MONEY);
  t.is(parseTransaction(paying(0n, MAX_MONEY - 1n, 1n)).outputs.length, 3);
  const message = /impossible amounts$/u;
  t.throws(() => parseTransaction(paying(MAX_MONEY + 1n)), { ...REFUSED, message });
  t.throws(() => parseTransaction(paying(MAX_MONEY, 1n)), { ...REFUSED, message });
  const raw = paying(1n);
  const amountAt = 4 + 1 + 41 + 1;
  // As a signed number, this one would be −1.
  const most = raw.map((byte, index) => (index >= amountAt && index < amountAt + 8 ? 0xff : byte));
  t.throws(() => parseTransaction(most), REFUSED);
});

test('a transaction needs an input and an output', (t) => {
  t.throws(() => parseTransaction(paying()), { ...REFUSED, message: /no inputs or no outputs$/u });
  const parts = {
    version: 2,
    locktime: 0,
    inputs: [],
    outputs: [{ value: 1n, script: Uint8Array.of(0x51) }],
  };
  t.throws(() => parseTransaction(serialize(parts, false)), REFUSED);
});
