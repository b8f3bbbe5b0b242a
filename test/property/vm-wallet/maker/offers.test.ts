import test from 'ava';
import fc from 'fast-check';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { coinjoinFee } from '../../../../shared/jm/coinjoin-fee.ts';
import { DUST_THRESHOLD, formatOffer, parseOffer } from '../../../../shared/jm/offer.ts';
import { requiredValue } from '../../../../vm-wallet/maker/input-selection.ts';
import { drawOffers, type OfferSettings } from '../../../../vm-wallet/maker/offers.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';

const factor = fc.double({ min: 0, max: 1, noNaN: true });
/** A factor of the reference's size: the rounding of a fee to six decimals stays small beside the margin for it. */
const smallFactor = fc.double({ min: 0, max: 0.15, noNaN: true });

function settingsWith(blur: fc.Arbitrary<number>): fc.Arbitrary<OfferSettings> {
  return fc.record({
    orderType: fc.constantFrom('reloffer', 'absoffer', 'both'),
    feeAbsolute: fc.integer({ min: 1, max: 100_000 }),
    feeRelative: fc
      .integer({ min: 20, max: 10_000 })
      .map((millionths) => (millionths / 1_000_000).toFixed(6)),
    feeFactor: blur,
    txFeeContribution: fc.nat(50_000),
    txFeeContributionFactor: blur,
    minSize: fc.nat(10_000_000),
    sizeFactor: blur,
    feeGrid: fc.constant(false),
  });
}
const units = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 8,
  maxLength: 8,
});
const balances = fc.array(fc.bigInt({ min: 0n, max: 2_000_000_000n }).map(sats), { maxLength: 5 });

test('whatever the draw: an offer is at least dust, fits the balance, and others can read it', (t) => {
  let offers = 0;
  fc.assert(
    fc.property(balances, settingsWith(factor), units, (all, settings, drawn) => {
      const largest = all.reduce((most, balance) => (balance > most ? balance : most), sats(0n));
      for (const offer of drawOffers(all, settings, drawnRandom(...drawn))) {
        offers += 1;
        t.true(offer.minsize >= DUST_THRESHOLD);
        t.true(offer.minsize <= offer.maxsize);
        t.true(offer.maxsize + DUST_THRESHOLD <= largest);
        t.true(offer.maxsize + offer.txfee <= largest);
        const fields = formatOffer(offer).split(' ').slice(1);
        t.deepEqual(parseOffer(offer.type, fields), { outcome: 'offer', offer });
      }
    }),
    { numRuns: 500 },
  );
  t.true(offers > 100, `${offers} offers`);
});

test('no join loses: not the smallest one, and the largest one is still served', (t) => {
  fc.assert(
    fc.property(balances, settingsWith(smallFactor), units, (all, settings, drawn) => {
      const largest = all.reduce((most, balance) => (balance > most ? balance : most), sats(0n));
      for (const offer of drawOffers(all, settings, drawnRandom(...drawn))) {
        t.true(coinjoinFee(offer, offer.minsize) >= offer.txfee, formatOffer(offer));
        t.true(coinjoinFee(offer, offer.maxsize) >= offer.txfee);
        // A join without any earning lacks the one sat that the reference wants on top.
        if (coinjoinFee(offer, offer.maxsize) > offer.txfee) {
          t.true(requiredValue(offer, offer.maxsize) <= largest);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('every value stays within its blur', (t) => {
  fc.assert(
    fc.property(balances, settingsWith(factor), units, (all, settings, drawn) => {
      const largest = Number(all.reduce((most, balance) => (balance > most ? balance : most), sats(0n)));
      const { feeFactor, sizeFactor, txFeeContribution, txFeeContributionFactor } = settings;
      for (const offer of drawOffers(all, settings, drawnRandom(...drawn))) {
        t.true(Number(offer.minsize) >= Math.floor(settings.minSize * (1 - sizeFactor)) - 1);
        const isSplit = settings.orderType === 'both';
        t.true(Number(offer.txfee) <= txFeeContribution * (1 + txFeeContributionFactor));
        const room = largest - Math.max(Number(DUST_THRESHOLD), Number(offer.txfee));
        t.true(isSplit || Number(offer.maxsize) >= Math.floor(room * (1 - sizeFactor)) - 1);
        const relative = offer.type === 'sw0reloffer';
        const fee = Number(offer.cjfee) - (relative ? 0 : Number(offer.txfee));
        const wanted = relative ? Number(settings.feeRelative) : settings.feeAbsolute;
        const step = relative ? 0.000_001 : 1;
        t.true(fee >= wanted * (1 - feeFactor) - step && fee <= wanted * (1 + feeFactor) + step);
      }
    }),
    { numRuns: 300 },
  );
});

test('the same draws make the same offers', (t) => {
  fc.assert(
    fc.property(balances, settingsWith(factor), units, (all, settings, drawn) => {
      const once = drawOffers(all, settings, drawnRandom(...drawn));
      t.deepEqual(once, drawOffers(all, settings, drawnRandom(...drawn)));
    }),
    { numRuns: 50 },
  );
});

test('of both kinds no amount is offered at the dearer fee, but near the split', (t) => {
  const exact = settingsWith(fc.constant(0)).map((settings) => ({ ...settings, orderType: 'both' as const }));
  fc.assert(
    fc.property(balances, exact, units, (all, settings, drawn) => {
      const [below, above] = drawOffers(all, settings, drawnRandom(...drawn));
      if (below === undefined || above === undefined) return;
      t.true(below.maxsize <= above.minsize);
      const cost = (offer: typeof below, amount: typeof below.maxsize): bigint =>
        coinjoinFee(offer, amount) - offer.txfee;
      t.true(cost(below, below.maxsize) <= cost(above, below.maxsize) + 1n);
      t.true(cost(above, above.maxsize) <= cost(below, above.maxsize) + 1n);
    }),
    { numRuns: 500 },
  );
});

test('on the grid no join loses either, and every fee is a step', (t) => {
  const onGrid = settingsWith(smallFactor).map((settings) => ({ ...settings, feeGrid: true }));
  fc.assert(
    fc.property(balances, onGrid, units, (all, settings, drawn) => {
      for (const offer of drawOffers(all, settings, drawnRandom(...drawn))) {
        t.true(coinjoinFee(offer, offer.minsize) >= offer.txfee, formatOffer(offer));
        if (offer.type === 'sw0reloffer') t.regex(offer.cjfee, /^0\.0*[125]$/u);
        else t.true(Number(offer.cjfee) % 100 === 0 || offer.txfee > 9_900n);
      }
    }),
    { numRuns: 300 },
  );
});
