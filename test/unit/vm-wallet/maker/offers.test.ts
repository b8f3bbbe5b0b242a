import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import type { Offer } from '../../../../shared/jm/command.ts';
import { formatOffer } from '../../../../shared/jm/offer.ts';
import { drawOffers, type OfferSettings } from '../../../../vm-wallet/maker/offers.ts';
import { ALMOST_ONE, drawnRandom } from '../../../fixtures/drawn-random.ts';
import { DEFAULT_SETTINGS } from '../../../fixtures/offer-settings.ts';

/** A draw of one half leaves every blurred value as it is, but takes half of the size factor off the maxsize. */
const MIDDLE = drawnRandom(0.5);

function draw(balance: number, changes: Partial<OfferSettings> = {}, random = MIDDLE): Offer[] {
  return drawOffers([sats(balance)], { ...DEFAULT_SETTINGS, ...changes }, random);
}

/** The offers as they are announced. */
function announced(balance: number, changes: Partial<OfferSettings> = {}, random = MIDDLE): string {
  return draw(balance, changes, random).map(formatOffer).join(' | ');
}

test('a relative offer as the reference makes it', (t) => {
  // (10 000 000 − 27 300) × 0.95
  t.is(announced(10_000_000), 'sw0reloffer 0 100000 9474065 0 0.000020');
});

test('an absolute offer earns its fee beside the contribution', (t) => {
  const settings = { orderType: 'absoffer', txFeeContribution: 200 } as const;
  t.is(announced(10_000_000, settings), 'sw0absoffer 0 100000 9474065 200 700');
});

test('both kinds have an oid each, and share the sizes where they cost the same', (t) => {
  // 500 / 0.00002 = 25 000 000; (100 000 000 − 27 300) × 0.95
  t.is(
    announced(100_000_000, { orderType: 'both' }),
    'sw0reloffer 0 100000 25000000 0 0.000020 | sw0absoffer 1 25000000 94974065 0 500',
  );
  // With less, the absolute one is nowhere cheaper.
  t.is(announced(10_000_000, { orderType: 'both' }), 'sw0reloffer 0 100000 9474065 0 0.000020');
});

test('the blur of the split is that of sizes', (t) => {
  const splitAt = (unit: number): unknown =>
    draw(
      100_000_000,
      { orderType: 'both', feeFactor: 0 },
      drawnRandom(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, unit),
    )[0]?.maxsize;
  t.is(splitAt(0), 22_500_000n);
  t.is(splitAt(0.5), 25_000_000n);
  t.is(splitAt(1), 27_500_000n);
});

test('on the grid fees are steps, however they are blurred', (t) => {
  const settings = { feeGrid: true, orderType: 'both', sizeFactor: 0 } as const;
  for (const unit of [0, 0.5, ALMOST_ONE]) {
    t.deepEqual(
      draw(100_000_000, settings, drawnRandom(unit)).map(({ cjfee }) => cjfee),
      ['0.00002', '500'],
    );
  }
  // 500 + 430 is nearest to 900; it covers the contribution.
  t.is(
    announced(10_000_000, { ...settings, orderType: 'absoffer', txFeeContribution: 430 }),
    'sw0absoffer 0 100000 9972700 430 900',
  );
});

test('the blur of the largest size can come from elsewhere', (t) => {
  const maxsize = (blur: number): unknown =>
    drawOffers([sats(10_000_000)], DEFAULT_SETTINGS, MIDDLE, () => blur)[0]?.maxsize;
  t.is(maxsize(0), 9_972_700n);
  t.is(maxsize(1), 8_975_430n);
});

test('the largest mixdepth counts, not all together', (t) => {
  const [offer] = drawOffers(
    [4, 9, 5].map((value) => sats(value * 1_000_000)),
    DEFAULT_SETTINGS,
    MIDDLE,
  );
  t.is(offer?.maxsize, draw(9_000_000)[0]?.maxsize);
  t.deepEqual(drawOffers([], DEFAULT_SETTINGS, MIDDLE), []);
});

test('no offer with too little: under, at and over the smallest size', (t) => {
  const exact = { sizeFactor: 0 };
  t.is(announced(127_299, exact), '');
  t.is(announced(127_300, exact), 'sw0reloffer 0 100000 100000 0 0.000020');
  t.is(announced(127_301, exact), 'sw0reloffer 0 100000 100001 0 0.000020');
  t.is(announced(0), '');
});

test('the smallest size is never below the dust threshold', (t) => {
  const minsizeOf = (minSize: number): unknown => draw(10_000_000, { minSize, sizeFactor: 0 })[0]?.minsize;
  t.is(minsizeOf(0), 27_300n);
  t.is(minsizeOf(27_299), 27_300n);
  t.is(minsizeOf(27_300), 27_300n);
  t.is(minsizeOf(27_301), 27_301n);
});

test('sizes and fees are blurred by no more than their factors', (t) => {
  const lowest = drawnRandom(0);
  const highest = drawnRandom(ALMOST_ONE);
  const settings = { txFeeContribution: 100, minSize: 10_000_000, orderType: 'absoffer' } as const;
  // fee ± 10 %, contribution ± 30 %, minsize ± 10 %; maxsize up to 10 % below the room of 199 972 700.
  t.is(announced(200_000_000, settings, lowest), 'sw0absoffer 0 9000000 199972700 70 520');
  t.is(announced(200_000_000, settings, highest), 'sw0absoffer 0 10999999 179975430 129 678');
  t.is(announced(200_000_000, {}, lowest), 'sw0reloffer 0 90000 199972700 0 0.000018');
  t.is(announced(200_000_000, {}, highest), 'sw0reloffer 0 109999 179975430 0 0.000022');
});

test('a relative offer is large enough to pay half more than the contribution', (t) => {
  // 1.5 × 1000 / 0.00002
  t.is(
    announced(200_000_000, { txFeeContribution: 1000, sizeFactor: 0 }),
    'sw0reloffer 0 75000000 199972700 1000 0.000020',
  );
});

test('a contribution that the smallest join would not pay for is halved until it does', (t) => {
  // The blur halves the minsize: 75 000 000 / 2 earns 750 sat, less than the contribution.
  const settings = { txFeeContribution: 1000, txFeeContributionFactor: 0, feeFactor: 0, sizeFactor: 0.5 };
  const [offer] = draw(200_000_000, settings, drawnRandom(0.5, 0.5, 0, 0));
  t.like(offer, { minsize: sats(37_500_000), txfee: sats(500) });
});

test('a contribution above the dust threshold leaves more room for itself', (t) => {
  const settings = { orderType: 'absoffer', txFeeContributionFactor: 0, sizeFactor: 0 } as const;
  const maxsizeOf = (txFeeContribution: number): unknown =>
    draw(1_000_000, { ...settings, txFeeContribution })[0]?.maxsize;
  t.is(maxsizeOf(27_299), 972_700n);
  t.is(maxsizeOf(27_300), 972_700n);
  t.is(maxsizeOf(27_301), 972_699n);
});

test('a fee of nothing is an offer like others', (t) => {
  t.is(announced(1_000_000, { feeRelative: '0.0', sizeFactor: 0 }), 'sw0reloffer 0 100000 972700 0 0.000000');
  // It can't pay for anything either.
  t.is(
    announced(1_000_000, { feeRelative: '0.0', sizeFactor: 0, txFeeContribution: 10 }),
    'sw0reloffer 0 100000 972700 0 0.000000',
  );
});

test('the same draws make the same offers', (t) => {
  const draws = [0.1, 0.9, 0.3, 0.7];
  const settings = { orderType: 'both', txFeeContribution: 50 } as const;
  const first = announced(5_000_000, settings, drawnRandom(...draws));
  t.is(first, announced(5_000_000, settings, drawnRandom(...draws)));
  t.not(first, announced(5_000_000, settings, drawnRandom(...draws.toReversed())));
});

test('what is announced pays for its contribution, even where rounding eats the fee', (t) => {
  const tiny = announced(200_000_000, { feeRelative: '0.0000004', txFeeContribution: 1000, sizeFactor: 0 });
  t.is(tiny.split(' ')[5], '0.000000');
  t.is(tiny.split(' ')[4], '0');
});
