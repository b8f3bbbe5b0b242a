import test from 'ava';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

interface Status {
  readonly status: string;
  readonly current: number;
  readonly costSoFar: number;
  readonly costLimit: number;
  readonly entries: readonly { readonly destination: string; readonly txids: readonly string[] }[];
}

test.serial('a plan is drawn, run, stopped, resumed and finished over the bridge', async (t) => {
  await startMakers(pit(), 3);
  const taker = await fundedMachine(pit(), 'taker', [10_000_000n], { config: POLICY });
  const { node } = pit();
  const destination = String(await node.rpc('getnewaddress', ['', 'bech32'], 'miner'));
  const few = ['--allow-few-destinations', '--mixdepthcount', '1', '--minmakercount', '2'];
  const planned = await json<Status>(
    taker.wallet(
      '--json',
      'tumble',
      'plan',
      destination,
      ...few,
      '--makercountrange',
      '3,0',
      '--timelambda',
      '0',
    ),
  );
  t.is(planned.status, 'planned');
  t.deepEqual(
    planned.entries.map((entry) => entry.destination),
    ['INTERNAL', destination],
  );

  const running = taker.startWallet(['--json', '--yes', 'tumble', 'run']);
  await running.waitForLine((line) => line.includes('is out'), 'the first entry was sent');
  t.is((await json<Status>(taker.wallet('--json', 'tumble', 'status'))).status, 'running');
  await json(taker.wallet('--json', 'tumble', 'pause'));
  const mining = setInterval(() => {
    void node.mine(1);
  }, 1000);
  t.teardown(() => {
    clearInterval(mining);
  });
  await running.exited;
  const paused = await json<Status>(taker.wallet('--json', 'tumble', 'status'));
  t.is(paused.status, 'paused');

  await json(taker.wallet('--json', '--yes', 'tumble', 'resume'));
  clearInterval(mining);
  const done = await json<Status>(taker.wallet('--json', 'tumble', 'status'));
  t.is(done.status, 'done');
  t.true(done.costSoFar > 0 && done.costSoFar <= done.costLimit);
  t.deepEqual(
    done.entries.map(({ txids }) => txids.length),
    [1, 1],
  );
  t.is(done.entries[0]?.txids[0], paused.entries[0]?.txids[0]);
  await node.mine(1);
  const received = Number(await node.rpc('getreceivedbyaddress', [destination], 'miner'));
  t.is(Math.round(received * 1e8), 10_000_000 - done.costSoFar);

  const log = path.join(taker.dataDir, 'tumble.log');
  t.is(statSync(log).mode & 0o777, 0o600);
  t.regex(readFileSync(log, 'utf8'), /the plan is done/u);
});
