import type { KeyPath } from '../coins/coin.ts';
import { KeyPathError, lockedKey, type HdWallet } from './hd-wallet.ts';
import { privateBranch } from './private-branches.ts';

/**
 * Lends the private key at a path to `use`; the copy is zeroed afterwards. Only `rules/` may import this file: every use of a key
 * passes its gate.
 * @throws KeyPathError
 */
export function lendPrivateKey<Value>(
  wallet: HdWallet,
  path: KeyPath,
  use: (privateKey: Uint8Array) => Value,
): Value {
  const branch = privateBranch(wallet, path);
  if (branch === null) throw new KeyPathError('bad-key-path', 'This wallet has no private keys');
  const key = branch.derive(path.index).privateKey;
  if (key === undefined) throw lockedKey();
  const copy = Uint8Array.from(key);
  try {
    return use(copy);
  } finally {
    copy.fill(0);
  }
}
