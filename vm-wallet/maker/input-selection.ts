import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { Offer } from '../../shared/jm/command.ts';
import { coinjoinFee } from '../../shared/jm/coinjoin-fee.ts';
import { DUST_THRESHOLD } from '../../shared/jm/offer.ts';
import type { Coin } from '../coins/coin.ts';
import { selectWithStandardCoin, type MergeAlgorithm } from '../coins/select.ts';
import { mergeGroups, type IsSingle } from './merge-groups.ts';

/** Coins for one taker: all of one mixdepth, the first one with the key that authenticates us. */
export interface MakerCoins {
  readonly mixdepth: number;
  readonly coins: readonly Coin[];
}

/** How coins are chosen. */
export interface Selection {
  /** What they must be worth. */
  readonly required: bigint;
  readonly mixdepths: number;
  readonly algorithm: MergeAlgorithm;
  /** Coins that must not be merged with others. */
  readonly isSingle: IsSingle;
  /** Outpoints of coins that takers have seen already. They go first where they suffice: a prober learns nothing new from them. */
  readonly shown: ReadonlySet<string>;
}

/** What our coins must be worth for a CoinJoin of `amount` (protocol/coinjoin.md §10.3). */
export function requiredValue(offer: Offer, amount: Sats): bigint {
  return amount + offer.txfee + DUST_THRESHOLD + 1n - coinjoinFee(offer, amount);
}

/**
 * Picks the mixdepth behind the largest gap, so that coins pile up in few mixdepths, and coins in it. Null when none has enough.
 * @param coins Spendable, confirmed coins.
 */
export function selectMakerCoins(coins: readonly Coin[], selection: Selection): MakerCoins | null {
  const known = coins.filter((coin) => selection.shown.has(outpointKey(coin)));
  return selectByGap(known, selection) ?? selectByGap(coins, selection);
}

function selectByGap(coins: readonly Coin[], selection: Selection): MakerCoins | null {
  const byMixdepth = new Map<number, Coin[]>();
  for (const coin of coins) {
    byMixdepth.set(coin.path.mixdepth, [...(byMixdepth.get(coin.path.mixdepth) ?? []), coin]);
  }
  const choices = new Map<number, readonly Coin[]>();
  for (const [mixdepth, here] of byMixdepth) {
    const chosen = selectIn(here, selection);
    if (chosen !== null) choices.set(mixdepth, chosen);
  }
  const candidates = [...choices.keys()].sort((a, b) => a - b);
  for (const mixdepth of byLargestGap(candidates, selection.mixdepths)) {
    const chosen = choices.get(mixdepth);
    if (chosen !== undefined) return { mixdepth, coins: chosen };
  }
  return null;
}

/** The choice in one mixdepth; of several groups the one that moves the least. */
function selectIn(
  coins: readonly Coin[],
  { required, algorithm, isSingle }: Selection,
): readonly Coin[] | null {
  const choices = mergeGroups(coins, isSingle).flatMap((group) => {
    const chosen = selectWithStandardCoin(algorithm, group, required, (coin) => coin.locktime === null);
    return chosen === null ? [] : [chosen];
  });
  choices.sort((one, other) => Number(valueOf(one) - valueOf(other)));
  return choices[0] ?? null;
}

function valueOf(coins: readonly Coin[]): Sats {
  return sumSats(coins.map(({ value }) => value));
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
