import test from 'ava';
import type { TrafficLimits } from '../../../../shared/config/directory.ts';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { NOT_SERVING } from '../../../../shared/jm/onion/handshake.ts';
import {
  orderbookRequests,
  PeerLimitsByNick,
  type PeerLimits,
} from '../../../../vm-net/directory/peer-limits.ts';
import { NO_LIMITS } from '../../../fixtures/traffic-limits.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const ONION = `${'a'.repeat(56)}.onion:5222`;

function limitsOf(limits: Partial<TrafficLimits>, location = NOT_SERVING): PeerLimits {
  return new PeerLimitsByNick({ ...NO_LIMITS, ...limits }).of({ nick: 'ann', location });
}

/** How many of so many attempts pass. */
function passing(attempts: number, attempt: () => boolean): number {
  return Array.from({ length: attempts }, attempt).filter((passed) => passed).length;
}

test('messages: the burst at once, then so many a second', (t) => {
  const limits = limitsOf({ messagesPerSecond: 5, messagesBurst: 10 });
  t.is(
    passing(10, () => limits.message(0)),
    10,
  );
  t.false(limits.message(0));
  t.is(
    passing(9, () => limits.message(SECOND)),
    5,
  );
});

test('public lines: so many a minute', (t) => {
  const limits = limitsOf({ publicMessagesPerMinute: 6 });
  t.is(
    passing(6, () => limits.publicLine(0, 100, 0)),
    6,
  );
  t.false(limits.publicLine(0, 100, 0));
  t.false(limits.publicLine(10 * SECOND - 1, 100, 0));
  t.true(limits.publicLine(10 * SECOND + 1, 100, 0));
});

test('public bytes: the burst at once, then so many a second', (t) => {
  const limits = limitsOf({ publicBytesPerSecond: 100, publicBytesBurst: 1000 });
  t.false(limits.publicLine(0, 1001, 0));
  t.true(limits.publicLine(0, 1000, 0));
  t.false(limits.publicLine(0, 1, 0));
  t.true(limits.publicLine(SECOND, 100, 0));
  t.false(limits.publicLine(SECOND, 1, 0));
});

test('requests for offers: so many a minute, and other lines still pass', (t) => {
  const limits = limitsOf({ orderbooksPerMinute: 3 });
  t.is(
    passing(3, () => limits.publicLine(0, 30, 1)),
    3,
  );
  t.false(limits.publicLine(0, 30, 1));
  t.true(limits.publicLine(0, 30, 0));
  t.false(limits.publicLine(20 * SECOND - 1, 30, 1));
  t.true(limits.publicLine(20 * SECOND + 1, 30, 1));
});

test('a line that asks more than once is not relayed, and costs nothing', (t) => {
  const limits = limitsOf({ orderbooksPerMinute: 3 });
  t.false(limits.publicLine(0, 60, 2));
  t.is(
    passing(4, () => limits.publicLine(0, 30, 1)),
    3,
  );
});

test('lists of peers: so many a minute', (t) => {
  const limits = limitsOf({ peerlistsPerMinute: 3 });
  t.is(
    passing(3, () => limits.peerlist(0)),
    3,
  );
  t.false(limits.peerlist(0));
  t.false(limits.peerlist(20 * SECOND - 1));
  t.true(limits.peerlist(20 * SECOND + 1));
});

test('each budget stands alone', (t) => {
  const limits = limitsOf({
    messagesPerSecond: 1,
    messagesBurst: 1,
    publicMessagesPerMinute: 1,
    orderbooksPerMinute: 1,
    peerlistsPerMinute: 1,
  });
  t.true(limits.message(0));
  t.true(limits.peerlist(0));
  t.true(limits.publicLine(0, 30, 1));
  t.false(limits.message(0) || limits.peerlist(0) || limits.publicLine(0, 30, 0));
});

test('a nick that leaves and comes back gains nothing, another one does not pay for it', (t) => {
  const all = new PeerLimitsByNick({
    ...NO_LIMITS,
    messagesPerSecond: 1,
    messagesBurst: 3,
    publicMessagesPerMinute: 2,
    orderbooksPerMinute: 2,
    peerlistsPerMinute: 2,
  });
  const ann = all.of({ nick: 'ann', location: NOT_SERVING });
  t.is(
    passing(9, () => ann.message(0)),
    3,
  );
  t.is(
    passing(9, () => ann.publicLine(0, 30, 1)),
    2,
  );
  t.is(
    passing(9, () => ann.peerlist(0)),
    2,
  );
  const again = all.of({ nick: 'ann', location: ONION });
  t.false(again.message(0) || again.publicLine(0, 30, 0) || again.publicLine(0, 30, 1) || again.peerlist(0));
  const bob = all.of({ nick: 'bob', location: ONION });
  t.true(bob.message(0) && bob.publicLine(0, 30, 1) && bob.peerlist(0));
});

test('nicks at one onion address share its requests for offers, whatever their ports', (t) => {
  const all = new PeerLimitsByNick({ ...NO_LIMITS, orderbooksPerMinute: 3 });
  const ask = (nick: string, location: string): boolean => all.of({ nick, location }).publicLine(0, 30, 1);
  t.true(ask('a', ONION) && ask('b', ONION) && ask('c', ONION.replace('5222', '5223')));
  t.false(ask('d', ONION));
  t.true(ask('d', NOT_SERVING));
  t.true(ask('e', ONION.replace('aa', 'bb')));
});

test('as many nicks are remembered as is set, those that came back last the longest', (t) => {
  const all = new PeerLimitsByNick({ ...NO_LIMITS, peerlistsPerMinute: 1 }, 3);
  const ask = (nick: string): boolean => all.of({ nick, location: NOT_SERVING }).peerlist(0);
  t.true(ask('a') && ask('b') && ask('c'));
  t.is(all.size, 3);
  t.false(ask('a'));
  t.true(ask('d'));
  t.is(all.size, 3);
  t.false(ask('a'));
  t.true(ask('b'));
});

test('a connection keeps its budgets when its nick is forgotten', (t) => {
  const all = new PeerLimitsByNick({ ...NO_LIMITS, peerlistsPerMinute: 1 }, 1);
  const ann = all.of({ nick: 'ann', location: NOT_SERVING });
  t.true(ann.peerlist(0));
  all.of({ nick: 'bob', location: NOT_SERVING });
  t.false(ann.peerlist(0));
});

test('without limits everything passes', (t) => {
  const limits = limitsOf({});
  t.is(
    passing(10_000, () => limits.message(0) && limits.publicLine(0, 40_000, 5) && limits.peerlist(0)),
    10_000,
  );
});

test('requests for offers are counted wherever they stand in the line', (t) => {
  const counts: readonly [string, number][] = [
    ['J5ann!PUBLIC!orderbook', 1],
    ['J5ann!PUBLIC!!orderbook', 1],
    ['J5ann!PUBLIC!orderbook please', 1],
    ['J5ann!PUBLIC!orderbook!orderbook', 2],
    ['J5ann!PUBLIC!cancel 0!orderbook!cancel 1!orderbook!orderbook', 3],
    ['J5ann!PUBLIC!sw0reloffer 0 27300 5000000 0 0.0001!tbond MEUC', 0],
    ['J5ann!PUBLIC!order', 0],
    ['', 0],
  ];
  for (const [line, count] of counts) t.is(orderbookRequests(line), count, line);
});

test('with the default limits an honest maker and taker are never cut', (t) => {
  const all = new PeerLimitsByNick(parseConfig('').directory);
  const maker = all.of({ nick: 'maker', location: ONION });
  const taker = all.of({ nick: 'taker', location: NOT_SERVING });
  for (let minute = 0; minute < 60; minute += 1) {
    const now = minute * MINUTE;
    // Ten offers with bonds when it joins, and ten cancels and ten offers after each of two rounds.
    for (let offer = 0; offer < 50; offer += 1) t.true(maker.message(now) && maker.publicLine(now, 500, 0));
    // Three requests a minute are what joinmarket-rs lets pass.
    for (let request = 0; request < 3; request += 1)
      t.true(taker.message(now) && taker.publicLine(now, 60, 1));
    t.true(taker.peerlist(now));
  }
});

test('with the default limits a flood is cut to little', (t) => {
  const all = new PeerLimitsByNick(parseConfig('').directory);
  let messages = 0;
  let lines = 0;
  let requests = 0;
  for (let now = 0; now < MINUTE; now += 1) {
    const flood = all.of({ nick: 'flood', location: ONION });
    if (flood.message(now)) messages += 1;
    if (flood.publicLine(now, 500, 0)) lines += 1;
    if (all.of({ nick: `flood ${now}`, location: ONION }).publicLine(now, 60, 1)) requests += 1;
  }
  t.true(messages > 1000 && messages <= 31_000);
  t.true(lines > 60 && lines <= 120);
  t.true(requests >= 3 && requests <= 6);
  t.false(all.of({ nick: 'huge', location: ONION }).publicLine(0, 65_537, 0));
});
