import type { BlockTransaction, VerifiedBlock } from '../../shared/bitcoin/block.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { KeyPath } from '../coins/coin.ts';
import type { StateStore } from '../store/wallet-store.ts';
import type { WatchList } from './watch-list.ts';

/** Tells our transactions from all others while a batch of blocks is read, before any of them is applied. */
export class OwnTransactions {
  readonly #store: StateStore;
  readonly #watched: WatchList;
  readonly #paid = new Set<string>();
  readonly #nextIndex: Record<string, number>;

  constructor(store: StateStore, watched: WatchList) {
    this.#store = store;
    this.#watched = watched;
    this.#nextIndex = { ...store.state.nextIndex };
  }

  /**
   * The transactions of a block that pay us or spend what is ours, and the scripts that are watched from now on because the
   * block brought new addresses into use.
   */
  of(block: VerifiedBlock): {
    readonly transactions: readonly BlockTransaction[];
    readonly fresh: readonly Uint8Array[];
  } {
    const fresh: Uint8Array[] = [];
    for (;;) {
      const transactions = block.transactions.filter((transaction) => this.#concerns(transaction));
      const more = this.#watched.widen({ ...this.#store.state, nextIndex: this.#nextIndex });
      if (more.length === 0) return { transactions, fresh };
      fresh.push(...more);
    }
  }

  #concerns(transaction: BlockTransaction): boolean {
    let ours = transaction.inputs.some((input) => {
      const key = outpointKey(input);
      return this.#paid.has(key) || this.#store.state.coins[key] !== undefined;
    });
    for (const [vout, output] of transaction.outputs.entries()) {
      const path = this.#watched.index.get(toHex(output.script));
      if (path === undefined) continue;
      ours = true;
      this.#paid.add(outpointKey({ txid: transaction.txid, vout }));
      this.#markUsed(path);
    }
    return ours;
  }

  #markUsed({ mixdepth, branch, index }: KeyPath): void {
    const counter = `${mixdepth}/${branch}`;
    this.#nextIndex[counter] = Math.max(this.#nextIndex[counter] ?? 0, index + 1);
  }
}
