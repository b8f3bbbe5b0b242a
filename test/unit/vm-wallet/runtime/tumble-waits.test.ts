import test from 'ava';
import { BridgeError } from '../../../../shared/bridge/bridge-error.ts';
import type { MessagesEvent } from '../../../../shared/bridge/messages.ts';
import { waitForBlockOrTime } from '../../../../vm-wallet/runtime/block-pace.ts';
import { leaveOutPeers } from '../../../../vm-wallet/runtime/leave-out-peers.ts';
import { serveWhileAsked } from '../../../../vm-wallet/runtime/serve-while-asked.ts';
import { chainClientOf, nodeStatus } from '../../../fixtures/chain-client.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { MemoryStore } from '../../../fixtures/memory-store.ts';
import { makerNick } from '../../../fixtures/offers.ts';
import { openTestWallet, TIP_HEIGHT } from '../../../fixtures/wallet-context.ts';

/** Ends when its signal aborts. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
    if (signal.aborted) resolve();
  });
}

test('waits no longer than it may, and follows nothing behind that', async (t) => {
  const { context } = await openTestWallet(t);
  const { hash } = context.headers.chain.tip;
  let asked = 0;
  const chain = chainClientOf({
    waitForBlock: async () => {
      asked += 1;
      await Promise.resolve();
      return nodeStatus({ bestBlock: hash });
    },
  });
  const paused: number[] = [];
  const world = {
    signal: new AbortController().signal,
    report: () => undefined,
    pause: (seconds: number) => {
      paused.push(seconds);
      return Promise.resolve();
    },
  };
  await waitForBlockOrTime(context, chain, 42, world);
  t.deepEqual(paused, [42]);
  const behind = asked;
  await Promise.resolve();
  t.is(asked, behind);
});

test('coins of a header that is known already are booked before anything else is done', async (t) => {
  const { context } = await openTestWallet(t, [], {
    scanned: { height: TIP_HEIGHT - 1, block: '00'.repeat(32) },
  });
  const { hash } = context.headers.chain.tip;
  const chain = chainClientOf({
    waitForBlock: () => Promise.resolve(nodeStatus({ bestBlock: hash })),
    status: () => Promise.reject(new Error('asked to catch up')),
  });
  const world = {
    signal: new AbortController().signal,
    report: () => undefined,
    pause: () => Promise.resolve(),
  };
  await t.throwsAsync(waitForBlockOrTime(context, chain, 1, world), { message: 'asked to catch up' });
});

test('a call that ends while it waits is told', async (t) => {
  const { context } = await openTestWallet(t);
  const chain = chainClientOf({ waitForBlock: () => Promise.reject(new BridgeError('call-died', 'gone')) });
  const world = { signal: new AbortController().signal, report: () => undefined, pause: untilLater };
  await t.throwsAsync(waitForBlockOrTime(context, chain, 1, world), { instanceOf: BridgeError });
});

test('whoever stops the wallet does not wait for the next block', async (t) => {
  const { context } = await openTestWallet(t);
  const chain = chainClientOf({ waitForBlock: () => new Promise(() => undefined) });
  const stop = new AbortController();
  const waiting = waitForBlockOrTime(context, chain, 1, {
    signal: stop.signal,
    report: () => undefined,
    pause: untilLater,
  });
  stop.abort();
  await t.notThrowsAsync(waiting);
});

function untilLater(_seconds: number, signal: AbortSignal): Promise<void> {
  return untilAborted(signal);
}

/** Serves with a clock that only waiting moves, and tells how long it served. */
async function served(seconds: number, askedAt: readonly number[]): Promise<number> {
  const store = new MemoryStore();
  let clock = 0;
  await serveWhileAsked(
    {
      store,
      now: () => clock,
      pause: (wait) => {
        clock += wait;
        for (const at of askedAt.filter((time) => time <= clock)) {
          store.state.rounds[`${at}`] = makerRecord(`${at}`, { startedAt: at });
        }
        return Promise.resolve();
      },
    },
    seconds,
    new AbortController().signal,
    untilAborted,
  );
  return clock;
}

test('a maker that nobody asks stops behind a quarter of its time, an hour at least', async (t) => {
  t.is(await served(12 * 3600, []), 3 * 3600);
  t.is(await served(2 * 3600, []), 3600);
  t.is(await served(1800, []), 1800);
});

test('a maker that is asked serves on, up to its time', async (t) => {
  t.is(await served(12 * 3600, [2 * 3600]), 5 * 3600);
  t.is(await served(12 * 3600, [2 * 3600, 4 * 3600, 6 * 3600, 8 * 3600, 10 * 3600]), 12 * 3600);
});

test('a maker whose call ends tells so', async (t) => {
  const world = { store: new MemoryStore(), now: () => 0, pause: untilLater };
  const serving = serveWhileAsked(world, 100, new AbortController().signal, () =>
    Promise.reject(new BridgeError('call-died', 'gone')),
  );
  await t.throwsAsync(serving, { instanceOf: BridgeError });
});

test('peers that are left out are not heard, all others are', async (t) => {
  const [one, two] = [makerNick(1), makerNick(2)];
  const events: MessagesEvent[] = [
    { event: 'public', channel: 'onion', from: one, line: '!a' },
    { event: 'public', channel: 'onion', from: two, line: '!b' },
    { event: 'private', channel: 'onion', from: one, line: '!c' },
    { event: 'private', channel: 'onion', from: two, line: '!d' },
    { event: 'left', channel: 'onion', nick: one },
    { event: 'shed', publicLines: 3 },
  ];
  const client = {
    open: () => Promise.resolve([]),
    publish: () => Promise.resolve(),
    send: () => Promise.resolve(),
    close: () => Promise.resolve(),
    // eslint-disable-next-line @typescript-eslint/require-await
    events: async function* () {
      yield* events;
    },
  };
  const heard: MessagesEvent[] = [];
  for await (const event of leaveOutPeers(client, new Set([one])).events()) heard.push(event);
  t.deepEqual(heard, [events[1], events[3], events[4], events[5]]);
  t.is(leaveOutPeers(client, new Set()), client);
});
