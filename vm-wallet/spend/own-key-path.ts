import { JmError } from '../../shared/errors.ts';
import type { KeyPath } from '../coins/coin.ts';
import { pathsOfAddresses } from '../import/own-addresses.ts';
import { displayKeyPath, parseKeyPath, type HdWallet } from '../keys/hd-wallet.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** Text that names no key of this wallet. */
export class OwnKeyError extends JmError<'usage'> {}

/**
 * The key that the user means: `m/84'/0'/0'/0/3`, `0/0/3`, or an address of this wallet.
 * @param lookahead How far behind the next index an address may lie.
 * @throws OwnKeyError, KeyPathError
 */
export function ownKeyPath(state: ReadonlyState, keys: HdWallet, text: string, lookahead: number): KeyPath {
  const account = displayKeyPath({ mixdepth: 0, branch: 0, index: 0 }, keys.network, keys.family);
  const head = account.slice(0, -"0'/0/0".length);
  const full = text.startsWith(head) ? text.slice(head.length).replace(/^([0-9]+)['h]\//u, '$1/') : text;
  const path = /^[0-9]+\/[0-9]+\/[0-9]+$/u.test(full)
    ? parseKeyPath(full)
    : pathsOfAddresses(state, keys, new Set([text]), lookahead).get(text);
  if (path === undefined || path.mixdepth >= state.mixdepths) {
    throw new OwnKeyError(
      'usage',
      `${JSON.stringify(text)} is neither a path nor an address of this wallet`,
      {
        cure: `Give an address that "jm-wallet display" lists, or its path, which begins with ${head}.`,
      },
    );
  }
  return path;
}
