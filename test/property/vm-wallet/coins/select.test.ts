import test from 'ava';
import fc from 'fast-check';
import { sats, sumSats } from '../../../../shared/bitcoin/amount.ts';
import { selectCoins, selectWithStandardCoin } from '../../../../vm-wallet/coins/select.ts';

const ALGORITHMS = ['default', 'gradual', 'greedy', 'greediest'] as const;

const algorithms = fc.constantFrom(...ALGORITHMS);
const coins = fc.array(
  fc.record({ value: fc.bigInt({ min: 1n, max: 200n }).map((value) => sats(value)), standard: fc.boolean() }),
  { maxLength: 8 },
);
const targets = fc.bigInt({ min: 1n, max: 1000n });

const totalOf = (some: readonly { readonly value: ReturnType<typeof sats> }[]): bigint =>
  sumSats(some.map((coin) => coin.value));

test('a selection is a subset that reaches the target, and fails only when all coins do not', (t) => {
  fc.assert(
    fc.property(algorithms, coins, targets, (algorithm, available, target) => {
      const selected = selectCoins(algorithm, available, target);
      t.is(selected === null, totalOf(available) < target);
      if (selected === null) return;
      t.true(totalOf(selected) >= target);
      t.is(new Set(selected).size, selected.length);
      t.true(selected.every((coin) => available.includes(coin)));
    }),
    { numRuns: 2000 },
  );
});

test('all algorithms but greediest take no coin that is not needed beside the others', (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom('default' as const, 'greedy' as const),
      coins,
      targets,
      (algorithm, available, target) => {
        const selected = selectCoins(algorithm, available, target) ?? [];
        for (const coin of selected) t.true(totalOf(selected) - coin.value < target);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a selection for a maker starts with a standard coin, and is found when all coins allow one', (t) => {
  fc.assert(
    fc.property(algorithms, coins, targets, (algorithm, available, target) => {
      const selected = selectWithStandardCoin(algorithm, available, target, (coin) => coin.standard);
      const possible = totalOf(available) >= target && available.some((coin) => coin.standard);
      t.is(selected !== null, possible);
      if (selected === null) return;
      t.true(selected[0]?.standard);
      t.true(totalOf(selected) >= target);
      t.is(new Set(selected).size, selected.length);
      t.true(selected.every((coin) => available.includes(coin)));
    }),
    { numRuns: 2000 },
  );
});

test('the coins that were handed in stay as they were', (t) => {
  fc.assert(
    fc.property(algorithms, coins, targets, (algorithm, available, target) => {
      const before = [...available];
      selectCoins(algorithm, available, target);
      t.deepEqual(available, before);
    }),
  );
});
