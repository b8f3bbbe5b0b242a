import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes, fromHex } from '../../shared/crypto/bytes.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { ReadonlyEntry } from './next-move.ts';

/** What the disk says about an entry whose signing had begun when the wallet stopped. */
export interface Settlement {
  /** The transaction that was signed and booked, or null when none was: then no signature has left. */
  readonly booked: string | null;
  /** Transactions that were signed for it and that the node refused; they may still confirm. */
  readonly refused: readonly string[];
}

/**
 * Looks up what became of an entry. A signed transaction is booked before anybody sees it, so coins that nothing spends mean that nothing
 * was paid. What can't be told counts as paid: no destination is ever paid twice.
 */
export function settle(state: ReadonlyState, entry: ReadonlyEntry): Settlement {
  const refused = Object.entries(state.refused)
    .filter(([, { coins }]) => coins.some((coin) => entry.coins.includes(coin)))
    .map(([txid]) => txid);
  const spender = entry.coins
    .map((coin) => state.coins[coin]?.spentBy?.txid)
    .find((txid) => txid !== undefined);
  return { booked: spender !== undefined && mayPay(state, entry, spender) ? spender : null, refused };
}

function mayPay(state: ReadonlyState, { destination }: ReadonlyEntry, txid: string): boolean {
  const raw = (state.pending[txid] ?? state.confirmed[txid])?.raw;
  if (raw === undefined || destination === 'INTERNAL') return true;
  const script = scriptOfAddress(destination, state.network);
  return parseTransaction(fromHex(raw)).outputs.some((output) => equalBytes(output.script, script));
}
