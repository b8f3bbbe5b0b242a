import type { FillCommand, Nick } from '../../shared/jm/command.ts';
import { isInUse, stay, withSession, without, type MakerStep } from './session-map.ts';
import type { Fill, MakerEffect, MakerState, MakerTerms } from './session-types.ts';

/**
 * Takers at one time that have only asked. A `fill` costs nothing, so there is room for many more than can be served: to push one out
 * before it proves its coin, a flood of thousands a second is needed.
 */
export const MAX_ASKING = 4096;

/** `fill`: messages.md §4.2, with the reference's words, which joinmarket-ng takers search. */
export function receiveFill(
  state: MakerState,
  from: Nick,
  command: FillCommand,
  terms: MakerTerms,
): MakerStep {
  const refuse = (text: string, more: readonly MakerEffect[] = []): MakerStep => ({
    state,
    effects: [{ effect: 'send', to: from, command: { command: 'error', text } }, ...more],
  });
  const existing = state.sessions.get(from);
  if (existing !== undefined && existing.stage !== 'filled' && existing.stage !== 'signed')
    return stay(state);
  // New keys for the same `fill` would shut out the taker that holds the first ones. It may have come to nobody's ears, though.
  if (
    existing?.fill.commitment === command.commitment &&
    existing.fill.takerKey === command.takerKey &&
    existing.stage === 'filled'
  ) {
    return { state, effects: [answerTo(existing.fill)] };
  }
  if (terms.isBlacklisted(command.commitment)) {
    return refuse(`Commitment is blacklisted: ${command.commitment}`, [
      { effect: 'announce-commitment', commitment: command.commitment },
    ]);
  }
  if (isInUse(state, command.commitment, from)) return stay(state);
  const offer = terms.offers.find(({ oid }) => oid === command.oid);
  if (offer === undefined) return refuse('oid not found');
  if (command.amount < offer.minsize || command.amount > offer.maxsize) return refuse('amount out of range');
  const room = existing === undefined ? makeRoom(state) : state;
  const fill: Fill = {
    round: terms.newRound(),
    taker: from,
    offer,
    amount: command.amount,
    commitment: command.commitment,
    own: terms.newBoxKey(),
    takerKey: command.takerKey,
    startedAt: terms.now,
  };
  return {
    state: withSession(room, { stage: 'filled', fill }),
    effects: [answerTo(fill), { effect: 'report', taker: from, text: `asks for ${command.amount} sat` }],
  };
}

function answerTo({ taker, own }: Fill): MakerEffect {
  return {
    effect: 'send',
    to: taker,
    command: { command: 'pubkey', makerKey: own.publicKey, features: [] },
  };
}

/** A state with room for one more that asks: the oldest that went no further gives way, so that silent takers can't shut out the others. */
function makeRoom(state: MakerState): MakerState {
  const asking = [...state.sessions.values()].filter(({ stage }) => stage === 'filled');
  if (asking.length < MAX_ASKING) return state;
  const [oldest] = asking.sort((a, b) => a.fill.startedAt - b.fill.startedAt);
  return oldest === undefined ? state : { ...state, sessions: without(state.sessions, oldest.fill.taker) };
}
