import { toHex } from '../../shared/crypto/bytes.ts';
import type { KeyPath } from '../coins/coin.ts';
import { formatKeyPath } from '../keys/hd-wallet.ts';
import { watchedPaths, type AddressSource } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { ScriptIndex } from './ledger.ts';

/** How far behind the last used address the scan looks. Wider than any gap limit in use, because it costs little. */
export const LOOKAHEAD = 30;

/** The scripts that a scan looks for. It only grows, and derives each script once. */
export class WatchList {
  readonly #keys: AddressSource;
  readonly #lookahead: number;
  readonly #paths = new Set<string>();
  readonly #index = new Map<string, KeyPath>();
  readonly #scripts: Uint8Array[] = [];

  /** @param lookahead Addresses to watch behind the last used one of each branch. */
  constructor(keys: AddressSource, lookahead = LOOKAHEAD) {
    this.#keys = keys;
    this.#lookahead = lookahead;
  }

  /** Our scripts by hex, with the path that each belongs to. */
  get index(): ScriptIndex {
    return this.#index;
  }

  get scripts(): readonly Uint8Array[] {
    return this.#scripts;
  }

  /** Adds what the addresses in use now ask for, and returns just that. */
  widen(state: ReadonlyState): Uint8Array[] {
    const fresh: Uint8Array[] = [];
    for (const path of watchedPaths(state, this.#lookahead)) {
      const text = formatKeyPath(path);
      if (this.#paths.has(text)) continue;
      const script = this.#keys.scriptAt(path);
      this.#paths.add(text);
      this.#index.set(toHex(script), path);
      fresh.push(script);
    }
    this.#scripts.push(...fresh);
    return fresh;
  }
}
