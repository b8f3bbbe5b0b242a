import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startRegtestNode } from '../regtest/bitcoind.ts';
import { ProcessGroup } from '../regtest/processes.ts';
import { seededRandom } from '../../test/fixtures/seeded-random.ts';
import { simulate } from './simulate.ts';

/*
 * Usage: npm run tumble-simulation -- [N] [--seed S] [--speed 1000]
 * Runs N whole plans, each on a regtest node of its own, with the reference's options, makers that fail, and reboots.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    speed: { type: 'string', default: '1000' },
  },
});
const plans = Number(positionals[0] ?? '1');
const first = Number(values.seed);
let failed = 0;

for (let seed = first; seed < first + plans; seed += 1) {
  const processes = new ProcessGroup();
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-tumble-'));
  const started = performance.now();
  try {
    const node = await startRegtestNode(processes, path.join(directory, 'node'));
    const result = await simulate({
      node,
      directory,
      random: seededRandom(seed),
      speed: Number(values.speed),
      makers: 8,
      coins: [
        [0, 21_000_000n],
        [0, 9_000_000n],
        [2, 14_000_000n],
      ],
      failureShare: 0.05,
      reboots: 3,
      options: { makerCount: { mean: 4, deviation: 1 } },
      makerHours: 2,
      report: (text) => {
        process.stdout.write(`  ${text}\n`);
      },
    });
    const { end, entries, reboots, earnedJoins, cost, bound, broken } = result;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(
      `seed ${seed}: ${end}, ${entries} entries, ${reboots} reboots, ${earnedJoins} as a maker, cost ${cost} of at most ${bound} sat, ${seconds} s\n`,
    );
    for (const sentence of broken) process.stdout.write(`  BROKEN: ${sentence}\n`);
    if (broken.length > 0) failed += 1;
  } finally {
    await processes.stopAll();
    await rm(directory, { recursive: true, force: true, maxRetries: 10 });
  }
}
process.exit(failed === 0 ? 0 : 1);
