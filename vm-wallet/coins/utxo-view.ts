import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { displayKeyPath, parseKeyPath } from '../keys/hd-wallet.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { confirmationsOf } from './coin.ts';

/** An unspent coin as `showutxos` of the reference has it (protocol/wallet.md §8). */
export interface UtxoView {
  readonly address: string;
  readonly path: string;
  /** The coin's own label, or else its address's. */
  readonly label: string;
  /** Sats. */
  readonly value: bigint;
  /** PoDLE commitments that were made with it. */
  readonly tries: number;
  readonly tries_remaining: number;
  /** Always false: this wallet commits to coins of its own only. */
  readonly external: false;
  readonly mixdepth: number;
  readonly confirmations: number;
  readonly frozen: boolean;
  /** A bond's, as a date and time. */
  readonly locktime?: string;
}

/** Every unspent coin by `txid:vout`, in one pass. */
export function viewUtxos(
  state: ReadonlyState,
  wanted: {
    readonly tipHeight: number;
    /** `taker_utxo_retries`. */
    readonly retries: number;
    readonly mixdepth?: number;
  },
): ReadonlyMap<string, UtxoView> {
  const tries = triesOf(state);
  const views = new Map<string, UtxoView>();
  for (const [outpoint, coin] of Object.entries(state.coins)) {
    const path = parseKeyPath(coin.path);
    if (coin.spentBy !== null || (wanted.mixdepth ?? path.mixdepth) !== path.mixdepth) continue;
    const shown = state.shown[coin.path];
    const used = tries.get(outpoint) ?? 0;
    views.set(outpoint, {
      address: shown?.address ?? addressOfScript(fromHex(coin.scriptPubKey), state.network),
      path: displayKeyPath(path, state.network, state.family),
      label: coin.label === '' ? (shown?.label ?? '') : coin.label,
      value: BigInt(coin.value),
      tries: used,
      tries_remaining: Math.max(0, wanted.retries - used),
      external: false,
      mixdepth: path.mixdepth,
      confirmations: confirmationsOf(coin, wanted.tipHeight),
      frozen: coin.frozen,
      ...(coin.locktime === null ? {} : { locktime: dateTime(coin.locktime) }),
    });
  }
  return views;
}

/** The index behind the highest one that each coin was used with. */
function triesOf({ commitments }: ReadonlyState): Map<string, number> {
  const tries = new Map<string, number>();
  for (const { outpoint, index } of Object.values(commitments)) {
    tries.set(outpoint, Math.max(tries.get(outpoint) ?? 0, index + 1));
  }
  return tries;
}

function dateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
