import { endLost, overtakenRounds } from '../maker/pending-rounds.ts';
import type { StateStore } from '../store/wallet-store.ts';

/**
 * Ends the maker's rounds that a block has ruled out, and gives back the coins that they still hold.
 * @throws StoreError
 */
export async function settleOvertaken(store: StateStore, report: (text: string) => void): Promise<void> {
  const lost = overtakenRounds(store.state);
  if (lost.length === 0) return;
  await store.commit((draft) => {
    endLost(draft, lost);
  });
  for (const { id, reason } of lost) report(`round ${id} is ruled out: ${reason}`);
}
