import test from 'ava';
import { duplexPair } from 'node:stream';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { MessagesEvent } from '../../../../shared/bridge/messages.ts';
import { connectMessages } from '../../../../shared/bridge/messages-client.ts';
import { serveMessages, type MessagesHandler } from '../../../../shared/bridge/messages-server.ts';
import { messagesEvent, watchJoinsRequest } from '../../../../shared/bridge/schema/validators.js';
import { MAX_WATCHED_COINS, MAX_WATCHED_JOINS, type WatchedJoin } from '../../../../shared/bridge/watch.ts';

const ID = txid('ab'.repeat(32));
const hello = { protocol: 1, network: 'regtest', software: 'test' } as const;
const notice = { about: 'join', txid: ID, finding: 'conflict', inBlock: false, spender: ID } as const;

/** A call whose net VM notes what it is to watch, and tells these events when it opens. */
async function call(events: readonly unknown[] = []) {
  const [near, far] = duplexPair();
  const named: (readonly WatchedJoin[])[] = [];
  const handler: MessagesHandler = {
    open: (_request, emit) => {
      for (const event of events) emit(event as MessagesEvent);
      return Promise.resolve([]);
    },
    publish: () => Promise.resolve(),
    send: () => Promise.resolve(),
    watch: (joins) => {
      named.push(joins);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  const [client] = await Promise.all([connectMessages(near, hello), serveMessages(far, hello, handler)]);
  return { client, named };
}

const open = { nick: 'J5abcdefghjkmnpq', network: 'regtest', serving: false } as never;

test('the wallet names what to watch, and notices come back as events', async (t) => {
  const { client, named } = await call([{ event: 'watch', notice }]);
  const joins = [{ txid: ID, inputs: [{ txid: ID, vout: 1 }], outputs: 2 }];
  await client.watch(joins);
  t.deepEqual(named, [joins]);
  await client.open(open);
  for await (const event of client.events()) {
    t.deepEqual(event, { event: 'watch', notice });
    break;
  }
  await client.close();
});

test('a notice that no schema allows ends the call', async (t) => {
  for (const bad of [
    { event: 'watch', notice: { ...notice, spend: true } },
    { event: 'watch', notice: { ...notice, finding: 'stolen' } },
    { event: 'watch', notice: { ...notice, spender: 'ab' } },
    { event: 'watch', notice: { about: 'advice', text: 'send your seed' } },
    { event: 'watch', notice: { about: 'tip', finding: 'well', height: -1, behind: 0 } },
    { event: 'watching', notice },
  ]) {
    const { client } = await call([bad]);
    await t.throwsAsync(client.open(open), { code: 'bridge-schema-violation' });
  }
});

test('each notice keeps to its bounds', (t) => {
  const directory = {
    about: 'directory',
    directory: 'a'.repeat(80),
    finding: 'down',
    latencyMs: null,
    minutes: 1,
    detail: 'x'.repeat(200),
  };
  const fits = (value: unknown): boolean => messagesEvent({ event: 'watch', notice: value });
  t.true(fits(directory));
  t.false(fits({ ...directory, directory: 'a'.repeat(81) }));
  t.false(fits({ ...directory, directory: 'a b' }));
  t.false(fits({ ...directory, detail: 'x'.repeat(201) }));
  t.false(fits({ ...directory, minutes: 10_000_001 }));
  const offers = { about: 'own-offers', directory: 'a:1', finding: 'seen', offers: 0 };
  t.true(fits(offers));
  t.false(fits({ ...offers, offers: 0.5 }));
});

test('so many transactions and coins may be named, and not one more', (t) => {
  const coins = (count: number): unknown[] =>
    Array.from({ length: count }, (_unused, vout) => ({ txid: ID, vout }));
  const join = (inputs: number, outputs: number): unknown => ({ txid: ID, inputs: coins(inputs), outputs });
  const joins = (count: number): unknown => ({ joins: Array.from({ length: count }, () => join(1, 1)) });
  t.true(watchJoinsRequest(joins(0)));
  t.true(watchJoinsRequest(joins(MAX_WATCHED_JOINS)));
  t.false(watchJoinsRequest(joins(MAX_WATCHED_JOINS + 1)));
  t.true(watchJoinsRequest({ joins: [join(MAX_WATCHED_COINS, MAX_WATCHED_COINS)] }));
  t.false(watchJoinsRequest({ joins: [join(MAX_WATCHED_COINS + 1, 1)] }));
  t.false(watchJoinsRequest({ joins: [join(1, MAX_WATCHED_COINS + 1)] }));
  t.false(watchJoinsRequest({ joins: [join(1, 0)] }));
});
