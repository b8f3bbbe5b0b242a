import { outpointKey, parseOutpoint, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { HistoryEntry, PendingTransaction, StoredCoin, WalletState } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** What the books had of a transaction before another one took its place. */
export interface Replaced {
  readonly txid: string;
  readonly pending: PendingTransaction;
  readonly spends: readonly OutpointKey[];
  readonly outputs: readonly (readonly [key: string, coin: StoredCoin])[];
  readonly entry: { readonly position: number; readonly value: HistoryEntry } | null;
}

/** Keeps what the books have of a pending transaction. */
export function rememberPending(state: ReadonlyState, txid: string): Replaced | null {
  const pending = state.pending[txid];
  if (pending === undefined) return null;
  const position = state.history.findIndex((entry) => entry.txid === txid);
  const entry = state.history[position];
  return {
    txid,
    pending: { ...pending },
    spends: parseTransaction(fromHex(pending.raw)).inputs.map(outpointKey),
    outputs: Object.entries(state.coins)
      .filter(([key]) => parseOutpoint(key).txid === txid)
      .map(([key, coin]) => [key, { ...coin }]),
    entry: entry === undefined ? null : { position, value: { ...entry } },
  };
}

/** Puts it back: the node would not take the other one, and the first one is in the mempool still. */
export function bringBack(draft: WalletState, replaced: Replaced): void {
  const { txid, pending, spends, outputs, entry } = replaced;
  draft.pending[txid] = pending;
  for (const key of spends) {
    const coin = draft.coins[key];
    if (coin?.spentBy === null) coin.spentBy = { txid, height: null };
  }
  for (const [key, coin] of outputs) draft.coins[key] = coin;
  if (entry !== null) draft.history.splice(entry.position, 0, entry.value);
}
