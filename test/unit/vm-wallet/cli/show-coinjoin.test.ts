import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { costLines, equalOutputs, planLines } from '../../../../vm-wallet/cli/show-coinjoin.ts';
import type { CoinjoinPlan } from '../../../../vm-wallet/runtime/coinjoin-plan.ts';
import { exampleMakers, joinOf, makerParty, partyCoin } from '../../../fixtures/coinjoin-parties.ts';

const PLAIN = { paint: (_style: string, text: string): string => text };
const MAKERS = exampleMakers();

function plan(changes: Partial<CoinjoinPlan> = {}): CoinjoinPlan {
  return {
    makers: MAKERS.map(({ candidate }) => candidate),
    spares: [makerParty(3).candidate],
    amount: sats(1_000_000n),
    coinjoinFees: sats(800n),
    maxCoinjoinFees: sats(1000n),
    feeBudget: 1000n,
    estimatedMinerFee: 4200n,
    sweepMinerFee: null,
    coins: [],
    podle: {
      outcome: 'found',
      coin: {
        ...partyCoin(0, 0, 1n),
        path: { mixdepth: 0, branch: 0, index: 0 },
        frozen: false,
        locktime: null,
      },
      index: 1,
    },
    ...changes,
  };
}

function warns(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes('more than 2 %'));
}

test('the estimate has the makers, the miner, both in percent, and what replacements could cost', (t) => {
  const text = planLines(PLAIN, plan(), { destination: 'INTERNAL' }).join('\n');
  t.true(text.includes('makers ask 800 sat, the miner fee will be about 4200 sat: about 5000 sat (0.500 %)'));
  t.true(text.includes('1 others may replace makers that fail; then all of them ask 1000 sat at most'));
  t.true(text.includes(`use 2 of ${'00'.repeat(32)}:0`));
});

test('without dearer spares there is no word of them', (t) => {
  for (const changes of [{ spares: [] }, { maxCoinjoinFees: sats(800n) }]) {
    t.false(planLines(PLAIN, plan(changes), { destination: 'INTERNAL' }).join('\n').includes('replace'));
  }
});

test('there is a warning above 2 percent: at it, and over it', (t) => {
  const cost = (coinjoinFees: bigint): readonly string[] =>
    planLines(PLAIN, plan({ coinjoinFees: sats(coinjoinFees) }), { destination: 'INTERNAL' });
  t.false(warns(cost(15_800n)));
  t.true(warns(cost(15_801n)));
});

test('the final cost is exact: makers, our part of the miner fee, total, percent and rate', (t) => {
  const join = joinOf(MAKERS);
  const text = costLines(PLAIN, join, 'bcrt1qexample').join('\n');
  t.true(text.includes('makers 800 sat + miner 3900 sat = 4700 sat (0.470 %)'));
  t.true(text.includes('the miner gets 4000 sat, 100 of them from makers: 9.98 sat/vB for 401 vB'));
  t.true(text.includes('to bcrt1qexample with 2 makers'));
  t.is(equalOutputs(join), 3);
});
