import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { confirmationsOf, type Coin } from '../coins/coin.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import { isLeftOpen } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/**
 * Coins that offers count with: confirmed, unfrozen, not timelocked, and not promised for good. What a taker sees just now may come
 * back in five minutes, so it still counts: offers that shrink with each session would tell everybody of it.
 */
export function offerableCoins(
  state: ReadonlyState,
  { tipHeight, now }: { readonly tipHeight: number; readonly now: number },
): Coin[] {
  return unspentCoins(state).filter(
    (coin) =>
      !coin.frozen &&
      coin.locktime === null &&
      confirmationsOf(coin, tipHeight) >= 1 &&
      !isPromised(state, outpointKey(coin), now),
  );
}

function isPromised({ leases, rounds }: ReadonlyState, key: string, now: number): boolean {
  const lease = leases[key];
  if (lease === undefined || lease.until <= now) return false;
  const round = rounds[lease.round];
  return round?.role !== 'maker' || !isLeftOpen(round);
}
