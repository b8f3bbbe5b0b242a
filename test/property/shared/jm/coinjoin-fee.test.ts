import test from 'ava';
import fc from 'fast-check';
import { MAX_MONEY, sats } from '../../../../shared/bitcoin/amount.ts';
import { coinjoinFee } from '../../../../shared/jm/coinjoin-fee.ts';
import { parseDecimal } from '../../../../shared/jm/offer.ts';

const amounts = fc.bigInt({ min: 0n, max: MAX_MONEY }).map((value) => sats(value));
const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 18 });

/** Counts in units of 10^-18 sat, and takes the nearest whole number by comparing distances. */
function nearest(fraction: readonly number[], amount: bigint): bigint {
  const unit = 10n ** 18n;
  const product = BigInt(fraction.join('').padEnd(18, '0')) * amount;
  const below = product / unit;
  const toBelow = product - below * unit;
  const toAbove = (below + 1n) * unit - product;
  if (toBelow === toAbove) return below % 2n === 0n ? below : below + 1n;
  return toBelow < toAbove ? below : below + 1n;
}

test('a relative fee is the nearest whole number of sats', (t) => {
  fc.assert(
    fc.property(digits, amounts, (fraction, amount) => {
      const cjfee = parseDecimal(`0.${fraction.join('')}`);
      if (cjfee === null) return t.fail('18 digits are a decimal');
      t.is(coinjoinFee({ type: 'sw0reloffer', cjfee }, amount), sats(nearest(fraction, amount)));
    }),
    { numRuns: 2000 },
  );
});

test('exact halves go to the even number', (t) => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }), fc.integer({ min: 1, max: 6 }), (whole, places) => {
      // (2·whole + 1) · 5 · 10^(places-1) sats at 10^-places are whole + a half.
      const amount = sats((2n * whole + 1n) * 5n * 10n ** BigInt(places - 1));
      const cjfee = parseDecimal(`0.${'1'.padStart(places, '0')}`);
      if (cjfee === null) return t.fail('a power of ten is a decimal');
      t.is(coinjoinFee({ type: 'reloffer', cjfee }, amount), sats(whole % 2n === 0n ? whole : whole + 1n));
    }),
  );
});

test('a higher amount never costs less', (t) => {
  fc.assert(
    fc.property(digits, amounts, amounts, (fraction, a, b) => {
      const cjfee = parseDecimal(`0.${fraction.join('')}`);
      if (cjfee === null) return t.fail('18 digits are a decimal');
      const [low, high] = a < b ? [a, b] : [b, a];
      const offer = { type: 'sw0reloffer', cjfee } as const;
      t.true(coinjoinFee(offer, low) <= coinjoinFee(offer, high));
    }),
  );
});
