import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { Offer } from '../../shared/jm/command.ts';
import { coinjoinFee } from '../../shared/jm/coinjoin-fee.ts';
import { DUST_THRESHOLD } from '../../shared/jm/offer.ts';
import type { Coin } from '../coins/coin.ts';
import { selectWithStandardCoin, type MergeAlgorithm } from '../coins/select.ts';

/** Coins for one taker: all of one mixdepth, the first one with the key that authenticates us. */
export interface MakerCoins {
  readonly mixdepth: number;
  readonly coins: readonly Coin[];
}

/** What our coins must be worth for a CoinJoin of `amount` (protocol/coinjoin.md §10.3). */
export function requiredValue(offer: Offer, amount: Sats): bigint {
  return amount + offer.txfee + DUST_THRESHOLD + 1n - coinjoinFee(offer, amount);
}

/**
 * Picks the mixdepth behind the largest gap, so that coins pile up in few mixdepths, and coins in it. Null when none has enough.
 * @param coins Spendable, confirmed coins.
 * @param shown Outpoints of coins that takers have seen already. They go first where they suffice: a prober learns nothing new from them.
 */
export function selectMakerCoins(
  coins: readonly Coin[],
  required: bigint,
  mixdepths: number,
  algorithm: MergeAlgorithm,
  shown: ReadonlySet<string> = new Set(),
): MakerCoins | null {
  const known = coins.filter((coin) => shown.has(outpointKey(coin)));
  return (
    selectByGap(known, required, mixdepths, algorithm) ?? selectByGap(coins, required, mixdepths, algorithm)
  );
}

function selectByGap(
  coins: readonly Coin[],
  required: bigint,
  mixdepths: number,
  algorithm: MergeAlgorithm,
): MakerCoins | null {
  const byMixdepth = new Map<number, Coin[]>();
  for (const coin of coins) {
    byMixdepth.set(coin.path.mixdepth, [...(byMixdepth.get(coin.path.mixdepth) ?? []), coin]);
  }
  const candidates = [...byMixdepth.keys()]
    .filter((mixdepth) => sumSats((byMixdepth.get(mixdepth) ?? []).map((coin) => coin.value)) >= required)
    .sort((a, b) => a - b);
  for (const mixdepth of byLargestGap(candidates, mixdepths)) {
    const chosen = selectWithStandardCoin(
      algorithm,
      byMixdepth.get(mixdepth) ?? [],
      required,
      (coin) => coin.locktime === null,
    );
    if (chosen !== null) return { mixdepth, coins: chosen };
  }
  return null;
}

/** Mixdepths by the distance to the candidate before them, the largest first, round the circle. */
export function byLargestGap(ascending: readonly number[], mixdepths: number): number[] {
  const last = ascending[ascending.length - 1] ?? 0;
  const gaps = ascending.map((mixdepth, index) => ({
    mixdepth,
    gap: index === 0 ? mixdepths + mixdepth - last : mixdepth - (ascending[index - 1] ?? 0),
  }));
  return gaps.sort((a, b) => b.gap - a.gap).map(({ mixdepth }) => mixdepth);
}
