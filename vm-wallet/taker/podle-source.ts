import type { Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { confirmationsOf, type Coin } from '../coins/coin.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** What makers demand of the coin behind a commitment (`taker_utxo_*` in joinmarket.cfg). */
export interface PodlePolicy {
  readonly retries: number;
  /** Confirmations. */
  readonly age: number;
  readonly amountPercent: number;
}

/** Why a coin can't back a commitment now. */
export interface UnfitCoin {
  readonly coin: Coin;
  readonly confirmations: number;
  /** Blocks until it is old enough; 0 when it is. */
  readonly blocksMissing: number;
  /** Sats that its value is short of; 0 when it is not. */
  readonly valueMissing: bigint;
  readonly triesLeft: number;
}

/** A coin and index for the next commitment, or every coin with its reason. */
export type PodleSource =
  | { readonly outcome: 'found'; readonly coin: Coin; readonly index: number }
  | { readonly outcome: 'none'; readonly unfit: readonly UnfitCoin[] };

/**
 * Finds the next commitment (protocol/crypto.md §3.5): the coins that the CoinJoin spends first, then the others of the mixdepth;
 * each serves a few times with growing index.
 */
export function findPodleSource(
  state: ReadonlyState,
  selected: readonly Coin[],
  mixdepthCoins: readonly Coin[],
  amount: Sats,
  tipHeight: number,
  policy: PodlePolicy,
): PodleSource {
  const needed = (amount * BigInt(policy.amountPercent)) / 100n;
  const seen = new Set(selected.map(outpointKey));
  const coins = [...selected, ...mixdepthCoins.filter((coin) => !seen.has(outpointKey(coin)))];
  const unfit: UnfitCoin[] = [];
  for (const coin of coins) {
    const confirmations = confirmationsOf(coin, tipHeight);
    const index = nextIndex(state, outpointKey(coin));
    const triesLeft = policy.retries - index;
    const blocksMissing = Math.max(0, policy.age - confirmations);
    const valueMissing = coin.value < needed ? needed - coin.value : 0n;
    const fits = triesLeft > 0 && blocksMissing === 0 && valueMissing === 0n && coin.locktime === null;
    if (fits) return { outcome: 'found', coin, index };
    unfit.push({ coin, confirmations, blocksMissing, valueMissing, triesLeft: Math.max(0, triesLeft) });
  }
  return { outcome: 'none', unfit };
}

/** The index behind the highest one that this coin was used with. @param outpoint `txid:vout` */
export function nextIndex(state: ReadonlyState, outpoint: string): number {
  return Object.values(state.commitments)
    .filter((used) => used.outpoint === outpoint)
    .reduce((next, used) => Math.max(next, used.index + 1), 0);
}
