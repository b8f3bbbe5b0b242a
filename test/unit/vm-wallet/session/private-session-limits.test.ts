import test from 'ava';
import { accept, refuse } from '../../../../shared/errors.ts';
import type { ErrorCommand, Nick, PrivateCommand, SigCommand } from '../../../../shared/jm/command.ts';
import { nickOf } from '../../../../shared/jm/nick.ts';
import { ONION_HOSTID } from '../../../../shared/jm/signed-line.ts';
import { createPrivatePair, createPrivatePeer, type PrivatePeer } from '../../../fixtures/private-peers.ts';

const NOW = 1_700_000_000;
/** What one peer may say at once, and then each second. */
const BURST = 100;
const PER_SECOND = 10;
/** What all peers together may say at once, and then each second. */
const BURST_OF_ALL = 3000;
const PER_SECOND_OF_ALL = 300;
const MAX_REMEMBERED = 5000;
const HELLO: ErrorCommand = { command: 'error', text: 'hello' };

function lineOf(from: PrivatePeer, to: Nick, command: PrivateCommand): string {
  return from.session.say(to, command)?.(ONION_HOSTID) ?? '';
}

/** How many of `count` lines are let through. */
function heard(bob: PrivatePeer, from: Nick, line: string, count: number, now: number): number {
  const results = Array.from({ length: count }, () => bob.session.receive(from, line, ONION_HOSTID, now));
  return results.filter((result) => result.ok || result.error !== 'too-fast').length;
}

test('a peer may say so many lines at once, and so many each second: under, at and over', (t) => {
  const [ann, bob] = createPrivatePair();
  const line = lineOf(ann, bob.nick, HELLO);
  t.is(heard(bob, ann.nick, line, BURST - 1, NOW), BURST - 1);
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), accept(HELLO));
  t.deepEqual(bob.session.receive(ann.nick, line, ONION_HOSTID, NOW), refuse('too-fast'));
  t.is(heard(bob, ann.nick, line, PER_SECOND + 1, NOW + 1), PER_SECOND);
  // However long a peer was silent, it saved up no more than one burst.
  t.is(heard(bob, ann.nick, line, BURST + 1, NOW + 86_400), BURST);
});

test('one loud peer takes nothing from another', (t) => {
  const [ann, bob] = createPrivatePair();
  const carol = createPrivatePeer();
  t.is(heard(bob, ann.nick, lineOf(ann, bob.nick, HELLO), BURST + 50, NOW), BURST);
  t.deepEqual(
    bob.session.receive(carol.nick, lineOf(carol, bob.nick, HELLO), ONION_HOSTID, NOW),
    accept(HELLO),
  );
});

test('lines under a forged nick count for that nick, and for no other', (t) => {
  const [ann, bob] = createPrivatePair();
  const carol = createPrivatePeer();
  const forged = lineOf(createPrivatePeer(), bob.nick, HELLO);
  for (let count = 0; count < BURST; count += 1) {
    t.deepEqual(bob.session.receive(ann.nick, forged, ONION_HOSTID, NOW), refuse('foreign-nick'));
  }
  t.deepEqual(bob.session.receive(ann.nick, forged, ONION_HOSTID, NOW), refuse('too-fast'));
  t.is(heard(bob, carol.nick, lineOf(carol, bob.nick, HELLO), BURST + 1, NOW), BURST);
});

test('all peers together may say so many lines, true or false: under, at and over', (t) => {
  const bob = createPrivatePeer();
  const crowd = Array.from({ length: BURST_OF_ALL / BURST }, (_unused, index) =>
    nickOf(new Uint8Array(33).fill(index)),
  );
  const [last, ...others] = crowd;
  const late = nickOf(new Uint8Array(33).fill(crowd.length));
  if (last === undefined) throw new Error('unreachable');
  for (const nick of others) t.is(heard(bob, nick, 'noise', BURST, NOW), BURST);
  t.is(heard(bob, last, 'noise', BURST - 1, NOW), BURST - 1);
  t.deepEqual(bob.session.receive(last, 'noise', ONION_HOSTID, NOW), refuse('not-a-command'));
  // A peer that said nothing yet is not heard either: there is nothing left for anybody.
  t.deepEqual(bob.session.receive(late, 'noise', ONION_HOSTID, NOW), refuse('too-fast'));
  const later = crowd.map((nick) => heard(bob, nick, 'noise', PER_SECOND, NOW + 1));
  t.is(
    later.reduce((sum, count) => sum + count, 0),
    PER_SECOND_OF_ALL,
  );
  t.is(heard(bob, late, 'noise', 1, NOW + 1), 0);
});

test('so many encrypted lines are remembered, and then the oldest is forgotten', (t) => {
  const [ann, bob] = createPrivatePair();
  const sig: SigCommand = { command: 'sig', signature: Uint8Array.of(1) };
  const [first, second] = [lineOf(ann, bob.nick, sig), lineOf(ann, bob.nick, sig)];
  let now = NOW;
  const say = (line: string): ReturnType<typeof bob.session.receive> => {
    now += 1;
    return bob.session.receive(ann.nick, line, ONION_HOSTID, now);
  };
  t.true(say(first).ok && say(second).ok);
  for (let count = 2; count < MAX_REMEMBERED; count += 1) say(lineOf(ann, bob.nick, sig));
  t.deepEqual([say(first), say(second)], [refuse('replayed'), refuse('replayed')]);
  t.deepEqual(say(lineOf(ann, bob.nick, sig)), accept(sig));
  // Memory is bounded: one more line than can be kept pushes out one.
  t.deepEqual(say(second), refuse('replayed'));
  t.deepEqual(say(first), accept(sig));
});
