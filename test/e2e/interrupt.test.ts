import test from 'ava';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, POLICY, startMakers, usePit, type Entry } from '../fixtures/pit.ts';

const pit = usePit(test);
const JOIN = ['--json', '--yes', 'coinjoin', '0.05btc', 'INTERNAL', '--makers', '2'] as const;

test.serial('a maker that is told to stop stops by itself, and leaves its wallet free', async (t) => {
  const maker = await fundedMachine(pit(), 'stopped', [20_000_000n], { config: POLICY });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const running = maker.startWallet(['--json', 'maker']);
    await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
    running.signal(signal);
    t.is(await running.exited, 0, signal);
  }
  await json<Entry[]>(maker.wallet('--json', 'history'));
});

test.serial('ctrl-C in the middle of a CoinJoin spends nothing, and the next one succeeds', async (t) => {
  await startMakers(pit(), 2);
  const taker = await fundedMachine(pit(), 'taker', [20_000_000n], { config: POLICY });
  const running = taker.startWallet(JOIN);
  await running.waitForNote((note) => note.includes('asking'), 'it asked a maker');
  running.signal('SIGINT');
  t.is(await running.exited, 6);
  t.regex(running.lines.at(-1) ?? '', /"interrupted"/u);
  t.deepEqual(await pit().node.rpc('getrawmempool', []), []);
  // The makers' leases run on, but they have more coins than one.
  const joined = await json<{ makers: readonly string[] }>(taker.wallet(...JOIN));
  t.is(joined.makers.length, 2);
});
