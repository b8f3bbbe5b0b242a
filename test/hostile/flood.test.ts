import test from 'ava';
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

/** Counts what crosses jm.Messages to a maker's wallet, up to the last word. */
async function watchMessages(runDir: string) {
  const call = await connectMessages(connect(path.join(runDir, 'messages.sock')), hello);
  const start = performance.now();
  await call.open({ nick: freshNick(), network: 'regtest', serving: true });
  const seen = { requests: 0, shed: 0 };
  let notice: () => void = () => undefined;
  const flooded = new Promise<void>((resolve) => {
    notice = resolve;
  });
  const count = async (): Promise<{ requests: number; shed: number; milliseconds: number }> => {
    for await (const event of call.events()) {
      if (event.event === 'shed') {
        seen.shed += event.publicLines;
        notice();
      } else if (event.event === 'public') {
        if (event.line === LAST_WORD) break;
        if (event.line === '!orderbook') seen.requests += 1;
      }
    }
    const milliseconds = performance.now() - start;
    await call.close();
    return { ...seen, milliseconds };
  };
  return { flooded, counted: count() };
}

test.serial(
  'a flood of requests for the order book neither stops a CoinJoin nor reaches the wallets',
  async (t) => {
    const directory = await TrustingDirectory.listen();
    let asked = 0;
    directory.judge = (_to, message) => {
      if (message === '!orderbook') asked += 1;
      return 'relay';
    };
    t.teardown(() => {
      directory.close();
    });
    const both = onionSection(pit().directoryAddress, directory.address);
    const makers = await makersOf(t, pit(), 'flooded', [both, both]);
    const taker = await fundedMachine(pit(), 'flooded-taker', [20_000_000n], {
      config: POLICY,
      messaging: both,
    });
    const { runDir } = await pit().addMachine('watched', { messaging: onionSection(directory.address) });
    const watched = await watchMessages(runDir);
    const flood = await startFlood(directory.port);
    await watched.flooded;
    const before = asked;
    const started = performance.now();
    const running = taker.startWallet(join());
    const done = await joined(running);
    const during = asked - before;
    const seconds = (performance.now() - started) / 1000;
    const sent = await flood.stop();
    const last = await RawPeer.join(directory.port, { nick: freshNick() });
    t.teardown(() => {
      last.close();
    });
    last.send(ENVELOPE.publicMessage, publicLine(freshNick(), LAST_WORD));
    const { requests, shed, milliseconds } = await watched.counted;
    t.log({ sent, during, seconds, requests, shed, milliseconds });

    t.deepEqual(done.makers.toSorted(), makers.map(({ nick }) => nick).toSorted());
    t.true(requests <= allowedWithin(milliseconds), `${requests} in ${milliseconds} ms`);
    t.is(requests + shed, asked);
    for (const maker of makers)
      t.regex(maker.running.notes.join('\n'), /the net VM shed [0-9]+ public messages/u);
    t.notRegex(running.notes.join('\n'), /shed/u);
    t.true(during >= 0.5 * seconds * FLOOD_PER_SECOND, 'the flood stood until the end');
  },
);
