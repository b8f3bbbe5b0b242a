import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import type { MakerState, MakerTerms } from '../../../../vm-wallet/maker/session-types.ts';
import { MAX_SESSIONS } from '../../../../vm-wallet/maker/receive-auth.ts';
import { MAX_ASKING } from '../../../../vm-wallet/maker/receive-fill.ts';
import { PUSH_SECONDS } from '../../../../vm-wallet/maker/receive-push.ts';
import { IDLE_MAKER, SESSION_SECONDS, stepMaker } from '../../../../vm-wallet/maker/sessions.ts';
import {
  auth,
  coin,
  deeds,
  ended,
  fill,
  makerTerms,
  MAX_DISCLOSED,
  NOW,
  playMaker,
  push,
  reach,
  roundOf,
  STAGES,
  stageOf,
  strangersFill,
  takerParty,
} from '../../../fixtures/maker-session.ts';

const A = takerParty(2);
const B = takerParty(3);
/** The second use of A's coin. */
const AGAIN = takerParty(2, 1);
const TICK = { event: 'tick' } as const;

/** The terms some seconds after `fill`. */
function later(terms: MakerTerms, seconds: number): MakerTerms {
  return { ...terms, now: NOW + seconds };
}

test('in a full maker the oldest taker that only asked gives way, and no other', (t) => {
  const terms = makerTerms();
  const almost = asking(MAX_ASKING - 1, terms);
  t.is(almost.sessions.size, MAX_ASKING - 1);
  const full = reach('filled', A, terms, almost);
  t.is(full.sessions.size, MAX_ASKING);
  const pressed = stepMaker(full, fill(B), terms).state;
  t.is(pressed.sessions.size, MAX_ASKING);
  t.is(stageOf(pressed, B), 'filled');
  t.deepEqual(
    [...full.sessions.keys()].filter((nick) => !pressed.sessions.has(nick)),
    [[...almost.sessions.keys()][0]],
  );
  t.is(
    stepMaker(full, fill(AGAIN), terms).state.sessions.get(A.nick)?.fill.commitment,
    AGAIN.podle.commitment,
  );
});

test('only so many takers are served at one time, however many ask', (t) => {
  const terms = makerTerms();
  for (const [served, goesOn] of [
    [MAX_SESSIONS - 1, true],
    [MAX_SESSIONS, false],
    [MAX_SESSIONS + 1, false],
  ] as const) {
    const sessions = [...asking(served, terms).sessions].map(
      ([nick, { fill: asked }]) => [nick, { stage: 'selecting', fill: asked }] as const,
    );
    const state = reach('filled', A, terms, { ...IDLE_MAKER, sessions: new Map(sessions) });
    const step = playMaker(state, terms, auth(A));
    t.is(stageOf(step.state, A), goesOn ? 'proving' : 'none');
    const ends = step.effects.flatMap((one) => (one.effect === 'end' ? [one.reason] : []));
    t.deepEqual(ends, goesOn ? [] : ['too many takers at once']);
  }
});

/** A maker that so many strangers asked, and went no further. */
function asking(count: number, terms: MakerTerms): MakerState {
  const one = reach('filled', B, terms).sessions.get(B.nick);
  if (one === undefined) throw new Error('the maker did not answer');
  const sessions = Array.from({ length: count }, (_unused, number) => {
    const asks = strangersFill(100 + number);
    if (asks.event !== 'message') throw new Error('a stranger that says nothing');
    return [asks.from, { ...one, fill: { ...one.fill, taker: asks.from, round: `${number}` } }] as const;
  });
  return { ...IDLE_MAKER, sessions: new Map(sessions) };
}

/** A maker whose coins so many takers hold, in turn at each stage that holds coins. */
function holding(count: number, terms: MakerTerms): MakerState {
  let state = IDLE_MAKER;
  for (let number = 0; number < count; number += 1) {
    const stage = (['disclosed', 'selecting', 'signing'] as const)[number % 3] ?? 'disclosed';
    state = reach(stage, takerParty(10 + number), terms, state);
  }
  return state;
}

test('only so many takers hold coins of ours at one time', (t) => {
  const terms = makerTerms();
  const last = (count: number): string => {
    const state = reach('proving', A, terms, holding(count, terms));
    const step = stepMaker(state, coin(A, roundOf(state, A)), terms);
    const [first] = step.effects;
    return first?.effect === 'end' ? first.reason : stageOf(step.state, A);
  };
  t.is(last(MAX_DISCLOSED - 1), 'selecting');
  t.is(last(MAX_DISCLOSED), 'too many takers hold coins of ours already');
});

test('takers before the proof and behind the signature hold no coins', (t) => {
  const terms = makerTerms();
  let state = holding(MAX_DISCLOSED - 1, terms);
  for (const [position, stage] of (['filled', 'proving', 'signed'] as const).entries()) {
    state = reach(stage, takerParty(40 + position), terms, state);
  }
  t.notThrows(() => reach('selecting', A, terms, state));
});

test('a bad coin is refused for its own reason, however many takers hold coins', (t) => {
  const terms = makerTerms();
  const state = reach('proving', A, terms, holding(MAX_DISCLOSED, terms));
  const { effects } = stepMaker(state, coin(A, roundOf(state, A), { confirmations: 4 }), terms);
  t.like(effects[0], { effect: 'end', reason: 'its coin has 4 confirmations' });
});

test('a session ends when its time is over, unless something is being written for it', (t) => {
  const written = new Set<string>(['selecting', 'signing']);
  for (const stage of STAGES) {
    const terms = makerTerms();
    const state = reach(stage, A, terms);
    for (const seconds of [SESSION_SECONDS - 1, SESSION_SECONDS]) {
      const step = stepMaker(state, TICK, later(terms, seconds));
      t.is(stageOf(step.state, A), stage);
      t.deepEqual(step.effects, []);
    }
    const over = stepMaker(state, TICK, later(terms, SESSION_SECONDS + 1));
    t.is(stageOf(over.state, A), written.has(stage) ? stage : 'none', stage);
    const silent = written.has(stage) || stage === 'signed';
    if (silent) t.deepEqual(over.effects, []);
    else t.is(ended(over), 'the taker went silent');
  }
});

test('a tick ends every session whose time is over, and no other', (t) => {
  const terms = makerTerms();
  const early = reach('disclosed', B, terms, reach('filled', A, terms));
  const state = reach('filled', takerParty(4), later(terms, 1), early);
  const step = stepMaker(state, TICK, later(terms, SESSION_SECONDS + 1));
  t.deepEqual([...step.state.sessions.keys()], [takerParty(4).nick]);
  t.deepEqual(
    deeds(step.effects).map((effect) => (effect.effect === 'end' ? effect.round : effect.effect)),
    ['round 1', 'round 2'],
  );
});

test('the time of a session runs from its last fill', (t) => {
  const terms = makerTerms();
  const again = stepMaker(reach('filled', A, terms), fill(AGAIN), later(terms, 200)).state;
  const at = (seconds: number): string =>
    stageOf(stepMaker(again, TICK, later(terms, 200 + seconds)).state, A);
  t.is(at(SESSION_SECONDS), 'filled');
  t.is(at(SESSION_SECONDS + 1), 'none');
});

/** What a push makes us do: the round whose transaction goes out, or nothing. */
function pushed(state: MakerState, event = push(A), seconds = 0): unknown {
  const step = stepMaker(state, event, later(makerTerms(), seconds));
  const [first] = step.effects;
  return first?.effect === 'push' ? { round: first.round, transaction: first.transaction } : 'nothing';
}

const OURS = { round: 'round 1', transaction: A.unsigned };

test('a signed transaction is broadcast for its taker, once', (t) => {
  const terms = makerTerms();
  const state = reach('signed', A, terms);
  t.deepEqual(pushed(state), OURS);
  const { state: after } = stepMaker(state, push(A), terms);
  t.deepEqual(stepMaker(after, push(A), terms), { state: after, effects: [] });
});

test('the broadcast carries the witnesses that the taker collected', (t) => {
  const complete = Transaction.fromBuffer(A.unsigned);
  complete.setWitness(0, [Uint8Array.of(1)]);
  const transaction = complete.toBuffer();
  t.deepEqual(pushed(reach('signed', A, makerTerms()), push(A, transaction)), { ...OURS, transaction });
});

test('nobody else’s transaction, and nobody else’s wish', (t) => {
  const terms = makerTerms();
  const state = reach('signed', B, terms, reach('signed', A, terms));
  t.is(pushed(state, push(A, B.unsigned)), 'nothing');
  t.is(pushed(state, push(B, A.unsigned)), 'nothing');
  t.is(pushed(state, push(takerParty(4), A.unsigned)), 'nothing');
  t.is(pushed(state, push(A, AGAIN.unsigned)), 'nothing');
  t.deepEqual(pushed(state), OURS);
});

test('bytes that are no transaction are ignored', (t) => {
  const state = reach('signed', A, makerTerms());
  for (const bytes of [new Uint8Array(0), A.unsigned.subarray(0, -1), new Uint8Array(100).fill(255)]) {
    t.is(pushed(state, push(A, bytes)), 'nothing');
  }
});

test('a transaction that is not signed yet is not broadcast', (t) => {
  for (const stage of STAGES.slice(0, -1)) t.is(pushed(reach(stage, A, makerTerms())), 'nothing', stage);
});

test('a new fill, and even the end of the session, leave the push possible', (t) => {
  const terms = makerTerms();
  const signed = reach('signed', A, terms);
  t.deepEqual(pushed(stepMaker(signed, fill(AGAIN), terms).state), OURS);
  t.deepEqual(pushed(stepMaker(signed, { event: 'left', nick: A.nick }, terms).state), OURS);
  t.deepEqual(pushed(stepMaker(signed, TICK, later(terms, SESSION_SECONDS + 1)).state), OURS);
});

test('two signed transactions of one taker are pushed each for itself', (t) => {
  const terms = makerTerms();
  const state = reach('signed', AGAIN, terms, reach('signed', A, terms));
  t.deepEqual(pushed(state, push(AGAIN)), { round: 'round 2', transaction: AGAIN.unsigned });
  t.deepEqual(pushed(stepMaker(state, push(AGAIN), terms).state), OURS);
});

test('a push comes within its time, and is forgotten behind it', (t) => {
  const terms = makerTerms();
  const state = reach('signed', A, terms);
  for (const seconds of [PUSH_SECONDS - 1, PUSH_SECONDS]) {
    t.deepEqual(pushed(state, push(A), seconds), OURS);
    t.is(stepMaker(state, TICK, later(terms, seconds)).state.signed.size, 1);
  }
  t.is(pushed(state, push(A), PUSH_SECONDS + 1), 'nothing');
  t.is(stepMaker(state, TICK, later(terms, PUSH_SECONDS + 1)).state.signed.size, 0);
});
