import type { Nick } from '../../shared/jm/command.ts';
import { encodeCommand, fitsOnTheWire } from '../../shared/jm/private-command.ts';
import { parseSignature, witnessFor, type InputWitness } from '../coinjoin/input-witness.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import { gather } from './gather.ts';
import { fail, stay, type RoundStep } from './round-step.ts';
import type { MakerTable, RoundEffect, RoundEvent, RoundState, RoundTerms } from './round-types.ts';

/** The state before anybody was asked. */
export function initialRound(terms: RoundTerms): RoundState {
  const { podle, makers } = terms;
  return {
    phase: 'gathering',
    makers: new Map(makers.map(({ maker }) => [maker, { step: 'asked', podle }])),
    search: {
      stage: 'fill',
      passes: 0,
      asked: makers.map(({ maker }) => maker),
      podle,
      commitments: 1,
      committing: false,
    },
  };
}

/**
 * The taker's side of one attempt at a CoinJoin (protocol/coinjoin.md §2), pure: fill, auth, ioauth, tx, sig. A message that
 * does not fit the state changes nothing.
 */
export function stepRound(state: RoundState, event: RoundEvent, terms: RoundTerms): RoundStep {
  if (event.event === 'cancel') return fail(state, 'cancelled');
  switch (state.phase) {
    case 'gathering':
      return gather(state, event, terms);
    case 'building':
      if (event.event === 'built') return sendTransaction(state.makers, event.join, terms);
      if (event.event === 'cannot-build') return fail(state, 'cannot-build', event.reason);
      return stay(state);
    case 'signing':
      return sign(state, event);
    case 'complete':
    case 'failed':
      return stay(state);
  }
}

type Signing = Extract<RoundState, { phase: 'signing' }>;

function sendTransaction(makers: MakerTable, join: UnsignedJoin, terms: RoundTerms): RoundStep {
  const command = { command: 'tx', transaction: join.raw } as const;
  if (!fitsOnTheWire(encodeCommand(command))) {
    return fail(
      { phase: 'building', makers, ready: join.makers },
      'cannot-build',
      'the transaction is too large to send',
    );
  }
  return {
    state: { phase: 'signing', makers, join, witnesses: new Map() },
    effects: [
      ...join.makers.map(({ nick }): RoundEffect => ({ effect: 'send', to: nick, command })),
      { effect: 'timer', timer: 'sign', seconds: terms.makerTimeoutSeconds },
    ],
  };
}

function sign(state: Signing, event: RoundEvent): RoundStep {
  if (event.event === 'timeout' && event.timer === 'sign') return fail(state, 'missing-signatures');
  if (event.event !== 'message' || event.command.command !== 'sig') return stay(state);
  const { from } = event;
  const offered = parseSignature(event.command.signature);
  if (offered === null) return stay(state);
  // By trying, not by position: makers send their signatures in orders of their own.
  for (const [index, input] of state.join.inputs.entries()) {
    if (input.owner !== from || state.witnesses.has(index)) continue;
    const witness = witnessFor(state.join.raw, index, input, offered);
    if (witness === null) continue;
    return signed(state, from, new Map([...state.witnesses, [index, witness]]));
  }
  return stay(state);
}

function signed(state: Signing, from: Nick, witnesses: ReadonlyMap<number, InputWitness>): RoundStep {
  const owing = (nick: Nick): boolean =>
    state.join.inputs.some((input, index) => input.owner === nick && !witnesses.has(index));
  const report: readonly RoundEffect[] = owing(from)
    ? []
    : [{ effect: 'report', nick: from, text: 'signed; its signatures hold' }];
  if (state.join.makers.some(({ nick }) => owing(nick))) {
    return { state: { ...state, witnesses }, effects: report };
  }
  return { state: { ...state, phase: 'complete', witnesses }, effects: [...report, { effect: 'complete' }] };
}
