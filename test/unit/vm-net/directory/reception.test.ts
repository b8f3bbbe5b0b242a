import test, { type ExecutionContext } from 'ava';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { createNickKey, type NickKey } from '../../../../shared/jm/nick-key.ts';
import { ENVELOPE } from '../../../../shared/jm/onion/envelope.ts';
import { parseNickChallenge } from '../../../../shared/jm/onion/nick-auth.ts';
import { parseDirectoryHandshake } from '../../../../shared/jm/onion/handshake.ts';
import type { RunningDirectory } from '../../../../vm-net/directory/directory-node.ts';
import type { NickAuthPolicy } from '../../../../vm-net/directory/nick-auth.ts';
import { handshakeLine, RawPeer } from '../../../fixtures/raw-peer.ts';
import { connectToDirectory, joinDirectory, startDirectory } from '../../../fixtures/running-directory.ts';
import { proofEnvelope, signNickProof } from '../../../fixtures/nick-proof.ts';

const PREFER: NickAuthPolicy = { required: false, directoryId: 'dn.onion:5222' };
const REQUIRE: NickAuthPolicy = { ...PREFER, required: true };
const owner = createNickKey(systemRandom);
const BOB = createNickKey(systemRandom).nick;

/** Shakes hands as a nick that can prove itself, up to the challenge. */
async function challenged(t: ExecutionContext, directory: RunningDirectory, nick: string) {
  const peer = await connectToDirectory(t, directory);
  const handshake = handshakeLine({ nick, features: ['nick_auth', 'ping'] });
  peer.send(ENVELOPE.handshake, handshake);
  const { line } = await peer.waitFor(({ type }) => type === ENVELOPE.nickChallenge);
  const challenge = parseNickChallenge(line);
  if (challenge === null) throw new Error(line);
  const prove = (key: NickKey): void => {
    const signature = signNickProof(key, challenge, handshake, nick);
    peer.send(ENVELOPE.nickProof, proofEnvelope(key.publicKey, signature).line);
  };
  return { peer, prove, challenge };
}

const resultOf = async (peer: RawPeer): Promise<unknown> =>
  JSON.parse((await peer.waitFor(({ type }) => type === ENVELOPE.nickAuthResult)).line);

test('who proves its nick takes it from who does not, and everybody is told', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER });
  const thief = await joinDirectory(t, directory, { nick: owner.nick });
  const bob = await joinDirectory(t, directory, { nick: BOB, features: ['ping'] });
  const { peer, prove, challenge } = await challenged(t, directory, owner.nick);
  t.is(challenge.directoryId, PREFER.directoryId);
  prove(owner);
  t.deepEqual(await resultOf(peer), { code: 'ok', verified: true });
  await thief.closed;
  t.is(
    (await bob.waitFor(({ type }) => type === ENVELOPE.peerlist)).line,
    `${owner.nick};NOT-SERVING-ONION;D`,
  );
  bob.send(ENVELOPE.privateMessage, `${BOB}!${owner.nick}!hello`);
  await peer.waitFor(({ line }) => line.endsWith('!hello'));
  t.is(directory.peerCount, 2);
  t.like(directory.metrics, { displaced: 1 });
  t.is(directory.metrics.nickAuth.ok, 1);
});

test('the owner can come back before its old connection is known to be dead', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER });
  const first = await challenged(t, directory, owner.nick);
  first.prove(owner);
  await resultOf(first.peer);
  const second = await challenged(t, directory, owner.nick);
  second.prove(owner);
  t.deepEqual(await resultOf(second.peer), { code: 'ok', verified: true });
  await first.peer.closed;
});

test('nobody is displaced by a challenge alone, or by the proof of another key', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER });
  const holder = await joinDirectory(t, directory, { nick: owner.nick, features: ['ping'] });
  const { peer, prove } = await challenged(t, directory, owner.nick);
  t.is(directory.peerCount, 1);
  prove(createNickKey(systemRandom));
  t.deepEqual(await resultOf(peer), { code: 'invalid', verified: false });
  await peer.closed;
  await holder.settle();
  t.is(directory.metrics.refused['nick-auth-failed'], 1);
});

test('instead of a proof nothing else is taken, not even a message', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER });
  const bob = await joinDirectory(t, directory, { nick: BOB, features: ['ping'] });
  const { peer } = await challenged(t, directory, owner.nick);
  peer.send(ENVELOPE.privateMessage, `${owner.nick}!${BOB}!hello`);
  t.deepEqual(await resultOf(peer), { code: 'malformed', verified: false });
  await peer.closed;
  await bob.settle();
  t.false(bob.lines.some((line) => line.includes('hello')));
});

test('who proves its nick when the house is full is told so, at the limit and over it', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER, limits: { maxPeers: 3 } });
  await joinDirectory(t, directory, { nick: BOB });
  const keys = [owner, createNickKey(systemRandom), createNickKey(systemRandom)];
  const asked = await Promise.all(keys.map((key) => challenged(t, directory, key.nick)));
  const results: unknown[] = [];
  for (const [index, { peer, prove }] of asked.entries()) {
    prove(keys[index] ?? owner);
    results.push(await resultOf(peer));
  }
  const ok = { code: 'ok', verified: true };
  t.deepEqual(results, [ok, ok, { code: 'policy', verified: false }]);
  await asked[2]?.peer.closed;
  t.is(directory.peerCount, 3);
  t.is(directory.metrics.refused.full, 1);
  t.like(directory.metrics.nickAuth, { ok: 2, policy: 1 });
});

test('who takes its nick back needs no place of its own in a full house', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER, limits: { maxPeers: 2 } });
  const thief = await joinDirectory(t, directory, { nick: owner.nick });
  const { peer, prove } = await challenged(t, directory, owner.nick);
  await joinDirectory(t, directory, { nick: BOB });
  prove(owner);
  t.deepEqual(await resultOf(peer), { code: 'ok', verified: true });
  await thief.closed;
  t.is(directory.peerCount, 2);
});

test('a proof that comes unasked ends the connection', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => PREFER });
  const peer = await joinDirectory(t, directory, { nick: BOB });
  peer.send(ENVELOPE.nickProof, '{}');
  await peer.closed;
  t.is(directory.peerCount, 0);
});

test('where proofs are required, who has none is told so', async (t) => {
  const directory = await startDirectory(t, { nickAuth: () => REQUIRE });
  const peer = await connectToDirectory(t, directory);
  peer.send(ENVELOPE.handshake, handshakeLine({ nick: BOB }));
  const { line } = await peer.waitFor(({ type }) => type === ENVELOPE.directoryHandshake);
  t.like(JSON.parse(line), { accepted: false, motd: 'Rejected: verified nick authentication required' });
  await peer.closed;
});

test('the feature is advertised where proofs are asked for, and nowhere else', async (t) => {
  for (const nickAuth of [PREFER, null]) {
    const directory = await startDirectory(t, { nickAuth: () => nickAuth });
    const peer = await joinDirectory(t, directory, { nick: BOB });
    const [answer] = peer.envelopes.map(({ line }) => parseDirectoryHandshake(line, 'testnet'));
    t.is(answer?.ok === true && answer.value.features.includes('nick_auth'), nickAuth !== null);
  }
});

test('a proof that does not come in time is not waited for', async (t) => {
  // Long enough for the handshake before it, also on a machine that is busy.
  const directory = await startDirectory(t, { nickAuth: () => PREFER, handshakeTimeoutMs: 2000 });
  const { peer } = await challenged(t, directory, owner.nick);
  await peer.closed;
  t.is(directory.metrics.refused.silent, 1);
});

test('who joins too often is told so, and the others are not touched', async (t) => {
  const directory = await startDirectory(t, { limits: { joinsPerMinutePerOnion: 2 } });
  for (let round = 0; round < 2; round += 1) {
    const peer = await RawPeer.join(directory.port, { nick: BOB });
    peer.close();
    await peer.closed;
    while (directory.peerCount > 0) await new Promise(setImmediate);
  }
  const third = await connectToDirectory(t, directory);
  third.send(ENVELOPE.handshake, handshakeLine({ nick: BOB }));
  const { line } = await third.waitFor(({ type }) => type === ENVELOPE.directoryHandshake);
  t.like(JSON.parse(line), { accepted: false, motd: 'Rejected: too many joins, try again later' });
  await joinDirectory(t, directory, { nick: owner.nick });
  t.is(directory.metrics.refused['joins-of-one'], 1);
  t.is(directory.metrics.joins, 3);
});

test('a second order book within a minute goes nowhere when one is allowed, also after coming back', async (t) => {
  const directory = await startDirectory(t, { limits: { orderbooksPerMinute: 1 } });
  const bob = await joinDirectory(t, directory, { nick: BOB, features: ['ping'] });
  for (let round = 0; round < 2; round += 1) {
    const ann = await RawPeer.join(directory.port, { nick: owner.nick, features: ['ping'] });
    ann.send(ENVELOPE.publicMessage, `${owner.nick}!PUBLIC!orderbook`);
    await ann.settle();
    ann.close();
    await bob.waitFor(
      ({ line }) =>
        line.endsWith(';D') && bob.envelopes.filter((one) => one.line.endsWith(';D')).length > round,
    );
  }
  t.is(bob.envelopes.filter(({ line }) => line.endsWith('!orderbook')).length, 1);
  t.like(directory.metrics, { publicRelayed: 1, publicShed: 1 });
});

test('what is said in another nick’s name is counted, and goes nowhere', async (t) => {
  const directory = await startDirectory(t);
  const bob = await joinDirectory(t, directory, { nick: BOB, features: ['ping'] });
  const eve = await joinDirectory(t, directory, { nick: owner.nick, features: ['ping'] });
  eve.send(ENVELOPE.publicMessage, `${BOB}!PUBLIC!orderbook`);
  eve.send(ENVELOPE.privateMessage, `J5nobody!${BOB}!hello`);
  await eve.settle();
  await bob.settle();
  t.false(bob.envelopes.some(({ type }) => type === 685 || type === 687));
  t.is(directory.metrics.forged, 2);
});

test('a pong goes to who advertised ping, and to nobody else', async (t) => {
  const directory = await startDirectory(t);
  const old = await joinDirectory(t, directory, { nick: BOB, features: [] });
  const peer = await joinDirectory(t, directory, { nick: owner.nick });
  old.send(ENVELOPE.ping, '');
  // Behind the ping on the same connection, so that it has been dealt with when this arrives.
  old.send(ENVELOPE.privateMessage, `${BOB}!${owner.nick}!hello`);
  await peer.waitFor(({ line }) => line.endsWith('!hello'));
  peer.send(ENVELOPE.privateMessage, `${owner.nick}!${BOB}!hello`);
  await old.waitFor(({ line }) => line.endsWith('!hello'));
  t.false(old.envelopes.some(({ type }) => type === ENVELOPE.pong));
  await peer.settle();
  t.deepEqual([directory.metrics.linesIn.ping, directory.metrics.linesOut.pong], [2, 1]);
});
