import test from 'ava';
import { PeerChannels } from '../../../../vm-wallet/runtime/peer-channels.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const ANN = makerNick(1);

test('the channel of the last line comes first', (t) => {
  const peers = new PeerChannels();
  t.deepEqual(peers.of(ANN), []);
  peers.spoke(ANN, 'onion');
  peers.spoke(ANN, 'irc');
  t.deepEqual(peers.of(ANN), ['irc', 'onion']);
  peers.spoke(ANN, 'onion');
  t.deepEqual(peers.of(ANN), ['onion', 'irc']);
});

test('what is signed beats what is only said', (t) => {
  const peers = new PeerChannels();
  peers.signed(ANN, 'onion');
  peers.spoke(ANN, 'irc');
  t.deepEqual(peers.of(ANN), ['onion', 'irc']);
  peers.signed(ANN, 'irc');
  t.deepEqual(peers.of(ANN), ['irc', 'onion', 'irc']);
});

test('a peer is gone when it left every channel where it was met, and not before', (t) => {
  const peers = new PeerChannels();
  t.false(peers.left(ANN, 'onion'), 'it was never there');
  peers.signed(ANN, 'onion');
  peers.spoke(ANN, 'irc');
  t.false(peers.left(ANN, 'irc'));
  t.deepEqual(peers.of(ANN), ['onion']);
  t.false(peers.left(ANN, 'irc'), 'not met there any more');
  t.true(peers.left(ANN, 'onion'));
  t.false(peers.left(ANN, 'onion'));
});

test('invented nicks push out each other, and not who signs', (t) => {
  const peers = new PeerChannels();
  peers.signed(ANN, 'onion');
  for (let n = 2; n < 20_003; n += 1) peers.spoke(makerNick(n), 'irc');
  t.deepEqual(peers.of(ANN), ['onion']);
  t.deepEqual(peers.of(makerNick(2)), []);
  t.deepEqual(peers.of(makerNick(3)), ['irc']);
});
