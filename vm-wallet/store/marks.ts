import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { outpointKey, parseOutpoint, type Outpoint, type Txid } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { JmError } from '../../shared/errors.ts';
import type { KeyPath } from '../coins/coin.ts';
import { formatKeyPath, parseKeyPath } from '../keys/hd-wallet.ts';
import { EXTERNAL } from './address-book.ts';
import type { StoredCoin, WalletState } from './state.ts';
import type { ReadonlyState } from './wallet-store.ts';

/** A mark on something that this wallet does not have, or that can't take it. */
export class MarkError extends JmError<
  | 'mark-unknown-coin'
  | 'mark-spent-coin'
  | 'mark-unknown-transaction'
  | 'mark-unknown-address'
  | 'mark-not-released'
> {}

/** What the label of a coin begins with that was frozen on arrival. */
const FROZEN_ON_ARRIVAL = 'frozen: ';

/**
 * Freezes or unfreezes unspent coins, all or none.
 * @returns Those that changed.
 * @throws MarkError
 */
export function markFrozen(draft: WalletState, coins: readonly Outpoint[], frozen: boolean): Outpoint[] {
  const found = coins.map((outpoint) => ({ outpoint, coin: unspentCoin(draft, outpoint) }));
  const changed = found.filter(({ coin }) => coin.frozen !== frozen);
  for (const { coin } of changed) {
    coin.frozen = frozen;
    // A label stays, so that a reorganisation does not bring the coin back as a new one, to be frozen again.
    if (!frozen && coin.label.startsWith(FROZEN_ON_ARRIVAL)) {
      coin.label = `accepted: ${coin.label.slice(FROZEN_ON_ARRIVAL.length)}`;
    }
  }
  return changed.map(({ outpoint }) => outpoint);
}

/** Unspent coins of a mixdepth, or of all. */
export function unspentOutpoints(state: ReadonlyState, mixdepth?: number): Outpoint[] {
  return Object.entries(state.coins)
    .filter(([, { spentBy }]) => spentBy === null)
    .filter(([, { path }]) => mixdepth === undefined || parseKeyPath(path).mixdepth === mixdepth)
    .map(([outpoint]) => parseOutpoint(outpoint));
}

/** Names a coin. @throws MarkError */
export function labelCoin(draft: WalletState, outpoint: Outpoint, label: string): void {
  unspentCoin(draft, outpoint).label = label;
}

/** Names a transaction of the history; an empty label takes the name away. @throws MarkError */
export function labelTransaction(draft: WalletState, txid: Txid, label: string): void {
  if (!draft.history.some((entry) => entry.txid === txid)) {
    throw new MarkError('mark-unknown-transaction', `The history has no transaction ${txid}`, {
      cure: 'Copy the txid from "jm-wallet history".',
    });
  }
  if (label === '') Reflect.deleteProperty(draft.transactionLabels, txid);
  else draft.transactionLabels[txid] = label;
}

/** Where an address of ours sits that was shown or paid. @throws MarkError `mark-unknown-address`. */
export function pathOfAddress(state: ReadonlyState, address: string): KeyPath {
  const script = toHex(scriptOfAddress(address, state.network));
  const path =
    Object.keys(state.shown).find((text) => state.shown[text]?.address === address) ??
    Object.values(state.coins).find(({ scriptPubKey }) => scriptPubKey === script)?.path;
  if (path !== undefined) return parseKeyPath(path);
  throw new MarkError(
    'mark-unknown-address',
    `${address} is no address that this wallet has shown or was paid at`,
    {
      cure: '"jm-wallet display --all" lists its addresses.',
    },
  );
}

/** Names an address of ours; who names one knows it, so it counts as shown. */
export function labelAddress(
  draft: WalletState,
  { path, address }: { readonly path: KeyPath; readonly address: string },
  label: string,
  now: number,
): void {
  const text = formatKeyPath(path);
  const purpose = path.branch === EXTERNAL ? 'deposit' : 'change';
  draft.shown[text] = { ...(draft.shown[text] ?? { address, purpose, at: now }), label };
}

/**
 * Gives up a deposit address that was shown and never paid: it is listed no more. It is never issued again, and still watched.
 * @throws MarkError `mark-not-released`.
 */
export function releaseAddress(draft: WalletState, path: KeyPath): void {
  const text = formatKeyPath(path);
  const shown = draft.shown[text];
  if (shown?.purpose !== 'deposit') {
    throw new MarkError('mark-not-released', 'This address was not shown as a deposit address', {
      cure: '"jm-wallet address --list" names those that were.',
    });
  }
  if (Object.values(draft.coins).some((coin) => coin.path === text)) {
    throw new MarkError('mark-not-released', 'This address was paid already', {
      cure: 'It is in use; there is nothing to release.',
    });
  }
  draft.shown[text] = { ...shown, purpose: 'released' };
}

/** Deposit addresses that were shown and neither paid nor released, by path. */
export function openAddresses(state: ReadonlyState): [path: string, shown: ReadonlyState['shown'][string]][] {
  const paid = new Set(Object.values(state.coins).map(({ path }) => path));
  return Object.entries(state.shown).filter(
    ([path, { purpose }]) => purpose === 'deposit' && !paid.has(path),
  );
}

function unspentCoin(draft: WalletState, outpoint: Outpoint): StoredCoin {
  const key = outpointKey(outpoint);
  const coin = draft.coins[key];
  if (coin === undefined) {
    throw new MarkError('mark-unknown-coin', `This wallet has no coin ${key}`, {
      cure: 'Copy the coin from "jm-wallet utxos".',
    });
  }
  if (coin.spentBy !== null) {
    throw new MarkError('mark-spent-coin', `The coin ${key} is spent by ${coin.spentBy.txid}`, {
      cure: '"jm-wallet utxos" lists what is not spent.',
    });
  }
  return coin;
}
