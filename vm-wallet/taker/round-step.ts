import type { BoxPublicKey, Nick } from '../../shared/jm/command.ts';
import type { ReadyMaker } from '../coinjoin/join.ts';
import type {
  Fault,
  MakerProgress,
  MakerTable,
  RoundEffect,
  RoundFailure,
  RoundState,
} from './round-types.ts';

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
  const out = faultsOf(state);
  const honest = [...state.makers.keys()].filter((nick) => !out.has(nick));
  const reasons = new Map([...out].map(([nick, { reason }]) => [nick, reason]));
  const faults = new Map([...out].map(([nick, { fault }]) => [nick, fault]));
  return {
    state: { phase: 'failed', makers: state.makers, failure: { cause, reasons, faults, honest } },
    effects: detail === undefined ? [] : [{ effect: 'report', nick: null, text: detail }],
  };
}

/** What is held against a maker. */
export interface HeldAgainst {
  readonly reason: string;
  readonly fault: Fault;
}

/** Makers that are out or owe signatures. */
export function faultsOf(state: RoundState): ReadonlyMap<Nick, HeldAgainst> {
  const faults = new Map<Nick, HeldAgainst>();
  for (const [nick, progress] of state.makers) {
    if (progress.step === 'failed') faults.set(nick, progress);
    else if (state.phase === 'signing' && owesSignatures(state, nick)) {
      faults.set(nick, { reason: 'no valid signature in time', fault: 'silent' });
    }
  }
  return faults;
}

function owesSignatures(state: Signing, nick: Nick): boolean {
  return state.join.inputs.some((input, index) => input.owner === nick && !state.witnesses.has(index));
}

/** Makers whose coins, key and change hold. */
export function readyMakers(makers: MakerTable): ReadyMaker[] {
  return [...makers.values()].flatMap((progress) => (progress.step === 'ready' ? [progress.maker] : []));
}

/** A maker that is out. */
export function failed(state: RoundState, nick: Nick, reason: string, fault: Fault): MakerProgress {
  return { step: 'failed', makerKey: counterpartyKey(state, nick), reason, fault };
}

/** Nothing changes. */
export function stay(state: RoundState): RoundStep {
  return { state, effects: [] };
}
