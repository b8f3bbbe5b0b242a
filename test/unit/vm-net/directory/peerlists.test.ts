import test from 'ava';
import { Socket } from 'node:net';
import { decodeEnvelope, MAX_SENT_LINE } from '../../../../shared/jm/onion/envelope.ts';
import { NOT_SERVING } from '../../../../shared/jm/onion/handshake.ts';
import { LineSocket } from '../../../../vm-net/channels/onion/line-socket.ts';
import { Peer } from '../../../../vm-net/directory/peer.ts';
import { departures, peerlists } from '../../../../vm-net/directory/peerlists.ts';

const ONION = `${'x'.repeat(66)}:65535`;

function peerOf(nick: string, features: readonly string[] = []): Peer {
  const socket = new LineSocket(
    new Socket(),
    { maxLine: 100, maxUnsent: 100 },
    { onLine: () => undefined, onClose: () => undefined },
  );
  const location = features.length > 0 ? ONION : NOT_SERVING;
  return new Peer(socket, { nick, features, location, network: 'testnet' }, 0);
}

function entries(lines: Iterable<string>): string[][] {
  return [...lines].map((line) => (decodeEnvelope(line)?.line ?? 'no envelope').split(','));
}

for (const [count, lengths] of [
  [19, [19]],
  [20, [20]],
  [21, [20, 1]],
] as const) {
  test(`${count} departures are told in lists of ${lengths.join(' and ')}`, (t) => {
    const gone = Array.from({ length: count }, (_unused, index) => peerOf(`J5peer${index}`));
    t.deepEqual(
      entries(departures(gone)).map((list) => list.length),
      [...lengths],
    );
    t.deepEqual(
      entries(departures(gone)).flat(),
      gone.map(({ nick }) => `${nick};${NOT_SERVING};D`),
    );
  });
}

test('no departure is no list, and nobody else is an empty one', (t) => {
  t.deepEqual([...departures([])], []);
  const asking = peerOf('J5asking');
  t.deepEqual([...peerlists([asking], asking)], ['{"type": 789, "line": ""}']);
});

test('a peer is not in its own list, and sees the features of others when it wants to', (t) => {
  const ann = peerOf('J5ann', ['ping']);
  const bob = peerOf('J5bob', ['peerlist_features', 'ping']);
  t.deepEqual(entries(peerlists([ann, bob], bob)), [[`J5ann;${ONION};F:ping`]]);
  t.deepEqual(entries(peerlists([ann, bob], ann)), [[`J5bob;${ONION}`]]);
});

test('however much peers say of themselves, each list is a line that others take', (t) => {
  const features = Array.from({ length: 32 }, (_unused, index) => `f${index}`.padEnd(64, '_'));
  // Each of these characters takes six in JSON.
  const peers = Array.from({ length: 60 }, (_unused, index) => peerOf(`${index}`.padEnd(64, 'é'), features));
  const asking = peerOf('J5asking', ['peerlist_features']);
  for (const lines of [[...peerlists(peers, asking)], [...departures(peers)]]) {
    t.true(lines.every((line) => line.length <= MAX_SENT_LINE));
    t.is(entries(lines).flat().length, peers.length);
  }
});
