import test from 'ava';
import { systemRandom } from '../../../../../shared/crypto/random.ts';
import { nickOf } from '../../../../../shared/jm/nick.ts';
import { KnownPeers } from '../../../../../vm-net/channels/onion/known-peers.ts';

const ANN = nickOf(new Uint8Array(33).fill(1));

test('a nick is gone when the last directory that showed it says so', (t) => {
  const peers = new KnownPeers<string>();
  peers.seen(ANN, 'one');
  peers.seen(ANN, 'two');
  t.false(peers.left(ANN, 'one'));
  t.deepEqual(peers.directoriesOf(ANN), ['two']);
  t.true(peers.left(ANN, 'two'));
  t.false(peers.left(ANN, 'two'));
});

test('a lost directory takes routes away, not locations', (t) => {
  const peers = new KnownPeers<string>();
  peers.locate(ANN, 'too.early:1');
  t.is(peers.locationOf(ANN), '');
  peers.seen(ANN, 'one');
  peers.locate(ANN, 'host:1');
  peers.lost('one');
  t.deepEqual(peers.directoriesOf(ANN), []);
  t.is(peers.locationOf(ANN), 'host:1');
});

test('remembers 20,000 nicks, and forgets who came first', (t) => {
  const peers = new KnownPeers<string>();
  peers.seen(ANN, 'one');
  for (let count = 1; count < 20_000; count += 1) peers.seen(nickOf(systemRandom.bytes(33)), 'one');
  t.deepEqual(peers.directoriesOf(ANN), ['one']);
  peers.seen(nickOf(systemRandom.bytes(33)), 'one');
  t.deepEqual(peers.directoriesOf(ANN), []);
});
