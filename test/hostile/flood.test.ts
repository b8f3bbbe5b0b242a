import test, { type ExecutionContext } from 'ava';
import { connect } from 'node:net';
import path from 'node:path';
import { BRIDGE_VERSION } from '../../shared/bridge/hello.ts';
import { connectMessages } from '../../shared/bridge/messages-client.ts';
import { ENVELOPE, publicLine } from '../../shared/jm/onion/envelope.ts';
import { relayBudget } from '../../vm-net/channels/inbox.ts';
import { join, joined, makersOf, onionSection } from '../fixtures/channels.ts';
import { FLOOD_PER_SECOND, freshNick, startFlood } from '../fixtures/orderbook-flood.ts';
import { fundedMachine, POLICY, usePit } from '../fixtures/pit.ts';
import { RawPeer } from '../fixtures/raw-peer.ts';
import { TrustingDirectory } from '../fixtures/trusting-directory.ts';

const pit = usePit(test);
const hello = { protocol: BRIDGE_VERSION, network: 'regtest', software: 'test' } as const;

const LAST_WORD = '!sw0reloffer 0 1 2 3 4';

/** How many requests for the order book a directory may bring within so many milliseconds. */
function allowedWithin(milliseconds: number): number {
  const { orderbookRequests } = relayBudget(0);
  let allowed = 0;
  for (let now = 0; now <= milliseconds; now += 1) while (orderbookRequests.take(now)) allowed += 1;
  return allowed;
}

/** A directory that anybody may flood; `asked` counts the requests for the order book that it relayed. */
async function floodable(
  t: ExecutionContext,
): Promise<{ directory: TrustingDirectory; asked: () => number }> {
  const directory = await TrustingDirectory.listen();
  t.teardown(() => {
    directory.close();
  });
  let asked = 0;
  directory.judge = (_to, message) => {
    if (message === '!orderbook') asked += 1;
    return 'relay';
  };
  return { directory, asked: () => asked };
}

/** Counts what crosses jm.Messages to a maker's wallet, up to the last word. */
async function watchMessages(runDir: string) {
  const call = await connectMessages(connect(path.join(runDir, 'messages.sock')), hello);
  const start = performance.now();
  await call.open({ nick: freshNick(), network: 'regtest', serving: true });
  const seen = { requests: 0, shed: 0 };
  const count = async (): Promise<{ requests: number; shed: number; milliseconds: number }> => {
    for await (const event of call.events()) {
      if (event.event === 'shed') seen.shed += event.publicLines;
      if (event.event !== 'public') continue;
      if (event.line === LAST_WORD) break;
      if (event.line === '!orderbook') seen.requests += 1;
    }
    const milliseconds = performance.now() - start;
    await call.close();
    return { ...seen, milliseconds };
  };
  return { counted: count() };
}

/** Ends what is counted. */
async function sayLastWord(t: ExecutionContext, port: number): Promise<void> {
  const peer = await RawPeer.join(port, { nick: freshNick() });
  t.teardown(() => {
    peer.close();
  });
  peer.send(ENVELOPE.publicMessage, publicLine(freshNick(), LAST_WORD));
}

test.serial(
  "a flood of requests for the order book hardly reaches a maker's wallet, and is counted",
  async (t) => {
    const { directory, asked } = await floodable(t);
    const { runDir } = await pit().addMachine('watched', { messaging: onionSection(directory.address) });
    const watched = await watchMessages(runDir);
    const flood = await startFlood(directory.port);
    await flood.reached(5000);
    const sent = await flood.stop();
    await sayLastWord(t, directory.port);
    const { requests, shed, milliseconds } = await watched.counted;
    t.true(sent >= 5000);
    t.is(asked(), sent);
    t.true(requests <= allowedWithin(milliseconds), `${requests} in ${milliseconds} ms`);
    // Nobody is served worse than the budget says.
    t.true(requests >= allowedWithin(0), `${requests}`);
    t.is(requests + shed, sent);
  },
);

test.serial(
  'a CoinJoin whose makers have answered goes through while the only directory is flooded',
  async (t) => {
    const { directory, asked } = await floodable(t);
    const messaging = onionSection(directory.address);
    const makers = await makersOf(t, pit(), 'flooded', [messaging, messaging]);
    const taker = await fundedMachine(pit(), 'flooded-taker', [20_000_000n], {
      config: `${POLICY}\n[TAKER]\norderbook_min_wait = 5`,
      messaging,
    });
    const askedAt = new Map<string, number>();
    let notice: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      notice = resolve;
    });
    const answers = new Set<string>();
    const count = directory.judge;
    directory.judge = (to, message, from) => {
      const [word = ''] = message.split(' ');
      if (to !== 'PUBLIC' && !askedAt.has(word)) askedAt.set(word, asked());
      if (to !== 'PUBLIC' && word.startsWith('!sw0')) answers.add(message);
      if (answers.size === makers.length) notice();
      return count(to, message, from);
    };
    const running = taker.startWallet(join());
    await answered;
    const flood = await startFlood(directory.port);
    t.teardown(() => flood.stop());
    const done = await joined(running);
    t.deepEqual(done.makers.toSorted(), makers.map(({ nick }) => nick).toSorted());
    for (const word of ['!fill', '!pubkey', '!auth', '!ioauth', '!tx', '!sig']) {
      t.true((askedAt.get(word) ?? 0) >= FLOOD_PER_SECOND, `the flood stood at ${word}`);
    }
    for (const maker of makers)
      t.regex(maker.running.notes.join('\n'), /the net VM shed [0-9]+ public messages/u);
    t.notRegex(running.notes.join('\n'), /shed/u);
  },
);

test.serial('a flood of one of two directories does not stop a CoinJoin from beginning to end', async (t) => {
  const { directory, asked } = await floodable(t);
  const both = onionSection(pit().directoryAddress, directory.address);
  const makers = await makersOf(t, pit(), 'whole', [both, both]);
  const taker = await fundedMachine(pit(), 'whole-taker', [20_000_000n], {
    config: POLICY,
    messaging: both,
  });
  const { runDir } = await pit().addMachine('whole-watched', { messaging: onionSection(directory.address) });
  const watched = await watchMessages(runDir);
  const flood = await startFlood(directory.port);
  await flood.reached(2000);
  const before = asked();
  const started = performance.now();
  const running = taker.startWallet(join());
  const done = await joined(running);
  const seconds = (performance.now() - started) / 1000;
  const during = asked() - before;
  await flood.stop();
  await sayLastWord(t, directory.port);
  const { requests, shed, milliseconds } = await watched.counted;
  t.deepEqual(done.makers.toSorted(), makers.map(({ nick }) => nick).toSorted());
  t.true(during >= 0.5 * seconds * FLOOD_PER_SECOND, 'the flood stood until the end');
  t.true(requests <= allowedWithin(milliseconds), `${requests} in ${milliseconds} ms`);
  t.is(requests + shed, asked());
});
