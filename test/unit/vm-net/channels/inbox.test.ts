import test from 'ava';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { createNickKey, type NickKey } from '../../../../../shared/jm/nick-key.ts';
import { ONION_HOSTID, signedLine } from '../../../../../shared/jm/signed-line.ts';
import { directoryBudget, Inbox, peerBudget } from '../../../../../vm-net/channels/onion/inbox.ts';

const own = createNickKey(systemRandom).nick;
const ann = createNickKey(systemRandom);
const eve = createNickKey(systemRandom);

function privateFrom(key: NickKey, payload: string): string {
  return `${key.nick}!${own}${signedLine('pubkey', payload, key, ONION_HOSTID)}`;
}

test('a line is taken once in half a minute', (t) => {
  const inbox = new Inbox(own);
  const source = directoryBudget(0);
  const line = privateFrom(ann, 'x');
  t.not(inbox.take(line, source, null, 0), null);
  t.is(inbox.take(line, source, null, 29_999), null);
  t.not(inbox.take(line, source, null, 30_000), null);
});

test('what others say in the name of a nick does not use up its budget', (t) => {
  const inbox = new Inbox(own);
  const source = directoryBudget(0);
  for (let count = 0; count < 1000; count += 1) {
    t.is(inbox.take(`${ann.nick}!${own}!pubkey ${count} forged`, source, null, 0), null);
  }
  t.not(inbox.take(privateFrom(ann, 'genuine'), source, null, 0), null);
});

test('signatures cover the hostid of the moment, or the same in lower case', (t) => {
  let hostid = 'irc.test6667';
  const inbox = new Inbox(own, () => hostid);
  const source = directoryBudget(0);
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
  const inbox = new Inbox(own);
  const source = directoryBudget(0);
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
  const inbox = new Inbox(own);
  const source = peerBudget(0);
  const taken = Array.from({ length: 50 }, (_unused, n) =>
    inbox.take(`${eve.nick}!PUBLIC!x${n}`, source, null, 0),
  );
  t.is(taken.filter((line) => line !== null).length, 20);
  t.is(inbox.takeShed(), 30);
  t.is(inbox.takeShed(), 0);
  t.not(inbox.take(privateFrom(ann, 'x'), source, null, 0), null);
});

test('a line that was shed on one connection is still taken from another', (t) => {
  const inbox = new Inbox(own);
  const flooded = peerBudget(0);
  for (let count = 0; count < 20; count += 1) inbox.take(`${eve.nick}!PUBLIC!x${count}`, flooded, null, 0);
  const line = `${ann.nick}!PUBLIC!orderbook`;
  t.is(inbox.take(line, flooded, null, 0), null);
  t.deepEqual(inbox.take(line, directoryBudget(0), null, 0), {
    kind: 'public',
    from: ann.nick,
    message: '!orderbook',
  });
});

test('a direct connection speaks for its own nick only', (t) => {
  const inbox = new Inbox(own);
  const line = privateFrom(ann, 'x');
  t.is(inbox.take(line, peerBudget(0), eve.nick, 0), null);
  t.not(inbox.take(line, peerBudget(0), ann.nick, 0), null);
});

test('lines that are not for us, or from us, or from no nick, are nothing', (t) => {
  const inbox = new Inbox(own);
  const source = directoryBudget(0);
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
