import type { Sats } from '../../shared/bitcoin/amount.ts';
import { balanceOf, unspentCoins } from '../coins/wallet-coins.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { OpenBackup } from './backup.ts';

/** What a backup holds, for a person who must decide whether it is the right one. */
export interface BackupSummary {
  readonly number: number;
  /** Unix seconds. */
  readonly time: number;
  readonly mixdepths: number;
  /** Unspent ones. */
  readonly coins: number;
  readonly balance: Sats;
  readonly frozen: number;
  readonly bonds: number;
  readonly history: number;
  readonly labels: number;
  readonly commitments: number;
}

/** Counts what a backup holds. */
export function summaryOf({ header, state }: OpenBackup): BackupSummary {
  const coins = unspentCoins(state);
  return {
    number: header.number,
    time: header.time,
    mixdepths: state.mixdepths,
    coins: coins.length,
    balance: balanceOf(coins).total,
    frozen: coins.filter((coin) => coin.frozen).length,
    bonds: coins.filter((coin) => coin.locktime !== null).length,
    history: state.history.length,
    labels: labelsOf(state).size,
    commitments: Object.keys(state.commitments).length,
  };
}

/** Every note of the user, by what it is on. */
export function labelsOf(state: ReadonlyState): Map<string, string> {
  const all = [
    ...Object.entries(state.shown).map(([path, { label }]) => [`address ${path}`, label] as const),
    ...Object.entries(state.coins).map(([coin, { label }]) => [`coin ${coin}`, label] as const),
    ...Object.entries(state.transactionLabels).map(
      ([txid, label]) => [`transaction ${txid}`, label] as const,
    ),
  ];
  return new Map(all.filter(([, label]) => label !== ''));
}
