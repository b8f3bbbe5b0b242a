import type { BoxPublicKey, Nick } from '../../shared/jm/command.ts';
import type { ReadyMaker } from '../coinjoin/join.ts';
import type { MakerProgress, MakerTable, RoundEffect, RoundFailure, RoundState } from './round-types.ts';

/** A state and what has to be done for it. */
export interface RoundStep {
  readonly state: RoundState;
  readonly effects: readonly RoundEffect[];
}

type Signing = Extract<RoundState, { phase: 'signing' }>;

/** The box key of a counterparty of this round, for the session to seal and open with. */
export function counterpartyKey(state: RoundState, nick: Nick): BoxPublicKey | null {
  const progress = state.makers.get(nick);
  return progress === undefined || progress.step === 'asked' ? null : progress.makerKey;
}

/** Ends the round, with what is known of each maker; what has ended already stays as it is. */
export function fail(state: RoundState, cause: RoundFailure['cause'], detail?: string): RoundStep {
  if (state.phase === 'complete' || state.phase === 'failed') return stay(state);
  const reasons = new Map<Nick, string>();
  const honest: Nick[] = [];
  for (const [nick, progress] of state.makers) {
    if (progress.step === 'failed') reasons.set(nick, progress.reason);
    else if (state.phase === 'signing' && owesSignatures(state, nick))
      reasons.set(nick, 'no valid signature in time');
    else honest.push(nick);
  }
  return {
    state: { phase: 'failed', makers: state.makers, failure: { cause, reasons, honest } },
    effects: detail === undefined ? [] : [{ effect: 'report', nick: null, text: detail }],
  };
}

function owesSignatures(state: Signing, nick: Nick): boolean {
  return state.join.inputs.some((input, index) => input.owner === nick && !state.witnesses.has(index));
}

/** Makers whose coins, key and change hold. */
export function readyMakers(makers: MakerTable): ReadyMaker[] {
  return [...makers.values()].flatMap((progress) => (progress.step === 'ready' ? [progress.maker] : []));
}

/** A maker that is out. */
export function failed(state: RoundState, nick: Nick, reason: string): MakerProgress {
  return { step: 'failed', makerKey: counterpartyKey(state, nick), reason };
}

/** Nothing changes. */
export function stay(state: RoundState): RoundStep {
  return { state, effects: [] };
}
