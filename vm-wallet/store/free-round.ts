import { JmError } from '../../shared/errors.ts';
import { endUnsigned, isLeftOpen, releaseLeases } from './leases.ts';
import type { WalletState } from './state.ts';
import type { ReadonlyState } from './wallet-store.ts';

/** A round that does not exist, or that can't be freed or finished as things stand. */
export class RoundError extends JmError<
  'round-unknown' | 'round-signed' | 'round-nothing-signed' | 'round-not-ours' | 'round-over'
> {}

/** The id that a text begins. @throws RoundError when none or several do. */
export function roundNamed({ rounds }: ReadonlyState, text: string): string {
  if (rounds[text] !== undefined) return text;
  const ids = Object.keys(rounds).filter((id) => id.startsWith(text));
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  throw new RoundError(
    'round-unknown',
    ids.length === 0 ? `There is no round ${text}` : `Several rounds begin with ${text}`,
    { cure: 'Copy the id from "jm-wallet rounds --all".' },
  );
}

/**
 * Gives back the coins of a round that signed nothing.
 * @returns Those that it held.
 * @throws RoundError `round-signed` when its signatures may be out.
 */
export function freeRound(draft: WalletState, id: string, safeWay: string): string[] {
  const round = draft.rounds[id];
  if (round === undefined) throw new RoundError('round-unknown', `There is no round ${id}`);
  if (round.txid !== null) {
    throw new RoundError(
      'round-signed',
      `The round ${id} is signed: ${round.txid} may confirm, whatever is forgotten here`,
      { cure: `Spend one of its coins, and it can not: ${safeWay}` },
    );
  }
  const held = Object.entries(draft.leases)
    .filter(([, lease]) => lease.round === id)
    .map(([key]) => key);
  if (isLeftOpen(round)) endUnsigned(draft, round, { outcome: 'abandoned', reason: 'freed by the user' });
  else releaseLeases(draft, id);
  return held;
}
