import test from 'ava';
import fc from 'fast-check';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { estimateFee } from '../../../../shared/bitcoin/size.ts';
import type { TumbleEntry } from '../../../../vm-wallet/store/state.ts';
import { costBound, type Holding } from '../../../../vm-wallet/tumbler/bounds.ts';
import {
  expectedCost,
  rateWhenMade,
  type ExpectedCost,
} from '../../../../vm-wallet/tumbler/expected-cost.ts';
import { DESTINATIONS, tumbleEntry, tumbleLimits, tumbleOf } from '../../../fixtures/tumble.ts';

const RATE = 4000;
const FEE = { relative: 0.0001, joins: 3 };
const HOLDING: ReadonlyMap<number, Holding> = new Map([[0, { total: sats(10_000_000n), coins: 4 }]]);

function expected(
  entries: readonly TumbleEntry[],
  changes: Parameters<typeof tumbleOf>[1] = {},
  relative = FEE.relative,
): ExpectedCost {
  const prices = { feeRate: RATE, makerFee: { ...FEE, relative } };
  return expectedCost(tumbleOf(entries, changes), HOLDING, 5, prices);
}

test('one sweep: each maker its usual fee, two coins a maker, and no change', (t) => {
  const minerFees = estimateFee(4 + 2 * 5, 2 * 5 + 1, RATE);
  t.deepEqual(expected([tumbleEntry({ destination: DESTINATIONS[0] })]), {
    makerFees: sats(5n * 1000n),
    minerFees: sats(minerFees),
    total: sats(5000n + minerFees),
    feeRate: RATE,
    makerFee: FEE,
  });
});

test('a maker is not expected to ask more than it may', (t) => {
  const entry = tumbleEntry({ destination: DESTINATIONS[0] });
  const limits = tumbleLimits({ feeAbsolute: 1000, feeRelative: 0.001 });
  t.is(expected([entry], { limits }, 0.001).makerFees, sats(5n * 10_000n));
  t.is(expected([entry], { limits }, 0.002).makerFees, sats(5n * 10_000n));
});

test('a piece pays for itself, its sweep for the rest, and what stays inside once more', (t) => {
  const piece = tumbleEntry({ amount: '0.25', destination: DESTINATIONS[0] });
  const only = expected([piece]);
  // A quarter of four coins is one.
  t.deepEqual([only.makerFees, only.minerFees], [sats(5n * 250n), sats(estimateFee(11, 12, RATE))]);
  const both = expected([piece, tumbleEntry({ destination: DESTINATIONS[1] })]);
  const rest = 10_000_000 - 2_500_000 - Number(only.total);
  t.is(both.makerFees - only.makerFees, 5n * BigInt(Math.round(rest * FEE.relative)));
  // Three coins are left, and the change of the piece.
  t.is(both.minerFees - only.minerFees, estimateFee(4 + 10, 11, RATE));
  const out = expected([tumbleEntry({ destination: DESTINATIONS[0] }), tumbleEntry({ mixdepth: 1 })]);
  t.is(out.makerFees, sats(5000n));
  const inside = expected([tumbleEntry(), tumbleEntry({ mixdepth: 1, destination: DESTINATIONS[0] })]);
  const first = expected([tumbleEntry()]);
  const arrived = 10_000_000 - Number(first.total);
  t.is(inside.makerFees - first.makerFees, 5n * BigInt(Math.round(arrived * FEE.relative)));
});

test('fractions are of what the mixdepth held before its first entry, as the disk has it', (t) => {
  const half = tumbleEntry({ amount: '0.5' });
  t.is(expected([half]).makerFees, sats(5n * 500n));
  const changes = { base: { mixdepth: 0, balance: '12000000' } };
  t.is(expected([half], changes).makerFees, sats(5n * 600n));
  t.is(expected([half], { base: { mixdepth: 3, balance: '12000000' } }).makerFees, sats(5n * 500n));
  // A sweep ends that: a later run over the same mixdepth begins anew.
  t.is(expected([half], { base: { mixdepth: 0, balance: '30000000' } }).total, sats(0n));
});

test('only what is still to do counts', (t) => {
  const last = tumbleEntry({ destination: DESTINATIONS[0] });
  const alone = expected([last]);
  t.deepEqual(expected([tumbleEntry({ status: 'done', cost: '99999' }), last], { current: 1 }), alone);
  t.is(expected([{ ...last, status: 'broadcast' }]).total, sats(0n));
  t.is(expected([{ ...last, status: 'signing' }]).total, sats(0n));
  t.is(expected([tumbleEntry({ mixdepth: 3 })]).total, sats(0n));
  t.is(expected([]).total, sats(0n));
});

test('the rate when the plan was made is half of its limit', (t) => {
  t.is(rateWhenMade({ feeRate: 8001 }), 4001);
});

test('it is never more than the bound', (t) => {
  const entry = fc.record({
    mixdepth: fc.integer({ min: 0, max: 4 }),
    amount: fc.constantFrom('0', '0.1', '0.5', '0.9', '2000000'),
    makers: fc.integer({ min: 4, max: 20 }),
    destination: fc.constantFrom('INTERNAL', DESTINATIONS[0]),
  });
  const holding = fc.record({
    total: fc.bigInt({ min: 0n, max: 10_000_000_000n }).map(sats),
    coins: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4'), holding),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (drawn, held, relative) => {
        // As plans are: a mixdepth is emptied by the last entry of its run.
        const entries = drawn.flatMap((one) => [tumbleEntry(one), tumbleEntry({ ...one, amount: '0' })]);
        const limits = tumbleLimits();
        const holdings = new Map(Object.entries(held).map(([mixdepth, one]) => [Number(mixdepth), one]));
        const makerFee = { relative, joins: 1 };
        const prices = { feeRate: limits.feeRate, makerFee };
        const likely = expectedCost(tumbleOf(entries), holdings, 5, prices);
        const bound = costBound(entries, holdings, 5, limits);
        t.true(likely.makerFees <= bound.makerFees && likely.minerFees <= bound.minerFees);
        t.is(likely.total, sats(likely.makerFees + likely.minerFees));
      },
    ),
  );
});
