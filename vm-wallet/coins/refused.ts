import { sumSats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { Coin } from './coin.ts';
import { selectCoins, type MergeAlgorithm } from './select.ts';

/**
 * Picks coins worth at least `target`, and among them one of each transaction that the node refused: its signature has left the
 * wallet, and a net VM that lied about it could broadcast it beside the new one. Sharing a coin, only one of them can confirm.
 * @param available Spendable coins of one mixdepth.
 * @returns null when all of them together are worth less.
 */
export function selectAgainstRefused(
  state: ReadonlyState,
  algorithm: MergeAlgorithm,
  available: readonly Coin[],
  target: bigint,
): Coin[] | null {
  const rivals = new Set<Coin>();
  for (const refused of Object.values(state.refused)) {
    const shared = available.filter((coin) => refused.coins.includes(outpointKey(coin)));
    const [first] = shared;
    if (first !== undefined && !shared.some((coin) => rivals.has(coin))) rivals.add(first);
  }
  const missing = target - sumSats([...rivals].map((coin) => coin.value));
  if (rivals.size > 0 && missing <= 0n) return [...rivals];
  const more = selectCoins(
    algorithm,
    available.filter((coin) => !rivals.has(coin)),
    missing,
  );
  return more === null ? null : [...rivals, ...more];
}

/** Txids of refused transactions that could still confirm beside one that spends these coins. */
export function notRuledOut(state: ReadonlyState, coins: readonly Coin[]): string[] {
  const spent = new Set<string>(coins.map(outpointKey));
  return Object.entries(state.refused)
    .filter(([, refused]) => !refused.coins.some((coin) => spent.has(coin)))
    .map(([txid]) => txid);
}
