import type { KeyPath } from '../coins/coin.ts';
import { formatKeyPath } from '../keys/hd-wallet.ts';
import { INTERNAL } from '../store/address-book.ts';
import type { WalletState } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { LabelRecord } from './label-file.ts';
import { plainLabel } from './label.ts';

/** What an import of labels did, or would do. */
export interface LabelImport {
  readonly transactions: number;
  readonly addresses: number;
  readonly outputs: number;
  /** Coins that are frozen now and were not before, and the other way round. */
  readonly frozen: number;
  readonly unfrozen: number;
  /** References of known types to nothing in this wallet. */
  readonly unknown: readonly string[];
  /** Lines of types that this wallet keeps no labels for, xpubs among them. */
  readonly ignored: number;
}

/** Every label and freeze of a wallet as BIP329 has them. */
export function labelsOf(state: ReadonlyState): LabelRecord[] {
  const records: LabelRecord[] = [];
  for (const [ref, label] of Object.entries(state.transactionLabels)) {
    if (label !== '') records.push({ type: 'tx', ref, label: plainLabel(label) });
  }
  for (const { address, label } of Object.values(state.shown)) {
    if (label !== '') records.push({ type: 'addr', ref: address, label: plainLabel(label) });
  }
  for (const [ref, { label, frozen, spentBy }] of Object.entries(state.coins)) {
    if (spentBy !== null && label === '' && !frozen) continue;
    const named = label === '' ? {} : { label: plainLabel(label) };
    records.push({ type: 'output', ref, ...named, spendable: !frozen });
  }
  for (const ref of Object.keys(state.freezeOnSight)) records.push({ type: 'output', ref, spendable: false });
  return records;
}

/**
 * Applies labels and freezes to what the wallet knows already. What it does not know is reported, never added.
 * @param paths Paths of the addresses among the references that belong to this wallet.
 * @param now Unix seconds.
 */
export function applyLabels(
  draft: WalletState,
  records: readonly LabelRecord[],
  paths: ReadonlyMap<string, KeyPath>,
  now: number,
): LabelImport {
  const known = knownTransactions(draft);
  const counts = { transactions: 0, addresses: 0, outputs: 0, frozen: 0, unfrozen: 0, ignored: 0 };
  const unknown: string[] = [];
  for (const record of records) {
    const { type, ref, label } = record;
    switch (type) {
      case 'tx':
        if (!known.has(ref)) unknown.push(ref);
        else if (label !== undefined) {
          draft.transactionLabels[ref] = plainLabel(label);
          counts.transactions += 1;
        }
        break;
      case 'addr': {
        const path = paths.get(ref);
        if (path === undefined) unknown.push(ref);
        else if (label !== undefined) {
          labelAddress(draft, path, ref, { label: plainLabel(label), now });
          counts.addresses += 1;
        }
        break;
      }
      case 'output': {
        const change = applyToOutput(draft, record);
        if (change === null) unknown.push(ref);
        else {
          counts.outputs += 1;
          counts.frozen += change > 0 ? 1 : 0;
          counts.unfrozen += change < 0 ? 1 : 0;
        }
        break;
      }
      default:
        counts.ignored += 1;
    }
  }
  return { ...counts, unknown };
}

/** How many frozen coins an import would make spendable again. */
export function wouldUnfreeze(state: ReadonlyState, records: readonly LabelRecord[]): number {
  const refs = records.filter(({ type, spendable }) => type === 'output' && spendable === true);
  return new Set(refs.map(({ ref }) => ref).filter((ref) => isFrozen(state, ref))).size;
}

function isFrozen({ coins, freezeOnSight }: ReadonlyState, ref: string): boolean {
  return coins[ref]?.frozen === true || freezeOnSight[ref] === true;
}

function knownTransactions(state: WalletState): ReadonlySet<string> {
  return new Set([
    ...state.history.map(({ txid }) => txid),
    ...Object.keys(state.pending),
    ...Object.keys(state.confirmed),
    ...Object.keys(state.transactionLabels),
    ...Object.keys(state.coins).map((key) => key.slice(0, key.indexOf(':'))),
  ]);
}

/** An address with a label was shown to somebody: it is kept as such, and never issued again. */
function labelAddress(
  draft: WalletState,
  path: KeyPath,
  address: string,
  { label, now }: { readonly label: string; readonly now: number },
): void {
  const text = formatKeyPath(path);
  const purpose = path.branch === INTERNAL ? 'change' : 'deposit';
  draft.shown[text] = { ...(draft.shown[text] ?? { address, purpose, at: now }), label };
}

/** @returns 1 when it froze the coin, -1 when it unfroze it, 0 when it did neither; null when there is no such coin. */
function applyToOutput(draft: WalletState, { ref, label, spendable }: LabelRecord): 1 | 0 | -1 | null {
  const coin = Object.hasOwn(draft.coins, ref) ? draft.coins[ref] : undefined;
  if (coin === undefined) {
    if (!Object.hasOwn(draft.freezeOnSight, ref)) return null;
    if (spendable !== true) return 0;
    Reflect.deleteProperty(draft.freezeOnSight, ref);
    return -1;
  }
  if (label !== undefined) coin.label = plainLabel(label);
  if (spendable === undefined || spendable !== coin.frozen) return 0;
  coin.frozen = !spendable;
  return spendable ? -1 : 1;
}
