import type { WalletState } from '../store/state.ts';
import { PROMISE_SECONDS } from './sign-for-taker.ts';

/**
 * Promises coins again to the takers who have our signatures over them, after a payment that was to rule these out was refused: no
 * other taker must be shown a coin that may be spent at any time.
 * @param refused Txid of the payment, as the books have refused it.
 * @param now Unix seconds.
 */
export function promiseAgain(draft: WalletState, refused: string, now: number): void {
  const freed = new Set(draft.refused[refused]?.coins.filter((key) => draft.coins[key]?.spentBy === null));
  for (const { id, role, txid, outcome, startedAt, coins } of Object.values(draft.rounds)) {
    const until = startedAt + PROMISE_SECONDS;
    if (role !== 'maker' || txid === null || outcome !== 'open' || until <= now) continue;
    for (const key of coins.filter((coin) => freed.has(coin))) draft.leases[key] = { round: id, until };
  }
}
