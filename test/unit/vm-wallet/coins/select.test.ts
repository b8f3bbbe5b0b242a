import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import {
  selectCoins,
  selectWithStandardCoin,
  type MergeAlgorithm,
} from '../../../../vm-wallet/coins/select.ts';

const coinsOf = (...values: readonly number[]) => values.map((value) => ({ value: sats(value) }));

/** The values that an algorithm picks, in its order. */
function picked(algorithm: MergeAlgorithm, values: readonly number[], target: bigint): number[] | null {
  return selectCoins(algorithm, coinsOf(...values), target)?.map((coin) => Number(coin.value)) ?? null;
}

test('default takes the smallest coin that suffices, else the largest ones', (t) => {
  t.deepEqual(picked('default', [10, 50, 30, 20], 25n), [30]);
  t.deepEqual(picked('default', [10, 50, 30, 20], 30n), [30]);
  t.deepEqual(picked('default', [10, 50, 30, 20], 60n), [50, 30]);
});

test('gradual merges small coins, without those that are not needed', (t) => {
  t.deepEqual(picked('gradual', [10, 50, 30, 20], 25n), [10, 20]);
  t.deepEqual(picked('gradual', [10, 50, 30, 20], 45n), [20, 30]);
  t.deepEqual(picked('gradual', [10, 50, 30], 45n), [50]);
});

test('greedy merges as many as overshoot least', (t) => {
  t.deepEqual(picked('greedy', [10, 50, 30, 20], 60n), [10, 20, 30]);
  t.deepEqual(picked('greedy', [10, 50, 30, 20], 25n), [20, 10]);
  t.deepEqual(picked('greedy', [10, 50, 30, 20], 70n), [50, 20]);
});

test('greediest merges every small coin that it meets', (t) => {
  t.deepEqual(picked('greediest', [10, 50, 30, 20], 31n), [10, 20, 30]);
  t.deepEqual(picked('greediest', [10, 50, 30, 20], 61n), [10, 20, 30, 50]);
  t.deepEqual(picked('greediest', [10, 50, 30, 20], 110n), [10, 20, 30, 50]);
  t.deepEqual(picked('greediest', [10, 20, 500], 31n), [500]);
});

for (const algorithm of ['default', 'gradual', 'greedy', 'greediest'] as const) {
  test(`${algorithm} takes all when all are needed, and gives up one sat above`, (t) => {
    t.deepEqual(picked(algorithm, [7, 5, 9], 21n)?.sort(), [5, 7, 9]);
    t.is(picked(algorithm, [7, 5, 9], 22n), null);
    t.is(picked(algorithm, [], 1n), null);
  });
}

test('a maker raises its target until a standard coin is in', (t) => {
  const [bond, standard] = coinsOf(50, 60);
  if (bond === undefined || standard === undefined) return t.fail();
  const isStandard = (coin: unknown): boolean => coin === standard;
  t.deepEqual(selectWithStandardCoin('default', [bond, standard], 40n, isStandard), [standard]);
  t.deepEqual(selectWithStandardCoin('default', [bond, standard], 70n, isStandard), [standard, bond]);
  t.is(selectWithStandardCoin('default', [bond], 40n, isStandard), null);
});
