import test from 'ava';
import { ENVELOPE, encodeEnvelope } from '../../../../shared/jm/onion/envelope.ts';
import { nickOf } from '../../../../shared/jm/nick.ts';
import type { RawPeer } from '../../../fixtures/raw-peer.ts';
import { joinDirectory, startDirectory } from '../../../fixtures/running-directory.ts';

const nickNumber = (number: number): string => nickOf(new Uint8Array(33).fill(number));
const ANN = nickNumber(1);
const BOB = nickNumber(2);
const EVE = nickNumber(3);
const ONION = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion:5222';
const LINES = 200;

/** A public and a private line in turn, as one write, so that they come within one turn of the event loop. */
function interleaved(from: string, to: string): string {
  return Array.from({ length: LINES }, (_unused, number) =>
    [
      encodeEnvelope(ENVELOPE.publicMessage, `${from}!PUBLIC!said ${number}`),
      encodeEnvelope(ENVELOPE.privateMessage, `${from}!${to}!whispered ${number}`),
      '',
    ].join('\r\n'),
  ).join('');
}

function messages(peer: RawPeer, from: string): string[] {
  return peer.envelopes
    .filter(({ type, line }) => (type === 685 || type === 687) && line.startsWith(`${from}!`))
    .map(({ line }) => line.slice(line.lastIndexOf('!') + 1));
}

const numbered = (word: string): string[] =>
  Array.from({ length: LINES }, (_unused, number) => `${word} ${number}`);
const both = numbered('said').flatMap((said, number) => [said, `whispered ${number}`]);

test('public and private lines come in the order in which they were sent, and once', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN });
  const bob = await joinDirectory(t, directory, { nick: BOB });
  const eve = await joinDirectory(t, directory, { nick: EVE });
  ann.socket.write(interleaved(ANN, BOB));
  await ann.settle();
  await bob.settle();
  await eve.settle();
  t.deepEqual(messages(bob, ANN), both);
  t.deepEqual(messages(eve, ANN), numbered('said'));
  t.deepEqual(messages(ann, ANN), []);
});

test('several senders at once: nobody gets a line of its own, and each gets those of the others in order', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN });
  const bob = await joinDirectory(t, directory, { nick: BOB });
  const eve = await joinDirectory(t, directory, { nick: EVE });
  ann.socket.write(interleaved(ANN, BOB));
  bob.socket.write(interleaved(BOB, EVE));
  eve.socket.write(interleaved(EVE, ANN));
  const everybody = [ann, bob, eve];
  for (const peer of everybody) await peer.settle();
  for (const peer of everybody) await peer.settle();
  t.deepEqual([messages(ann, ANN), messages(bob, BOB), messages(eve, EVE)], [[], [], []]);
  t.deepEqual([messages(bob, ANN), messages(eve, BOB), messages(ann, EVE)], [both, both, both]);
  const said = numbered('said');
  t.deepEqual([messages(eve, ANN), messages(ann, BOB), messages(bob, EVE)], [said, said, said]);
});

test('an introduction stands behind the message that it belongs to', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN, location: ONION });
  const bob = await joinDirectory(t, directory, { nick: BOB });
  ann.socket.write(interleaved(ANN, BOB));
  await ann.settle();
  await bob.settle();
  const types = bob.envelopes.map(({ type }) => type).filter((type) => type !== 795 && type !== 799);
  t.deepEqual(
    types,
    both.flatMap((_line, index) => (index % 2 === 0 ? [687] : [685, 789])),
  );
});

test('what a peer said before it left is told first, and that it left once', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN });
  const bob = await joinDirectory(t, directory, { nick: BOB });
  ann.socket.end(interleaved(ANN, BOB));
  await bob.waitFor(({ type }) => type === ENVELOPE.peerlist);
  t.deepEqual(messages(bob, ANN), both);
  t.is(bob.envelopes.at(-1)?.line, `${ANN};NOT-SERVING-ONION;D`);
  await bob.settle();
  t.is(bob.envelopes.filter(({ type }) => type === ENVELOPE.peerlist).length, 1);
});

test('that a recipient leaves in the middle is nothing to the others', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN });
  const bob = await joinDirectory(t, directory, { nick: BOB });
  const eve = await joinDirectory(t, directory, { nick: EVE });
  const gone = eve.closed;
  eve.socket.resetAndDestroy();
  ann.socket.write(interleaved(ANN, EVE) + interleaved(ANN, BOB));
  await gone;
  await bob.waitFor(({ line }) => line === `${EVE};NOT-SERVING-ONION;D`);
  await ann.settle();
  await bob.settle();
  t.deepEqual(messages(bob, ANN), [...numbered('said'), ...both]);
});

test('who comes gets nothing that was said before its answer', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN });
  ann.socket.write(interleaved(ANN, BOB));
  const bob = await joinDirectory(t, directory, { nick: BOB });
  await ann.settle();
  await bob.settle();
  t.is(bob.envelopes[0]?.type, ENVELOPE.directoryHandshake);
  t.is(bob.envelopes.filter(({ type }) => type === ENVELOPE.directoryHandshake).length, 1);
});

test('peers that drop together are told of once each, in lists of at most 20', async (t) => {
  const directory = await startDirectory(t);
  const bob = await joinDirectory(t, directory, { nick: BOB });
  const nicks = Array.from({ length: 45 }, (_unused, index) => nickNumber(100 + index));
  const passing = await Promise.all(nicks.map((nick) => joinDirectory(t, directory, { nick })));
  for (const peer of passing) peer.close();
  const told = (): string[] =>
    bob.envelopes.filter(({ type }) => type === ENVELOPE.peerlist).flatMap(({ line }) => line.split(','));
  await bob.waitFor(() => told().length >= nicks.length);
  await bob.settle();
  t.deepEqual(told().sort(), nicks.map((nick) => `${nick};NOT-SERVING-ONION;D`).sort());
  const lists = bob.envelopes.filter(({ type }) => type === ENVELOPE.peerlist);
  t.true(lists.every(({ line }) => line.split(',').length <= 20));
  t.is(directory.peerCount, 1);
});

test('when nobody is left, nobody who comes later hears of it', async (t) => {
  const directory = await startDirectory(t);
  const ann = await joinDirectory(t, directory, { nick: ANN });
  ann.close();
  await ann.closed;
  const bob = await joinDirectory(t, directory, { nick: BOB });
  // Ann may still have been there when Bob came; then he was told at once.
  await bob.settle();
  const eve = await joinDirectory(t, directory, { nick: EVE });
  await eve.settle();
  t.deepEqual(
    eve.envelopes.map(({ type }) => type),
    [ENVELOPE.directoryHandshake, ENVELOPE.pong],
  );
});
