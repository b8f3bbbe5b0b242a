import type { Commitment, Nick } from '../../shared/jm/command.ts';
import type { MakerEffect, MakerSession, MakerState } from './session-types.ts';

/** The state and what has to be done for it. */
export interface MakerStep {
  readonly state: MakerState;
  readonly effects: readonly MakerEffect[];
}

/** Nothing happens. */
export function stay(state: MakerState): MakerStep {
  return { state, effects: [] };
}

/** A taker's session, if it is still in this round. */
export function current(state: MakerState, taker: Nick, round: string): MakerSession | null {
  const session = state.sessions.get(taker);
  return session?.fill.round === round ? session : null;
}

/**
 * True while another taker goes on with a commitment that it has opened. Who only asked with it may have overheard it: that must
 * not shut out its owner.
 */
export function isInUse(state: MakerState, commitment: Commitment, taker: Nick): boolean {
  return [...state.sessions.values()].some(
    ({ fill, stage }) => fill.commitment === commitment && fill.taker !== taker && stage !== 'filled',
  );
}

/** A state with a session in place of the taker's last one. */
export function withSession(state: MakerState, session: MakerSession): MakerState {
  return { ...state, sessions: new Map([...state.sessions, [session.fill.taker, session]]) };
}

/** Ends a taker's session. */
export function end(state: MakerState, taker: Nick, reason: string): MakerStep {
  const session = state.sessions.get(taker);
  if (session === undefined) return stay(state);
  // What was signed stays leased until the chain settles it, and a taker that closed its connection may still broadcast it.
  const effects: readonly MakerEffect[] =
    session.stage === 'signed'
      ? []
      : [
          { effect: 'end', round: session.fill.round, reason },
          { effect: 'report', taker, text: `over: ${reason}` },
        ];
  return { state: { ...state, sessions: without(state.sessions, taker) }, effects };
}

/** A map without one of its keys. */
export function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
