import test from 'ava';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { simulate } from '../../scripts/tumble-simulation/simulate.ts';
import { seededRandom } from '../fixtures/seeded-random.ts';

const processes = new ProcessGroup();
const directory = await mkdtemp(path.join(tmpdir(), 'jm-tumble-'));

test.after.always(async () => {
  await processes.stopAll();
  // A maker that was stopped may still be writing the last header.
  await rm(directory, { recursive: true, force: true, maxRetries: 10 });
});

test('a whole plan runs to the end a thousand times as fast as life, with makers that fail, a reboot, and a taker that asks it', async (t) => {
  const node = await startRegtestNode(processes, path.join(directory, 'node'));
  const result = await simulate({
    node,
    directory,
    random: seededRandom(1),
    speed: 1000,
    makers: 6,
    // Nothing lies in the plan's last mixdepth before its time, so that the wallet may be a maker meanwhile.
    coins: [
      [0, 21_000_000n],
      [0, 9_000_000n],
      [1, 14_000_000n],
    ],
    failureShare: 0.05,
    reboots: 1,
    options: {
      makerCount: { mean: 3, deviation: 0 },
      mixdepthCount: 3,
      transactionCount: { mean: 1, deviation: 0 },
      timeLambda: 5,
      firstStageIncrease: 1,
    },
    makerHours: 1,
    report: (text) => {
      t.log(text);
    },
  });
  t.deepEqual(result.broken, []);
  t.is(result.end, 'done');
  t.is(result.entries, 7);
  t.is(result.reboots, 1);
  t.true(result.earnedJoins > 0, 'nobody mixed with it while it was a maker');
});
