import { toHex } from '../../shared/crypto/bytes.ts';
import type { KeyPath } from '../coins/coin.ts';
import { watchedBranches, watchedPaths, type AddressSource } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { ScriptIndex } from './ledger.ts';

/** How far behind the last used address the scan looks. Wider than any gap limit in use, because it costs little. */
export const LOOKAHEAD = 30;

/** The scripts that a scan looks for. It only grows, and derives each script once. */
export class WatchList {
  readonly #keys: AddressSource;
  readonly #lookahead: number;
  /** Where each branch ends so far. */
  readonly #ends = new Map<string, number>();
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
    for (const { mixdepth, branch, end } of watchedBranches(state, this.#lookahead)) {
      const counter = `${mixdepth}/${branch}`;
      const start = this.#ends.get(counter) ?? 0;
      for (let index = start; index < end; index += 1) {
        const path = { mixdepth, branch, index };
        const script = this.#keys.scriptAt(path);
        this.#index.set(toHex(script), path);
        fresh.push(script);
      }
      this.#ends.set(counter, Math.max(start, end));
    }
    this.#scripts.push(...fresh);
    return fresh;
  }
}

/** More than the addresses of a few rounds. */
const AHEAD = 10;

/** Derives scripts before they are watched: in the middle of a round, peers would wait for them. */
export function deriveAhead({ state }: { readonly state: ReadonlyState }, keys: AddressSource): void {
  for (const path of watchedPaths(state, LOOKAHEAD + AHEAD)) keys.scriptAt(path);
}

const lists = new WeakMap<AddressSource, WatchList>();

/** The scripts of addresses that a wallet has issued or watches. Derived once, and kept with the keys. */
export function scriptIndex({ state }: { readonly state: ReadonlyState }, keys: AddressSource): ScriptIndex {
  const list = lists.get(keys) ?? new WatchList(keys);
  lists.set(keys, list);
  list.widen(state);
  return list.index;
}
