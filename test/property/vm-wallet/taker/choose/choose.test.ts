import test from 'ava';
import fc from 'fast-check';
import { sats, sumSats } from '../../../../../shared/bitcoin/amount.ts';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { coinjoinFee } from '../../../../../shared/jm/coinjoin-fee.ts';
import type { DecimalText } from '../../../../../shared/jm/command.ts';
import { chooser, feeWeights, weightedIndex } from '../../../../../vm-wallet/taker/choose/algorithms.ts';
import { NATIVE_TYPES, type BookOffer } from '../../../../../vm-wallet/taker/choose/candidate.ts';
import { chooseForAmount, type Wanted } from '../../../../../vm-wallet/taker/choose/payment.ts';
import { chooseForSweep } from '../../../../../vm-wallet/taker/choose/sweep.ts';
import { bookOffer } from '../../../../fixtures/offers.ts';

const algorithms = fc.constantFrom(
  'fidelity_bond_weighted_order_choose' as const,
  'random_under_max_order_choose' as const,
  'cheapest_order_choose' as const,
  'weighted_order_choose' as const,
);

const offers: fc.Arbitrary<BookOffer> = fc
  .record({
    maker: fc.integer({ min: 1, max: 6 }),
    relative: fc.boolean(),
    oid: fc.nat(3),
    minsize: fc.bigInt({ min: 27_300n, max: 600_000n }),
    span: fc.bigInt({ min: 0n, max: 2_000_000n }),
    txfee: fc.bigInt({ min: 0n, max: 2000n }),
    cjfee: fc.nat(2000),
    bondValue: fc.constantFrom(0, 0, 1, 1e6, 1e15),
  })
  .map(({ maker, relative, oid, minsize, span, txfee, cjfee, bondValue }) =>
    bookOffer(
      maker,
      {
        type: relative ? 'sw0reloffer' : 'sw0absoffer',
        oid,
        minsize: sats(minsize),
        maxsize: sats(minsize + span),
        txfee: sats(txfee),
        cjfee: (relative ? `0.${cjfee.toString().padStart(6, '0')}` : cjfee.toString()) as DecimalText,
      },
      bondValue,
    ),
  );

const questions = fc.record({
  book: fc.array(offers, { maxLength: 14 }),
  makers: fc.integer({ min: 1, max: 5 }),
  algorithm: algorithms,
  amount: fc.bigInt({ min: 27_300n, max: 1_500_000n }).map((value) => sats(value)),
});

const limits = { absolute: 1000, relative: 0.001 };

function wanted(makers: number, algorithm: Parameters<typeof chooser>[0]): Wanted {
  const choose = chooser(algorithm, 0.125);
  return { makers, types: NATIVE_TYPES, limits, isIgnored: () => false, choose, random: systemRandom };
}

test('a payment gets as many makers as asked for, each once, within size and limits, or none at all', (t) => {
  fc.assert(
    fc.property(questions, ({ book, makers, algorithm, amount }) => {
      const affordable = book.filter(({ offer }) => {
        const net = Number(coinjoinFee(offer, amount) - offer.txfee);
        const inLimits = net <= limits.absolute || net <= limits.relative * Number(amount);
        return offer.minsize < amount && amount < offer.maxsize && inLimits;
      });
      const possible = new Set(affordable.map((entry) => entry.maker)).size;
      const choice = chooseForAmount(book, amount, wanted(makers, algorithm));
      t.is(choice.outcome === 'chosen', possible >= makers);
      if (choice.outcome === 'too-few') {
        t.is(choice.found, possible);
        return;
      }
      t.is(choice.makers.length, makers);
      t.is(new Set(choice.makers.map((maker) => maker.maker)).size, makers);
      t.true(choice.makers.every(({ offer }) => affordable.some((entry) => entry.offer === offer)));
      t.is(choice.totalFee, sumSats(choice.makers.map((maker) => maker.fee)));
    }),
    { numRuns: 1000 },
  );
});

test('a sweep leaves nothing but rounding', (t) => {
  fc.assert(
    fc.property(questions, fc.bigInt({ min: 0n, max: 20_000n }), (question, minerFee) => {
      const { book, makers, algorithm, amount: total } = question;
      const choice = chooseForSweep(book, total, minerFee, wanted(makers, algorithm));
      if (choice.outcome === 'too-few') return;
      t.is(choice.makers.length, makers);
      t.is(new Set(choice.makers.map((maker) => maker.maker)).size, makers);
      for (const { offer } of choice.makers) {
        t.true(offer.minsize <= choice.amount && choice.amount <= offer.maxsize);
      }
      const contributed = sumSats(choice.makers.map((maker) => maker.offer.txfee));
      const own = minerFee > contributed ? minerFee - contributed : 0n;
      const paid = sumSats(choice.makers.map((maker) => maker.fee));
      const rest = total - choice.amount - paid - own;
      // Half a sat of the amount, and half a sat of each maker's fee.
      const tolerance = BigInt(Math.ceil((makers + 1) / 2) + 1);
      t.true(rest <= tolerance && rest >= -tolerance, `${rest} sat left`);
    }),
    { numRuns: 1000 },
  );
});

test('weights are shares of one, and every draw falls on an index', (t) => {
  const fees = fc
    .array(fc.bigInt({ min: -5000n, max: 1_000_000n }), { minLength: 1, maxLength: 30 })
    .map((values) => values.sort((a, b) => Number(a - b)).map((netFee) => ({ netFee })));
  const draws = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fees, fc.integer({ min: 1, max: 9 }), draws, (candidates, makers, draw) => {
      const weights = feeWeights(candidates, makers);
      t.true(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
      t.true(weights.every((weight, index) => weight >= 0 && weight <= (weights[index - 1] ?? 1) + 1e-12));
      const index = weightedIndex(weights, draw);
      t.true(index >= 0 && index < candidates.length);
    }),
  );
});
