import test from 'ava';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { json } from '../../scripts/regtest/pit.ts';
import { fundedMachine, POLICY, startMakers, usePit } from '../fixtures/pit.ts';

const pit = usePit(test);
const STRACE = ['strace', '-f', '-qq', '-e', 'trace=network', '-o'];
const HELLO_TO_A_PORT = "require('node:net').connect(1, '127.0.0.1').on('error', () => {})";

/** The address families of all sockets that a traced command and its children opened or named. */
function familiesIn(trace: string): readonly string[] {
  return [
    ...new Set([...readFileSync(trace, 'utf8').matchAll(/\bAF_[A-Z0-9]+/gu)].map(([family]) => family)),
  ];
}

/** The process that strace started; signals to strace itself do not reach it. */
function tracedProcess(trace: string): number {
  return Number(readFileSync(trace, 'utf8').split(' ')[0]);
}

test.serial('strace sees a network where there is one', async (t) => {
  const trace = path.join(pit().directory, 'control.trace');
  await pit().processes.run([...STRACE, trace, process.execPath, '-e', HELLO_TO_A_PORT]);
  t.true(familiesIn(trace).includes('AF_INET'));
});

test.serial('no wallet process opens anything but unix sockets, as taker or as maker', async (t) => {
  await startMakers(pit(), 2);
  const takerTrace = path.join(pit().directory, 'taker.trace');
  const taker = await fundedMachine(pit(), 'taker', [30_000_000n], {
    config: POLICY,
    tracer: [...STRACE, takerTrace],
  });
  const makerTrace = path.join(pit().directory, 'traced-maker.trace');
  const maker = await fundedMachine(pit(), 'traced-maker', [30_000_000n], {
    config: POLICY,
    tracer: [...STRACE, makerTrace],
  });
  const serving = maker.startWallet(['--json', 'maker']);
  await serving.waitForLine((line) => line.includes('"ready"'), 'its offers stood');

  const joined = await json<{ makers: readonly string[] }>(
    taker.wallet('--json', '--yes', 'coinjoin', '0.05btc', 'INTERNAL', '--makers', '3'),
  );
  t.is(joined.makers.length, 3);
  t.deepEqual(familiesIn(takerTrace), ['AF_UNIX']);
  process.kill(tracedProcess(makerTrace), 'SIGTERM');
  t.is(await serving.exited, 0);
  t.deepEqual(familiesIn(makerTrace), ['AF_UNIX']);
});
