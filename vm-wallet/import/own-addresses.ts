import type { KeyPath } from '../coins/coin.ts';
import { watchedPaths, type AddressSource } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/**
 * The paths of those of `addresses` that belong to the wallet: every branch up to `lookahead` behind its next index, and bonds.
 * Derives no further than it must.
 */
export function pathsOfAddresses(
  state: ReadonlyState,
  keys: AddressSource,
  addresses: ReadonlySet<string>,
  lookahead: number,
): ReadonlyMap<string, KeyPath> {
  const found = new Map<string, KeyPath>();
  for (const path of addresses.size === 0 ? [] : watchedPaths(state, lookahead)) {
    const address = keys.addressAt(path);
    if (addresses.has(address)) found.set(address, path);
    if (found.size === addresses.size) break;
  }
  return found;
}
