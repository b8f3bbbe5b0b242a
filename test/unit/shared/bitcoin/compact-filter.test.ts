import test from 'ava';
import { parseBlock } from '../../../../shared/bitcoin/block.ts';
import { buildFilter, FilterError, filterMatches } from '../../../../shared/bitcoin/compact-filter.ts';
import { blockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
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
  t.is(vectors.length, 6);
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
