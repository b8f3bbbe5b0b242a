import test, { type ExecutionContext } from 'ava';
import * as noble from '@noble/secp256k1';
import { Transaction } from 'bitcoinjs-lib';
import fc from 'fast-check';
import { p2pkhScript } from '../../../../shared/bitcoin/script.ts';
import { equalBytes } from '../../../../shared/crypto/bytes.ts';
import { derToCompact } from '../../../../shared/crypto/der.ts';
import type { PrivateCommand } from '../../../../shared/jm/command.ts';
import type { UnsignedJoin } from '../../../../vm-wallet/coinjoin/join.ts';
import { initialRound, stepRound } from '../../../../vm-wallet/taker/round.ts';
import type { RoundEvent, RoundState, RoundTerms } from '../../../../vm-wallet/taker/round-types.ts';
import { inputAt } from '../../../fixtures/coinjoin-parties.ts';
import {
  anything,
  COMMANDS,
  forged,
  FULL_JOIN,
  garbage,
  honest,
  MAKERS,
  misattributed,
  mixed,
  rounds,
  sig,
  STRANGER,
  type Move,
} from '../../../fixtures/round-moves.ts';
import {
  FILL_OVER,
  coinsOf,
  getsReady,
  ioauth,
  message,
  play,
  playFrom,
  pubkey,
  roundTerms,
  signingRound,
  signs,
} from '../../../fixtures/taker-round.ts';

const TERMS = roundTerms(MAKERS);
const [A, B] = MAKERS;
const GATHER_OVER: RoundEvent = { event: 'timeout', timer: 'gather' };
const SIGN_OVER: RoundEvent = { event: 'timeout', timer: 'sign' };

function foreignInputs(join: UnsignedJoin): number[] {
  return [...join.inputs.keys()].filter((index) => inputAt(join, index).owner !== null);
}

/** True when the state holds a signature for this input that another implementation confirms. */
function isConfirmed(state: Extract<RoundState, { phase: 'complete' }>, index: number): boolean {
  const [signed, publicKey] = state.witnesses.get(index)?.witness ?? [];
  if (signed === undefined || publicKey === undefined || signed.at(-1) !== 1) return false;
  const { value } = inputAt(state.join, index);
  const digest = Transaction.fromBuffer(state.join.raw).hashForWitnessV0(
    index,
    p2pkhScript(publicKey),
    value,
    1,
  );
  return noble.verify(derToCompact(signed.subarray(0, -1)), digest, publicKey, { prehash: false });
}

/** The only command that an event may make us send. */
const SENT: ReadonlyMap<RoundEvent['event'], PrivateCommand['command']> = new Map([
  ['start', 'fill'],
  ['message', 'auth'],
  // The last that had not answered is out, and the others get the proof.
  ['left', 'auth'],
  ['timeout', 'auth'],
  ['built', 'tx'],
]);

/** Plays the moves, and holds the round against a list of who has signed what. @returns How it ended. */
function follow(t: ExecutionContext, moves: readonly Move[], terms: RoundTerms): RoundState {
  let state = initialRound(terms);
  const given = new Set<number>();
  for (const move of [(): RoundEvent => ({ event: 'start' }), ...moves]) {
    const before = state;
    const event = move(before);
    const step = stepRound(before, event, terms);
    ({ state } = step);
    let due = false;
    if (before.phase === 'signing') {
      if (event.event === 'message' && event.command.command === 'sig') {
        for (const [index, good] of honest(before.join)) {
          const own = inputAt(before.join, index).owner === event.from;
          if (own && equalBytes(good, event.command.signature)) given.add(index);
        }
      }
      due = foreignInputs(before.join).every((index) => given.has(index));
    }
    t.is(
      step.effects.some(({ effect }) => effect === 'complete'),
      due,
    );
    t.is(state.phase === 'complete', due || before.phase === 'complete');
    for (const effect of step.effects) {
      if (effect.effect !== 'send') continue;
      t.not(effect.to, STRANGER);
      t.is(effect.command.command, SENT.get(event.event) ?? 'error');
    }
  }
  return state;
}

test('a round is complete exactly when every maker has signed every coin of its own', (t) => {
  const termsOf = [1, 2, 3].map((minimumMakers) => roundTerms(MAKERS, { minimumMakers }));
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(rounds, fc.constantFrom(...termsOf), (moves, terms) => {
      const state = follow(t, moves, terms);
      ends.set(state.phase, (ends.get(state.phase) ?? 0) + 1);
      if (state.phase !== 'complete') return;
      for (const index of foreignInputs(state.join)) t.true(isConfirmed(state, index));
      t.true(state.join.makers.length >= terms.minimumMakers);
    }),
    { numRuns: 600, seed: 1 },
  );
  // Otherwise the rounds above would say little.
  for (const phase of ['complete', 'signing', 'failed']) t.true((ends.get(phase) ?? 0) > 50, phase);
});

test('no order of events whatever completes a round before its signatures', (t) => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 40 }), (moves) => {
      follow(t, moves, TERMS);
    }),
    { numRuns: 300 },
  );
});

test('one missing signature can’t be replaced by anything, and its owner alone is blamed', (t) => {
  const { state } = signingRound(MAKERS);
  const inputs = [0, 1, 2, 3];
  const unasked = fc.oneof(forged, garbage, misattributed);
  const moves = fc
    .tuple(fc.constantFrom(...inputs), fc.array(unasked, { maxLength: 15 }))
    .chain(([missing, others]) => {
      const rest = inputs.filter((input) => input !== missing).map((input) => sig(input));
      return fc.record({ missing: fc.constant(missing), moves: mixed([...rest, ...others]) });
    });
  let blamed = 0;
  fc.assert(
    fc.property(moves, ({ missing, moves: all }) => {
      const owner = inputAt(FULL_JOIN, missing + 1).owner;
      const good = honest(FULL_JOIN).get(missing + 1) ?? new Uint8Array(0);
      const events = all
        .map((move) => move(state))
        .filter((event) => !isSignature(event, good) || event.from !== owner);
      const { state: last, effects } = playFrom(state, TERMS, ...events, SIGN_OVER);
      t.false(effects.some(({ effect }) => effect === 'complete'));
      if (last.phase !== 'failed') return t.fail();
      t.is(last.failure.cause, 'missing-signatures');
      t.deepEqual([...last.failure.reasons.keys()], [owner]);
      blamed += 1;
    }),
    { numRuns: 200 },
  );
  t.is(blamed, 200);
});

type Message = Extract<RoundEvent, { event: 'message' }>;

function isSignature(event: RoundEvent, good: Uint8Array): event is Message {
  return (
    event.event === 'message' && event.command.command === 'sig' && equalBytes(event.command.signature, good)
  );
}

/** A round in each phase, with the events that belong there. */
function phases(): readonly { readonly state: RoundState; readonly fitting: ReadonlySet<string> }[] {
  const { state: signing, join } = signingRound(MAKERS);
  const complete = playFrom(signing, TERMS, ...MAKERS.flatMap((maker) => signs(join, maker))).state;
  return [
    {
      state: play(TERMS, pubkey(A)).state,
      fitting: new Set(['pubkey', 'timeout fill']),
    },
    { state: play(TERMS, ...MAKERS.map(pubkey)).state, fitting: new Set(['ioauth', 'timeout gather']) },
    {
      state: play(TERMS, ...getsReady(...MAKERS)).state,
      fitting: new Set(['built', 'cannot-build']),
    },
    { state: signing, fitting: new Set(['sig', 'timeout sign']) },
    { state: complete, fitting: new Set() },
    { state: play(TERMS, FILL_OVER).state, fitting: new Set() },
  ];
}

test('in every phase, what does not fit it changes nothing', (t) => {
  const events = new Map<string, RoundEvent>([
    ...COMMANDS.map((command): [string, RoundEvent] => [command.command, message(B.nick, command)]),
    ['sig', sig(1)(signingRound(MAKERS).state)],
    ['ioauth', ioauth(B)],
    ['coins', coinsOf(B)],
    ['built', { event: 'built', join: FULL_JOIN }],
    ['cannot-build', { event: 'cannot-build', reason: 'any' }],
    ['timeout fill', FILL_OVER],
    ['timeout gather', GATHER_OVER],
    ['timeout sign', SIGN_OVER],
  ]);
  for (const { state, fitting } of phases()) {
    for (const [name, event] of events) {
      const step = stepRound(state, event, TERMS);
      const changed = step.state !== state || step.effects.length > 0;
      t.is(changed, fitting.has(name), `${name} while ${state.phase}`);
    }
  }
});

test('in every phase, a nick that was not asked is not listened to', (t) => {
  const { state: signing } = signingRound(MAKERS);
  const commands = [...COMMANDS, { command: 'error', text: 'blacklisted' } as const];
  const events: readonly RoundEvent[] = [
    ...commands.map((command) => message(STRANGER, command)),
    ...[0, 1, 2, 3].map((input) => sig(input, 'none', 0, STRANGER)(signing)),
    { event: 'coins', nick: STRANGER, coins: A.coins },
    { event: 'left', nick: STRANGER },
  ];
  for (const { state } of phases()) {
    for (const event of events) {
      const step = stepRound(state, event, TERMS);
      t.deepEqual([step.state, step.effects], [state, []]);
    }
  }
});

test('in every phase but the last it can be cancelled', (t) => {
  for (const { state } of phases()) {
    const step = stepRound(state, { event: 'cancel' }, TERMS);
    t.deepEqual(step.effects, []);
    if (state.phase === 'complete' || state.phase === 'failed') t.is(step.state, state);
    else t.like(step.state, { phase: 'failed', failure: { cause: 'cancelled' } });
  }
});
