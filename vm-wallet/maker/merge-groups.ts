import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import type { Coin } from '../coins/coin.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { MixedCoins } from './mixed-coins.ts';

/** The mixdepth where deposits arrive. */
const DEPOSITS = 0;

/** True for a coin that must not be an input beside another coin of ours. */
export type IsSingle = (coin: Coin) => boolean;

/**
 * Deposits in mixdepth 0 are kept apart: what a maker merges there tells everybody that they have one owner (peers.md A33, W23).
 * @param allowed True when the user lets them be merged (`allow_mixdepth_zero_merge`).
 */
export function singleCoins(state: ReadonlyState, allowed: boolean): IsSingle {
  if (allowed) return () => false;
  const mixed = new MixedCoins(state);
  return (coin) => coin.path.mixdepth === DEPOSITS && !mixed.has(coin);
}

/** Coins of one mixdepth that may be inputs of one transaction: those that may be merged, and each other one alone. */
export function mergeGroups(coins: readonly Coin[], isSingle: IsSingle): readonly (readonly Coin[])[] {
  const together = coins.filter((coin) => !isSingle(coin));
  const alone = coins.filter(isSingle).map((coin) => [coin]);
  return together.length === 0 ? alone : [together, ...alone];
}

/** What can be spent together in each mixdepth. */
export function reachOf(coins: readonly Coin[], mixdepths: number, isSingle: IsSingle): Sats[] {
  return Array.from({ length: mixdepths }, (_unused, mixdepth) => {
    const here = coins.filter(({ path }) => path.mixdepth === mixdepth);
    const sums = mergeGroups(here, isSingle).map((group) => sumSats(group.map(({ value }) => value)));
    return sums.reduce((most, sum) => (sum > most ? sum : most), sumSats([]));
  });
}
