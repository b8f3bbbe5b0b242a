import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { Result } from '../../shared/errors.ts';
import type { AuthCommand, Nick } from '../../shared/jm/command.ts';
import { verifyPodle } from '../../shared/jm/podle/verify.ts';
import type { EvidenceRefusal } from '../chain/coin-evidence.ts';
import { judgeTakerCoin } from './judge-coin.ts';
import { current, end, stay, withSession, type MakerStep } from './session-map.ts';
import type { Fill, MakerSession, MakerState, MakerTerms } from './session-types.ts';

/** Takers that are served at one time (protocol/messages.md §6). */
export const MAX_SESSIONS = 128;

const HOLDING_COINS: ReadonlySet<MakerSession['stage']> = new Set(['selecting', 'disclosed', 'signing']);

/** `auth`: the proof is checked here, its coin is looked up (protocol/crypto.md §3.4). */
export function receiveAuth(
  state: MakerState,
  from: Nick,
  { revelation }: AuthCommand,
  terms: MakerTerms,
): MakerStep {
  const session = state.sessions.get(from);
  if (session?.stage !== 'filled') return stay(state);
  // We never offered the extended form, so a taker that uses it is not one that we can answer.
  if (revelation.utxo.extension !== undefined)
    return end(state, from, 'its coin is named in a form that we did not offer');
  const proof = verifyPodle(revelation, session.fill.commitment, terms.retries);
  if (!proof.ok) return end(state, from, `its proof fails: ${proof.error}`);
  const { fill } = session;
  const served = [...state.sessions.values()].filter(({ stage }) => stage !== 'filled').length;
  if (served >= MAX_SESSIONS) return end(state, from, 'too many takers at once');
  const alone = endTwins(state, fill);
  return {
    state: withSession(alone.state, { stage: 'proving', fill, coin: revelation.utxo, key: revelation.P }),
    effects: [...alone.effects, { effect: 'look-up', taker: from, round: fill.round, coin: revelation.utxo }],
  };
}

/**
 * Ends sessions that were begun with the same commitment: only its owner can open it. The blacklist is not asked again: other makers
 * of the same round spread the commitment while it goes on.
 */
function endTwins(state: MakerState, { commitment, taker }: Fill): MakerStep {
  let step = stay(state);
  for (const { fill } of state.sessions.values()) {
    if (fill.commitment !== commitment || fill.taker === taker) continue;
    const ended = end(step.state, fill.taker, 'another taker proved its commitment');
    step = { state: ended.state, effects: [...step.effects, ...ended.effects] };
  }
  return step;
}

/** What the chain says about the taker's coin. */
export function coinFound(
  state: MakerState,
  taker: Nick,
  round: string,
  found: Result<VerifiedCoin, EvidenceRefusal>,
  terms: MakerTerms,
): MakerStep {
  const session = current(state, taker, round);
  if (session?.stage !== 'proving') return stay(state);
  const refusal = found.ok
    ? judgeTakerCoin(session.key, session.fill.amount, found.value, terms)
    : `its coin does not hold: ${found.error}`;
  if (refusal !== null) return end(state, taker, refusal);
  const disclosed = [...state.sessions.values()].filter(({ stage }) => HOLDING_COINS.has(stage)).length;
  if (disclosed >= terms.maxDisclosed) return end(state, taker, 'too many takers hold coins of ours already');
  return {
    state: withSession(state, { stage: 'selecting', fill: session.fill }),
    effects: [{ effect: 'disclose', taker, fill: session.fill }],
  };
}
