import test from 'ava';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { createNickKey, type NickKey } from '../../../../shared/jm/nick-key.ts';
import { ONION_HOSTID, signedLine } from '../../../../shared/jm/signed-line.ts';
import { relayBudget, Inbox, peerBudget } from '../../../../vm-net/channels/inbox.ts';

const own = createNickKey(systemRandom).nick;
const maker = { nick: own, serving: true };
const ann = createNickKey(systemRandom);
const eve = createNickKey(systemRandom);

function privateFrom(key: NickKey, payload: string): string {
  return `${key.nick}!${own}${signedLine('pubkey', payload, key, ONION_HOSTID)}`;
}

test('a line is taken once in half a minute', (t) => {
  const inbox = new Inbox(maker);
  const source = relayBudget(0);
  const line = privateFrom(ann, 'x');
  t.not(inbox.take(line, source, null, 0), null);
  t.is(inbox.take(line, source, null, 29_999), null);
  t.not(inbox.take(line, source, null, 30_000), null);
});

test('what others say in the name of a nick does not use up its budget', (t) => {
  const inbox = new Inbox(maker);
  const source = relayBudget(0);
  for (let count = 0; count < 1000; count += 1) {
    t.is(inbox.take(`${ann.nick}!${own}!pubkey ${count} forged`, source, null, 0), null);
  }
  t.not(inbox.take(privateFrom(ann, 'genuine'), source, null, 0), null);
});

test('signatures cover the hostid of the moment, or the same in lower case', (t) => {
  let hostid = 'irc.test6667';
  const inbox = new Inbox(maker, () => hostid);
  const source = relayBudget(0);
  const over = (payload: string, name: string): string =>
    `${ann.nick}!${own}${signedLine('push', payload, ann, name)}`;
  t.not(inbox.take(over('a', 'irc.test6667'), source, null, 0), null);
  t.is(inbox.take(over('b', ONION_HOSTID), source, null, 0), null);
  hostid = 'PitNet';
  t.is(inbox.take(over('c', 'irc.test6667'), source, null, 0), null);
  t.not(inbox.take(over('d', 'PitNet'), source, null, 0), null);
  t.not(inbox.take(over('e', 'pitnet'), source, null, 0), null);
  t.is(inbox.take(over('f', 'PITNET'), source, null, 0), null);
});

test('a nick gets its budget of signed lines, and another nick its own', (t) => {
  const inbox = new Inbox(maker);
  const source = relayBudget(0);
  const taken = Array.from({ length: 110 }, (_unused, n) =>
    inbox.take(privateFrom(eve, String(n)), source, null, 0),
  );
  t.is(taken.filter((line) => line !== null).length, 100);
  t.not(inbox.take(privateFrom(ann, 'x'), source, null, 0), null);
  // Ten a second come back.
  const later = Array.from({ length: 20 }, (_unused, n) =>
    inbox.take(privateFrom(eve, `later ${n}`), source, null, 1000),
  );
  t.is(later.filter((line) => line !== null).length, 10);
});

test('a public flood leaves room for private lines of the same connection, and is counted', (t) => {
  const inbox = new Inbox(maker);
  const source = peerBudget(0);
  const taken = Array.from({ length: 50 }, (_unused, n) =>
    inbox.take(`${eve.nick}!PUBLIC!x${n}`, source, null, 0),
  );
  t.is(taken.filter((line) => line !== null).length, 20);
  t.is(inbox.takeShed(), 30);
  t.is(inbox.takeShed(), 0);
  t.not(inbox.take(privateFrom(ann, 'x'), source, null, 0), null);
});

test('a flood of requests under invented nicks is bounded, and leaves room for offers', (t) => {
  const inbox = new Inbox(maker);
  const source = relayBudget(0);
  const ask = (now: number): boolean => {
    const { nick } = createNickKey(systemRandom);
    return inbox.take(`${nick}!PUBLIC!orderbook`, source, null, now) !== null;
  };
  t.is(Array.from({ length: 60 }, () => ask(0)).filter((taken) => taken).length, 50);
  t.is(Array.from({ length: 10 }, () => ask(1000)).filter((taken) => taken).length, 5);
  t.not(inbox.take(`${ann.nick}!PUBLIC!sw0reloffer 0 27300 1 0 0.1`, source, null, 1000), null);
  t.is(inbox.take(`${ann.nick}!PUBLIC!sw0reloffer 1 27300 1 0 0.1!orderbook`, source, null, 1000), null);
});

test('who has no offers is not told that somebody asks for them', (t) => {
  const inbox = new Inbox({ nick: own, serving: false });
  const source = relayBudget(0);
  t.is(inbox.take(`${ann.nick}!PUBLIC!orderbook`, source, null, 0), null);
  t.not(inbox.take(`${ann.nick}!PUBLIC!orderbooks`, source, null, 0), null, 'another word');
  t.is(inbox.takeShed(), 0);
});

test('a line that was shed on one connection is still taken from another', (t) => {
  const inbox = new Inbox(maker);
  const flooded = peerBudget(0);
  for (let count = 0; count < 20; count += 1) inbox.take(`${eve.nick}!PUBLIC!x${count}`, flooded, null, 0);
  const line = `${ann.nick}!PUBLIC!cancel 0`;
  t.is(inbox.take(line, flooded, null, 0), null);
  t.deepEqual(inbox.take(line, relayBudget(0), null, 0), {
    kind: 'public',
    from: ann.nick,
    message: '!cancel 0',
  });
});

test('a direct connection speaks for its own nick only', (t) => {
  const inbox = new Inbox(maker);
  const line = privateFrom(ann, 'x');
  t.is(inbox.take(line, peerBudget(0), eve.nick, 0), null);
  t.not(inbox.take(line, peerBudget(0), ann.nick, 0), null);
});

test('lines that are not for us, or from us, or from no nick, are nothing', (t) => {
  const inbox = new Inbox(maker);
  const source = relayBudget(0);
  for (const line of [
    '',
    'x',
    `${own}!PUBLIC!x`,
    `${ann.nick}!${eve.nick}!x`,
    'J5!PUBLIC!x',
    `${ann.nick}!PUBLIC`,
  ]) {
    t.is(inbox.take(line, source, null, 0), null, line);
  }
  t.is(inbox.takeShed(), 0);
});
