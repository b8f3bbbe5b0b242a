import test from 'ava';
import type { PrivateCommand } from '../../../../shared/jm/command.ts';
import { Unanswered, type SaidLine } from '../../../../vm-wallet/runtime/unanswered.ts';
import { makerNick } from '../../../fixtures/offers.ts';
import { createPrivatePeer } from '../../../fixtures/private-peers.ts';

const STEP: PrivateCommand = {
  command: 'pubkey',
  makerKey: createPrivatePeer().boxKey.publicKey,
  features: [],
};

function line(peer: number, at = 0, command = STEP): SaidLine {
  return { to: makerNick(peer), command, speak: (hostid) => hostid, at };
}

test('what was said over a channel is lost with it once, in its order', (t) => {
  const unanswered = new Unanswered();
  const lines = [line(1), line(2), line(1, 5)];
  for (const said of lines) unanswered.said(said, 'irc');
  unanswered.said(line(3), 'onion');
  t.deepEqual(
    unanswered.takeLostWith('irc', 10).map(({ to, at }) => [to, at]),
    lines.map(({ to, at }) => [to, at]),
  );
  t.deepEqual(unanswered.takeLostWith('irc', 10), []);
  t.is(unanswered.takeLostWith('onion', 10).length, 1);
});

test('a peer that was heard since has had its lines, and another one has not', (t) => {
  const unanswered = new Unanswered();
  unanswered.said(line(1), 'irc');
  unanswered.said(line(2), 'irc');
  unanswered.heard(makerNick(1));
  unanswered.said(line(1, 7), 'irc');
  t.deepEqual(
    unanswered.takeLostWith('irc', 10).map(({ to, at }) => [to, at]),
    [
      [makerNick(2), 0],
      [makerNick(1), 7],
    ],
  );
});

test('lines are kept for so many seconds: under, at and over', (t) => {
  for (const [now, kept] of [
    [59, 1],
    [60, 1],
    [61, 0],
  ] as const) {
    const unanswered = new Unanswered();
    unanswered.said(line(1), 'irc');
    t.is(unanswered.takeLostWith('irc', now).length, kept, String(now));
  }
});

test('so many lines are kept, and then the oldest is forgotten: under, at and over', (t) => {
  for (const [said, first] of [
    [499, 0],
    [500, 0],
    [501, 1],
  ] as const) {
    const unanswered = new Unanswered();
    for (let at = 0; at < said; at += 1) unanswered.said(line(1, at), 'irc');
    const lost = unanswered.takeLostWith('irc', 0);
    t.is(lost.length, Math.min(said, 500));
    t.is(lost[0]?.at, first);
  }
});
