import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import type { DecimalText, Offer } from '../../../../shared/jm/command.ts';
import { splitRanges } from '../../../../vm-wallet/maker/split-ranges.ts';
import { bookOffer } from '../../../fixtures/offers.ts';

function relative(changes: Partial<Offer> = {}): Offer {
  return bookOffer(1, { type: 'sw0reloffer', cjfee: '0.00002' as DecimalText, ...changes }).offer;
}

function absolute(changes: Partial<Offer> = {}): Offer {
  return bookOffer(1, { oid: 1, ...changes }).offer;
}

/** The ranges that are left, by kind. */
function ranges(one: Offer | undefined, other: Offer | undefined, blur = 1): unknown {
  return splitRanges(one, other, blur).map(({ oid, minsize, maxsize }) => [oid, minsize, maxsize]);
}

test('the ranges meet where both cost the same', (t) => {
  // 500 / 0.00002
  t.deepEqual(ranges(relative(), absolute()), [
    [0, 100_000n, 25_000_000n],
    [1, 25_000_000n, 100_000_000n],
  ]);
});

test('the blur moves the split for both', (t) => {
  t.deepEqual(ranges(relative(), absolute(), 0.9), [
    [0, 100_000n, 22_500_000n],
    [1, 22_500_000n, 100_000_000n],
  ]);
});

test('contributions count: a taker compares what it pays net', (t) => {
  // (700 − 200 + 100) / 0.00002
  const fees = { cjfee: '700' as DecimalText, txfee: sats(200) };
  t.deepEqual(ranges(relative({ txfee: sats(100) }), absolute(fees)), [
    [0, 100_000n, 30_000_000n],
    [1, 30_000_000n, 100_000_000n],
  ]);
});

test('an offer that is nowhere the cheaper one is left out: under, at and over the edges', (t) => {
  const both = (minsize: number, maxsize: number): unknown =>
    ranges(relative({ minsize: sats(minsize) }), absolute({ maxsize: sats(maxsize) }));
  t.deepEqual(both(25_000_001, 100_000_000), [[1, 100_000n, 100_000_000n]]);
  t.deepEqual(both(25_000_000, 100_000_000), [
    [0, 25_000_000n, 25_000_000n],
    [1, 25_000_000n, 100_000_000n],
  ]);
  t.deepEqual(both(100_000, 25_000_000), [
    [0, 100_000n, 25_000_000n],
    [1, 25_000_000n, 25_000_000n],
  ]);
  t.deepEqual(both(100_000, 24_999_999), [[0, 100_000n, 100_000_000n]]);
});

test('a fee of nothing leaves no room for the other offer', (t) => {
  for (const blur of [0, 0.9, 1]) {
    t.deepEqual(ranges(relative({ cjfee: '0' as DecimalText }), absolute(), blur), [
      [0, 100_000n, 100_000_000n],
    ]);
  }
  t.deepEqual(ranges(relative(), absolute({ cjfee: '0' as DecimalText })), [[1, 100_000n, 100_000_000n]]);
});

test('an own bound inside the range stays', (t) => {
  t.deepEqual(ranges(relative({ maxsize: sats(20_000_000) }), absolute({ minsize: sats(30_000_000) })), [
    [0, 100_000n, 20_000_000n],
    [1, 30_000_000n, 100_000_000n],
  ]);
});

test('a single offer has nothing to share', (t) => {
  t.deepEqual(ranges(relative(), undefined), [[0, 100_000n, 100_000_000n]]);
  t.deepEqual(ranges(undefined, absolute()), [[1, 100_000n, 100_000_000n]]);
  t.deepEqual(ranges(undefined, undefined), []);
});
