import { toHex } from '../../shared/crypto/bytes.ts';
import type { KeyPath } from '../coins/coin.ts';
import { TIME_NUMBERS } from '../../shared/jm/bond/time-number.ts';
import { formatKeyPath, parseKeyPath, TIMELOCKED } from '../keys/hd-wallet.ts';
import type { ShownAddress, WalletState } from './state.ts';
import type { ReadonlyState } from './wallet-store.ts';

/** Branches of a mixdepth (protocol/wallet.md §1). */
export const EXTERNAL = 0;
export const INTERNAL = 1;

/** What addresses are derived with. */
export interface AddressSource {
  addressAt(path: KeyPath): string;
  scriptAt(path: KeyPath): Uint8Array;
}

/** An address that was just taken out of the book. */
export interface IssuedAddress {
  readonly path: KeyPath;
  readonly address: string;
}

/** What a new address is for. */
export interface AddressRequest {
  readonly mixdepth: number;
  readonly branch: typeof EXTERNAL | typeof INTERNAL;
  readonly purpose: ShownAddress['purpose'];
  readonly label?: string;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Takes the next address of a branch that was never shown and never paid to, and records it as shown. Inside a `commit`, so
 * that it is on disk before anyone sees it.
 */
export function issueAddress(
  draft: WalletState,
  keys: AddressSource,
  request: AddressRequest,
): IssuedAddress {
  return takeNext(draft, keys, paidScripts(draft), request);
}

/** Takes several addresses in one go, as `issueAddress` takes one. */
export function issueAddresses(
  draft: WalletState,
  keys: AddressSource,
  request: AddressRequest & { readonly count: number },
): IssuedAddress[] {
  const paid = paidScripts(draft);
  return Array.from({ length: request.count }, () => takeNext(draft, keys, paid, request));
}

function paidScripts(draft: WalletState): ReadonlySet<string> {
  return new Set(Object.values(draft.coins).map((coin) => coin.scriptPubKey));
}

function takeNext(
  draft: WalletState,
  keys: AddressSource,
  paid: ReadonlySet<string>,
  { mixdepth, branch, purpose, label = '', now }: AddressRequest,
): IssuedAddress {
  const counter = `${mixdepth}/${branch}`;
  for (let index = draft.nextIndex[counter] ?? 0; ; index += 1) {
    const path = { mixdepth, branch, index };
    const text = formatKeyPath(path);
    if (draft.shown[text] !== undefined || paid.has(toHex(keys.scriptAt(path)))) continue;
    const address = keys.addressAt(path);
    draft.nextIndex[counter] = index + 1;
    draft.shown[text] = { address, purpose, at: now, label };
    return { path, address };
  }
}

/** Puts addresses back that nobody saw, by path text: they are issued again, unless others were issued behind them. */
export function takeBackUnseen(draft: WalletState, paths: readonly string[]): void {
  const lastFirst = paths.map(parseKeyPath).sort((one, other) => other.index - one.index);
  for (const path of lastFirst) {
    const counter = `${path.mixdepth}/${path.branch}`;
    Reflect.deleteProperty(draft.shown, formatKeyPath(path));
    if (draft.nextIndex[counter] === path.index + 1) draft.nextIndex[counter] = path.index;
  }
}

/** Records that coins arrived on a path, so that the next address lies behind it. */
export function markUsed(draft: WalletState, path: KeyPath): void {
  const counter = `${path.mixdepth}/${path.branch}`;
  draft.nextIndex[counter] = Math.max(draft.nextIndex[counter] ?? 0, path.index + 1);
}

/** A branch of addresses, and where watching it ends. */
export interface WatchedBranch extends Pick<KeyPath, 'mixdepth' | 'branch'> {
  /** The first index that is not watched. */
  readonly end: number;
}

/** What a scan must watch: every branch up to `lookahead` addresses behind the last one in use, and every bond. */
export function watchedBranches(state: ReadonlyState, lookahead: number): WatchedBranch[] {
  const branches: WatchedBranch[] = [];
  for (let mixdepth = 0; mixdepth < state.mixdepths; mixdepth += 1) {
    for (const branch of [EXTERNAL, INTERNAL]) {
      branches.push({
        mixdepth,
        branch,
        end: (state.nextIndex[`${mixdepth}/${branch}`] ?? 0) + lookahead,
      });
    }
  }
  if (state.family !== 'nested') branches.push({ mixdepth: 0, branch: TIMELOCKED, end: TIME_NUMBERS });
  return branches;
}

/** The paths of all watched branches. */
export function watchedPaths(state: ReadonlyState, lookahead: number): KeyPath[] {
  return watchedBranches(state, lookahead).flatMap(({ mixdepth, branch, end }) =>
    Array.from({ length: end }, (_unused, index) => ({ mixdepth, branch, index })),
  );
}
