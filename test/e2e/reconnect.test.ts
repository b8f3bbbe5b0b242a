import test from 'ava';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);

test.serial('a maker whose net VM restarts is back under its nick, and joins', async (t) => {
  await startMakers(pit(), 1);
  const maker = await fundedMachine(pit(), 'restarted', [20_000_000n], { config: POLICY });
  const running = maker.startWallet(['--json', 'maker']);
  const first = await running.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
  await maker.restartNetVm();
  await running.waitForNote((note) => note.includes('calling again'), 'it noticed');
  const isSecond = (line: string): boolean =>
    line.includes('"ready"') && running.lines.filter((one) => one.includes('"ready"')).length > 1;
  const second = await running.waitForLine(isSecond, 'its offers stood again');
  const nick = (line: string): unknown => (JSON.parse(line) as { readonly nick: string }).nick;
  t.is(nick(second), nick(first));

  const taker = await fundedMachine(pit(), 'taker', [20_000_000n], { config: POLICY });
  const joined = await json<{ readonly makers: readonly string[] }>(
    taker.wallet('--json', '--yes', 'coinjoin', '0.05btc', 'INTERNAL', '--makers', '2'),
  );
  t.true(joined.makers.includes(String(nick(first))));
});
