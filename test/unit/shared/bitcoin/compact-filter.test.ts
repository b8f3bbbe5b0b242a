import test from 'ava';
import { parseBlock } from '../../../../shared/bitcoin/block.ts';
import { buildFilter, FilterError, filterMatches } from '../../../../shared/bitcoin/compact-filter.ts';
import { blockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { sipHash, type Uint64 } from '../../../../shared/bitcoin/siphash.ts';
import { fromHex, reversed } from '../../../../shared/crypto/bytes.ts';
import { filterVectors, type FilterVector } from '../../../fixtures/bip158/vectors.ts';

const OP_RETURN = 0x6a;
const HASH = blockHash('00'.repeat(31) + '07');
const stranger = fromHex('0014' + '5a'.repeat(20));

/** What BIP158 puts into a basic filter: scripts of outputs but OP_RETURN, and scripts of what is spent. */
function scriptsOf({ block, spent }: FilterVector): Uint8Array[] {
  const outputs = parseBlock(block).transactions.flatMap((transaction) => transaction.outputs);
  return [
    ...outputs.map((output) => output.script).filter((script) => script[0] !== OP_RETURN),
    ...spent,
  ].filter((script) => script.length > 0);
}

test('builds the filters of BIP158 to the byte', (t) => {
  const vectors = filterVectors();
  t.is(vectors.length, 10);
  for (const vector of vectors) {
    t.deepEqual(buildFilter(vector.hash, scriptsOf(vector)), vector.filter, `block ${vector.height}`);
  }
});

test('finds each script of the blocks of BIP158, alone and among strangers', (t) => {
  for (const vector of filterVectors()) {
    t.false(filterMatches(vector.filter, vector.hash, [stranger]), `block ${vector.height}`);
    for (const script of scriptsOf(vector)) {
      t.true(filterMatches(vector.filter, vector.hash, [script]));
      t.true(filterMatches(vector.filter, vector.hash, [stranger, script]));
    }
  }
});

test('strangers match the filters of BIP158 as rarely as they should', (t) => {
  const strangers = Array.from({ length: 20_000 }, (_unused, number) => {
    const script = fromHex(`0014${'5b'.repeat(20)}`);
    new DataView(script.buffer).setUint32(4, number);
    return script;
  });
  let matches = 0;
  for (const { filter, hash } of filterVectors()) {
    for (const script of strangers) if (filterMatches(filter, hash, [script])) matches += 1;
  }
  // One in 784,931 for each: a quarter of a match is expected from 200,000.
  t.true(matches <= 3, `${matches} matches`);
});

/** A script whose value among `items` has this quotient, and that value, worked out with whole numbers of any size. */
function scriptOfQuotient(
  quotient: number,
  items: number,
): { readonly script: Uint8Array; readonly value: bigint } {
  const hash: Uint64 = { high: 0, low: 0 };
  for (let number = 0; ; number += 1) {
    const script = Uint8Array.of(0x51, number & 0xff, number >> 8);
    sipHash(reversed(fromHex(HASH)).subarray(0, 16), script, hash);
    const whole = (BigInt(hash.high) << 32n) | BigInt(hash.low);
    const value = (whole * BigInt(items) * 784_931n) >> 64n;
    // An odd one: its last bit counts.
    if (Number(value >> 19n) === quotient && value % 2n === 1n) return { script, value };
  }
}

test('reads quotients of any length, wherever they stand in a byte', (t) => {
  const items = 70;
  for (const quotient of [0, 11, 12, 13, 14, 30, 31, 32, 33, 63, 64, 65, 96]) {
    const { script, value } = scriptOfQuotient(quotient, items);
    const remainder = Number(value % (1n << 19n));
    // Items with no quotient and no remainder stand in front, each 20 bits of zero.
    for (const before of [0, 1]) {
      const bits = [
        '0'.repeat(20 * before),
        '1'.repeat(quotient),
        '0',
        remainder.toString(2).padStart(19, '0'),
      ].join('');
      const bytes = bits.match(/.{1,8}/gu) ?? [];
      const filter = Uint8Array.of(items, ...bytes.map((byte) => parseInt(byte.padEnd(8, '0'), 2)));
      t.true(filterMatches(filter, HASH, [script]), `${quotient}`);
      t.throws(() => filterMatches(filter.subarray(0, -1), HASH, [script]), { code: 'filter-malformed' });
    }
  }
});

test('an empty filter and an empty question match nothing', (t) => {
  t.false(filterMatches(Uint8Array.of(0), HASH, [stranger]));
  t.false(filterMatches(buildFilter(HASH, [stranger]), HASH, []));
});

test('a filter belongs to its own block', (t) => {
  const scripts = Array.from({ length: 50 }, (_unused, index) => Uint8Array.of(0, 1, index));
  const other = blockHash('00'.repeat(31) + '08');
  const filter = buildFilter(HASH, scripts);
  t.true(filterMatches(filter, HASH, scripts));
  t.false(filterMatches(filter, other, scripts));
});

test('refuses filters that end too early or claim an impossible size', (t) => {
  const whole = buildFilter(HASH, [stranger, Uint8Array.of(1), Uint8Array.of(2)]);
  const broken = [
    new Uint8Array(),
    whole.subarray(0, 1),
    whole.subarray(0, 3),
    Uint8Array.of(0xfd),
    Uint8Array.of(0xfe, 0x41, 0x42, 0x0f, 0x00),
    Uint8Array.of(0xff, 1, 0, 0, 0, 0, 0, 0, 0),
    Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff),
  ];
  for (const filter of broken) {
    t.throws(() => filterMatches(filter, HASH, [Uint8Array.of(9)]), {
      instanceOf: FilterError,
      code: 'filter-malformed',
    });
  }
});
