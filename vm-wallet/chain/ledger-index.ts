import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { BlockTransaction } from '../../shared/bitcoin/block.ts';
import type { HistoryEntry, RoundRecord, WalletState } from '../store/state.ts';

/**
 * What booking asks of a draft again and again, looked up in one pass: without it a scan would cost the square of what the wallet
 * holds. Whoever takes entries or coins out of the draft calls `renew`.
 */
export class LedgerIndex {
  readonly #draft: WalletState;
  #history: Map<string, HistoryEntry> | null = null;
  #rounds: Map<string, RoundRecord[]> | null = null;
  #roundsByCoin: Map<string, RoundRecord[]> | null = null;
  #uses: { readonly paid: Set<string>; readonly spent: Set<string> } | null = null;

  constructor(draft: WalletState) {
    this.#draft = draft;
  }

  /** The entry of a transaction. */
  entryOf(txid: string): HistoryEntry | undefined {
    this.#history ??= new Map(this.#draft.history.map((entry) => [entry.txid, entry]));
    return this.#history.get(txid);
  }

  /** Appends an entry. */
  addEntry(entry: HistoryEntry): void {
    this.#draft.history.push(entry);
    this.#history?.set(entry.txid, entry);
  }

  /**
   * The rounds whose transaction this is: by txid, or by what a maker signed for. The latter saw no signatures of others, and
   * those of nested inputs change the txid.
   * @param paid Paths of ours that it pays.
   */
  roundsOf(
    { txid, inputs }: Pick<BlockTransaction, 'txid' | 'inputs'>,
    paid: readonly string[],
  ): readonly RoundRecord[] {
    this.#rounds ??= groupedBy(this.#draft, ({ txid: one }) => (one === null ? [] : [one]));
    const known = this.#rounds.get(txid);
    if (known !== undefined) return known;
    this.#roundsByCoin ??= groupedBy(this.#draft, signedCoins);
    const spent = new Set<string>(inputs.map(outpointKey));
    const candidates = new Set([...spent].flatMap((key) => this.#roundsByCoin?.get(key) ?? []));
    return [...candidates].filter(
      ({ coins, addresses }) =>
        coins.every((key) => spent.has(key)) && addresses.every((path) => paid.includes(path)),
    );
  }

  /** `new`, `funded` when a coin came before, or `emptied` when such a coin was spent. */
  useOf(script: string): 'new' | 'funded' | 'emptied' {
    const { paid, spent } = this.#usesOf();
    if (spent.has(script)) return 'emptied';
    return paid.has(script) ? 'funded' : 'new';
  }

  /** Notes that a coin came to a script. */
  markPaid(script: string): void {
    this.#uses?.paid.add(script);
  }

  /** Notes that a coin of a script was spent. */
  markSpent(script: string): void {
    this.#uses?.spent.add(script);
  }

  /** Forgets what it knows, after something was taken out of the draft. */
  renew(): void {
    this.#history = null;
    this.#rounds = null;
    this.#roundsByCoin = null;
    this.#uses = null;
  }

  #usesOf(): { readonly paid: Set<string>; readonly spent: Set<string> } {
    if (this.#uses !== null) return this.#uses;
    const uses = { paid: new Set<string>(), spent: new Set<string>() };
    for (const { scriptPubKey, spentBy } of Object.values(this.#draft.coins)) {
      uses.paid.add(scriptPubKey);
      if (spentBy !== null) uses.spent.add(scriptPubKey);
    }
    this.#uses = uses;
    return uses;
  }
}

/** The coins of a maker's round that is signed. */
function signedCoins({ role, txid, coins }: RoundRecord): readonly string[] {
  return role === 'maker' && txid !== null ? coins : [];
}

function groupedBy(
  draft: WalletState,
  keysOf: (round: RoundRecord) => readonly string[],
): Map<string, RoundRecord[]> {
  const found = new Map<string, RoundRecord[]>();
  for (const round of Object.values(draft.rounds)) {
    for (const key of keysOf(round)) found.set(key, [...(found.get(key) ?? []), round]);
  }
  return found;
}
