import { systemRandom } from '../../../shared/crypto/random.ts';
import { makePlan } from '../../../vm-wallet/tumbler/make-plan.ts';
import { storedEntry } from '../../../vm-wallet/tumbler/new-tumble.ts';
import { REFERENCE_OPTIONS } from '../../../vm-wallet/tumbler/options.ts';
import { milliseconds, type BenchRow } from '../row.ts';

const JOINS = 20;
const DESTINATIONS = ['one', 'two', 'three'];

/** A sweep, three mixdepths in six pieces each, and a sweep. */
const PLAN = {
  options: {
    ...REFERENCE_OPTIONS,
    transactionCount: { mean: 6, deviation: 0 },
    minimumTransactions: 6,
  },
  mixdepths: 5,
  filled: [0],
  destinations: DESTINATIONS,
  random: systemRandom,
};

export const rows: readonly BenchRow[] = [
  {
    name: `tumbler plan of ${JOINS} CoinJoins`,
    unit: 'ms',
    better: 'lower',
    run: async () => {
      const value = await milliseconds(() => {
        const entries = makePlan(PLAN).map(storedEntry);
        if (entries.length !== JOINS) throw new Error(`the plan has ${entries.length} CoinJoins`);
      }, 50);
      return { value };
    },
  },
];
