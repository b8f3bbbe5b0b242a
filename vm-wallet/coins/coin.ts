import type { Sats } from '../../shared/bitcoin/amount.ts';
import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';

/** Where a key of this wallet sits: `m/84'/coin'/mixdepth'/branch/index` (protocol/wallet.md §1). */
export interface KeyPath {
  readonly mixdepth: number;
  /** 0 external (deposits), 1 internal (change and coinjoin outputs), 2 timelocked (bonds). */
  readonly branch: number;
  readonly index: number;
}

/** An unspent output of this wallet, as the verified chain shows it. */
export interface Coin extends Outpoint {
  readonly value: Sats;
  readonly scriptPubKey: Uint8Array;
  readonly path: KeyPath;
  /** Height of its block; null while it is unconfirmed. */
  readonly height: number | null;
  readonly frozen: boolean;
  /** Unix time in seconds until which a timelocked coin can't be spent; null for ordinary coins. */
  readonly locktime: number | null;
}

/** Confirmations under a tip: 1 in the tip's own block, 0 while unconfirmed. */
export function confirmationsOf(coin: { readonly height: number | null }, tipHeight: number): number {
  return coin.height === null ? 0 : Math.max(0, tipHeight - coin.height + 1);
}
