import test, { type ExecutionContext } from 'ava';
import path from 'node:path';
import { freePort } from '../../scripts/regtest/free-port.ts';
import type { Machine } from '../../scripts/regtest/pit.ts';
import type { Running } from '../../scripts/regtest/processes.ts';
import { balanceOf, join, joined, makersOf, notedSince, onionSection } from '../fixtures/channels.ts';
import { fundedMachine, POLICY, usePit, type Failure } from '../fixtures/pit.ts';
import { TrustingDirectory } from '../fixtures/trusting-directory.ts';

const pit = usePit(test);
const daemon = path.resolve(import.meta.dirname, '../../dist/joinmarketd');
const COIN = 20_000_000;
const PROVEN = /our coin was proven to it/u;
const UP = / channel onion: 1 of 1 directories up/u;

/** A taker with one coin, so that it is noticed when that is not free again, and little patience. */
function takerOn(messaging: string, name: string): Promise<Machine> {
  const config = `${POLICY}\n[TIMEOUT]\nmaker_timeout_sec = 4`;
  return fundedMachine(pit(), name, [BigInt(COIN)], { config, messaging });
}

async function startDirectory(t: ExecutionContext, port: number): Promise<Running> {
  const listen = ['--listen', `127.0.0.1:${port}`, '--network', 'testnet'];
  const running = pit().processes.start([daemon, 'directory', ...listen]);
  t.teardown(() => running.stop());
  await running.waitForLine((line) => line.startsWith('ready'), 'it listened');
  return running;
}

async function kill(running: Running): Promise<void> {
  running.signal('SIGKILL');
  await running.exited;
}

/** The round that something happened to: it is done, or it failed with one of these codes, nothing is spent and the coin is free. */
async function endedWell(
  t: ExecutionContext,
  taker: Machine,
  running: Running,
  codes: readonly string[],
): Promise<void> {
  if ((await running.exited) === 0) {
    const { txid } = await joined(running);
    t.deepEqual(await pit().node.rpc('getrawmempool', []), [txid]);
  } else {
    const { error } = JSON.parse(running.lines.at(-1) ?? '') as { readonly error: Failure };
    t.true(codes.includes(error.code), `${error.code}: ${error.message}`);
    t.deepEqual(await pit().node.rpc('getrawmempool', []), []);
    const { available, total } = await balanceOf(taker);
    t.deepEqual({ available, total }, { available: COIN, total: COIN });
  }
  await pit().node.mine(6);
}

/** What a taker does when it tries again. */
async function joinsAgain(t: ExecutionContext, taker: Machine): Promise<void> {
  const again = await joined(taker.startWallet(join()));
  t.is(again.equalOutputs, 3);
  await pit().node.mine(6);
}

test.serial('a directory that is killed in the middle of a round, and comes back', async (t) => {
  const port = await freePort();
  const directory = await startDirectory(t, port);
  const messaging = onionSection(`127.0.0.1:${port}`);
  const makers = await makersOf(t, pit(), 'of-killed', [messaging, messaging]);
  const taker = await takerOn(messaging, 'taker-of-killed');
  const running = taker.startWallet(join());
  await running.waitForNote((note) => PROVEN.test(note), 'a maker answered');
  await kill(directory);
  const before = makers.map((maker) => maker.running.notes.length);
  await endedWell(t, taker, running, ['coinjoin-makers-failed', 'coinjoin-missing-signatures']);
  await startDirectory(t, port);
  await Promise.all(makers.map((maker, index) => notedSince(maker.running, before[index] ?? 0, UP)));
  await joinsAgain(t, taker);
});

test.serial(
  'a directory that dies when there is no other way: the round fails, the next one does not',
  async (t) => {
    const directory = await TrustingDirectory.listen();
    const messaging = onionSection(directory.address);
    const makers = await makersOf(t, pit(), 'of-lost', [messaging, messaging]);
    const taker = await takerOn(messaging, 'taker-of-lost');
    let proofs = 0;
    directory.judge = (_to, message) => {
      if (message.startsWith('!auth ')) proofs += 1;
      return proofs === 2 ? 'last' : 'relay';
    };
    const before = makers.map((maker) => maker.running.notes.length);
    const running = taker.startWallet(join());
    t.is(await running.exited, 1);
    await endedWell(t, taker, running, ['coinjoin-makers-failed']);
    t.regex(running.lines.at(-1) ?? '', /no answer to auth/u);
    await startDirectory(t, directory.port);
    await Promise.all(makers.map((maker, index) => notedSince(maker.running, before[index] ?? 0, UP)));
    await joinsAgain(t, taker);
  },
);

test.serial("the taker's joinmarketd is killed in the middle of a round", async (t) => {
  const messaging = onionSection(pit().directoryAddress);
  await makersOf(t, pit(), 'of-cut-off', [messaging, messaging]);
  const taker = await takerOn(messaging, 'cut-off-taker');
  const running = taker.startWallet(join());
  await running.waitForNote((note) => PROVEN.test(note), 'a maker answered');
  await kill(taker.netVm);
  await running.exited;
  await taker.restartNetVm();
  await endedWell(t, taker, running, ['call-died']);
  await joinsAgain(t, taker);
});

test.serial("a maker's joinmarketd is killed in the middle of a round", async (t) => {
  const messaging = onionSection(pit().directoryAddress);
  await makersOf(t, pit(), 'beside-cut-off', [messaging]);
  const maker = await fundedMachine(pit(), 'cut-off-maker', [20_000_000n, 20_000_000n], {
    config: POLICY,
    messaging,
  });
  const offering = maker.startWallet(['--json', 'maker']);
  t.teardown(() => offering.stop());
  const ready = await offering.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
  const { nick } = JSON.parse(ready) as { readonly nick: string };
  const taker = await takerOn(messaging, 'taker-of-cut-off');
  const running = taker.startWallet(join());
  await running.waitForNote((note) => note.includes(`${nick}: answered`), 'it answered');
  await kill(maker.netVm);
  await endedWell(t, taker, running, ['coinjoin-makers-failed', 'coinjoin-missing-signatures']);
  await maker.restartNetVm();
  await offering.waitForLine(
    () => offering.lines.filter((line) => line.includes('"ready"')).length > 1,
    'its offers stood again',
  );
  const again = await joined(taker.startWallet(join()));
  t.true(again.makers.includes(nick));
});
