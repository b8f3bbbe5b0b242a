import { crowd } from '../maker/crowd.ts';
import { median } from '../median.ts';
import type { BenchRow } from '../row.ts';

const MEGABYTE = 1e6;

export const rows: readonly BenchRow[] = [
  {
    name: 'maker, auth with 100 takers in parallel',
    unit: 'ms',
    better: 'lower',
    run: async () => {
      const { authMs } = await crowd();
      const most = Math.max(...authMs);
      return { value: median(authMs), note: `at most ${most.toFixed(1)} ms; proof, coins, disk, signature` };
    },
  },
  {
    name: 'maker with 100 takers, resident memory',
    unit: 'MB',
    better: 'lower',
    run: async () => ({ value: (await crowd()).memory / MEGABYTE, note: 'peak' }),
  },
];
