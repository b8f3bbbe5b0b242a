import test from 'ava';
import { systemRandom } from '../../shared/crypto/random.ts';
import { createNickKey, type NickKey } from '../../shared/jm/nick-key.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { parsePeerlist } from '../../shared/jm/onion/peerlist.ts';
import { ONION_HOSTID, signedLine, verifyLine } from '../../shared/jm/signed-line.ts';
import { Inbox, peerBudget, relayBudget } from '../../vm-net/channels/inbox.ts';
import { KnownPeers } from '../../vm-net/channels/onion/known-peers.ts';
import { PeerChannels } from '../../vm-wallet/runtime/peer-channels.ts';
import { maySignFor } from '../../vm-wallet/session/hostid.ts';
import { challengeNick, judgeNickProof } from '../../vm-net/directory/nick-auth.ts';
import type { NickChallenge } from '../../shared/jm/onion/nick-auth.ts';
import { hubThatHears } from '../fixtures/messages-client.ts';
import {
  DIRECTORY_ID,
  proofEnvelope,
  provableHandshake,
  PROVER,
  signNickProof,
} from '../fixtures/nick-proof.ts';
import { createPrivatePair, createPrivatePeer } from '../fixtures/private-peers.ts';

const own = createNickKey(systemRandom).nick;
const ann = createNickKey(systemRandom);
const eve = createNickKey(systemRandom);
const inboxOf = (): Inbox => new Inbox({ nick: own, serving: true });

test('A17, 2.8/0.34, 2.8/0.36: nobody speaks under a nick without its key, nor under a part of it', (t) => {
  const line = signedLine('error', 'x', eve, ONION_HOSTID);
  for (const claimed of [
    ann.nick,
    ann.nick.slice(0, -1),
    `${ann.nick}x`,
    ann.nick.toLowerCase(),
    `${eve.nick} `,
    ` ${eve.nick}`,
    eve.nick.slice(0, 8),
  ]) {
    t.false(verifyLine(claimed as Nick, line, ONION_HOSTID).ok, claimed);
    t.is(inboxOf().take(`${claimed}!${own}${line}`, relayBudget(0), null, 0), null, claimed);
  }
  t.true(verifyLine(eve.nick, line, ONION_HOSTID).ok);
});

test('A17: a session is not taken over by a line that its peer signed for somebody else', (t) => {
  const [alice, bob] = createPrivatePair();
  const mallory = createPrivatePeer();
  const speak = bob.session.say(alice.nick, { command: 'tx', transaction: Uint8Array.of(1) });
  const line = speak?.(ONION_HOSTID) ?? '';
  // Mallory passes on what Bob said, under her own nick, and to somebody else.
  t.false(alice.session.receive(mallory.nick, line, ONION_HOSTID, 0).ok);
  t.false(mallory.session.receive(bob.nick, line, ONION_HOSTID, 0).ok);
  t.true(alice.session.receive(bob.nick, line, ONION_HOSTID, 0).ok);
});

test('A19: a line that is said again, on another channel or in other clothes, is heard once', (t) => {
  const [alice, bob] = createPrivatePair();
  const speak = bob.session.say(alice.nick, { command: 'tx', transaction: Uint8Array.of(1) });
  const line = speak?.(ONION_HOSTID) ?? '';
  t.true(alice.session.receive(bob.nick, line, ONION_HOSTID, 0).ok);
  t.like(alice.session.receive(bob.nick, line, ONION_HOSTID, 0), { error: 'replayed' });
  t.like(alice.session.receive(bob.nick, speak?.('PitNet') ?? '', 'PitNet', 0), { error: 'replayed' });
  t.like(alice.session.receive(bob.nick, line.replace('!', '!!'), ONION_HOSTID, 0), { ok: false });
  t.false(alice.session.receive(bob.nick, line, 'OtherNet', 0).ok);
});

test('A19: a directory can’t pose as a channel whose name ends another one’s', (t) => {
  const onion = { channel: 'onion', hostid: ONION_HOSTID, state: 'up', detail: '' } as const;
  const irc = { channel: 'pit', state: 'up', detail: '' } as const;
  t.true(maySignFor(onion, []));
  t.false(maySignFor({ ...onion, hostid: 'PitNet' }, []));
  t.false(maySignFor({ ...irc, hostid: ONION_HOSTID }, [onion]));
  t.false(maySignFor({ ...irc, hostid: `x${ONION_HOSTID}` }, [onion]));
  t.false(maySignFor({ ...irc, hostid: 'network' }, [onion]));
  t.false(maySignFor({ ...irc, hostid: 'Net' }, [onion, { ...irc, channel: 'other', hostid: 'PitNet' }]));
});

test('A18: a squatter can’t keep a nick from the one who proves it, nor prove it itself', (t) => {
  const handshake = provableHandshake(PROVER.nick);
  const asked = challengeNick(
    { required: false, directoryId: DIRECTORY_ID },
    { nick: PROVER.nick, handshakeLine: handshake },
    systemRandom,
    0,
  ).pending;
  const answer = (key: NickKey, challenge: NickChallenge = asked) =>
    judgeNickProof(
      asked,
      proofEnvelope(key.publicKey, signNickProof(key, challenge, handshake, PROVER.nick)),
      { verifiedKey: null },
      1,
    );
  t.like(answer(PROVER), { ok: true, displaces: true });
  t.like(answer(eve), { ok: false, code: 'invalid' });
  // A proof that was made for another directory, or another connection, is none here.
  t.like(answer(PROVER, { ...asked, directoryId: `x${DIRECTORY_ID}` }), { ok: false, code: 'invalid' });
  t.like(answer(PROVER, { ...asked, challenge: '00'.repeat(32) }), { ok: false, code: 'invalid' });
});

test('A21: where a peerlist says that a nick lives decides nothing: who is there must sign', (t) => {
  const evil = `evil${'a'.repeat(52)}.onion:5222`;
  const [entry] = parsePeerlist(`${ann.nick};${evil}`);
  t.is(entry?.nick, ann.nick);
  // On a direct connection that was made for Ann, only Ann's lines count, and only signed ones.
  const inbox = inboxOf();
  const forged = signedLine('error', 'x', eve, ONION_HOSTID);
  t.is(inbox.take(`${ann.nick}!${own}${forged}`, peerBudget(0), ann.nick, 0), null);
  t.is(inbox.take(`${eve.nick}!${own}${forged}`, peerBudget(0), ann.nick, 0), null);
  const genuine = signedLine('error', 'x', ann, ONION_HOSTID);
  t.not(inbox.take(`${ann.nick}!${own}${genuine}`, peerBudget(0), ann.nick, 0), null);
});

test('A21: a false location is forgotten when another directory is believed instead', (t) => {
  const peers = new KnownPeers<string>();
  peers.seen(ann.nick, 'evil');
  peers.locate(ann.nick, 'evil.onion:1');
  peers.seen(ann.nick, 'honest');
  peers.locate(ann.nick, 'honest.onion:1');
  t.is(peers.locationOf(ann.nick), 'honest.onion:1');
  t.false(peers.left(ann.nick, 'evil'), 'one directory can not say that it left the others');
});

test('A22: a flood of requests for the order book, from ever new nicks, is cut off before the wallet', (t) => {
  const inbox = inboxOf();
  const source = relayBudget(0);
  let taken = 0;
  for (let number = 0; number < 10_000; number += 1) {
    const nick = createdNick(number);
    if (inbox.take(`${nick}!PUBLIC!orderbook`, source, null, 0) !== null) taken += 1;
  }
  t.is(taken, 50);
  t.is(inbox.takeShed(), 9950);
  // And leaves signed lines alone.
  const line = signedLine('error', 'x', ann, ONION_HOSTID);
  t.not(inbox.take(`${ann.nick}!${own}${line}`, source, null, 0), null);
});

function createdNick(number: number): string {
  const letters = number
    .toString()
    .padStart(5, '0')
    .replaceAll(/[0-9]/gu, (digit) => 'abcdefghij'.charAt(Number(digit)));
  return `J5${letters}kkkkkkkkk`;
}

test('A22: a maker that is asked through a flood of public lines still hears who signs', async (t) => {
  const [alice, bob] = createPrivatePair();
  const line = bob.session.say(alice.nick, { command: 'tx', transaction: Uint8Array.of(1) })?.(ONION_HOSTID);
  const heard: string[] = [];
  const hub = hubThatHears(
    [
      { event: 'private', channel: 'never opened', from: bob.nick, line: line ?? '' },
      { event: 'public', channel: 'never opened', from: eve.nick, line: '!orderbook' },
    ],
    { onPublic: (from) => heard.push(from), onPrivate: (from) => heard.push(from) },
  );
  await t.throwsAsync(hub.run());
  t.deepEqual(heard, [], 'what comes over a channel that was never opened is nobody’s');
});

test('A24, 2.8/0.22, 2.8/0.23: peers that come and go under new nicks leave bounded memory', (t) => {
  const channels = new PeerChannels();
  const known = new KnownPeers<string>();
  for (let number = 0; number < 30_000; number += 1) {
    const nick = createdNick(number) as Nick;
    channels.spoke(nick, 'onion');
    known.seen(nick, 'directory');
    known.locate(nick, 'a.onion:1');
  }
  t.deepEqual(channels.of(createdNick(0) as Nick), []);
  t.is(known.locationOf(createdNick(0) as Nick), '');
  t.deepEqual(channels.of(createdNick(29_999) as Nick), ['onion']);
});

test('A24: what a peer signs survives any number of strangers that only speak in public', (t) => {
  const channels = new PeerChannels();
  channels.signed(ann.nick, 'onion');
  for (let number = 0; number < 30_000; number += 1) channels.spoke(createdNick(number) as Nick, 'pit');
  t.deepEqual(channels.of(ann.nick), ['onion']);
});
