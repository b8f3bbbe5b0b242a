import { isLeftOpen } from './leases.ts';
import type { WalletState } from './state.ts';

/** Rounds that came to nothing and are remembered: twice what a maker may disclose in a day. */
export const MAX_VAIN_ROUNDS = 2000;

/**
 * Forgets the oldest rounds that came to nothing, so that probers can't make the wallet file grow without end. Rounds with a
 * transaction, and those that still run, stay.
 */
export function pruneRounds(draft: WalletState): void {
  const vain = Object.values(draft.rounds).filter((round) => round.txid === null && !isLeftOpen(round));
  vain.sort((a, b) => a.startedAt - b.startedAt);
  for (const { id } of vain.slice(0, Math.max(0, vain.length - MAX_VAIN_ROUNDS))) {
    Reflect.deleteProperty(draft.rounds, id);
  }
}
