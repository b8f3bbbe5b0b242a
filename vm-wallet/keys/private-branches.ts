import type { BIP32Interface } from 'bip32';
import type { KeyPath } from '../coins/coin.ts';

type BranchAt = (path: KeyPath) => BIP32Interface;

/** Where each wallet's private branches are found: outside the wallet, so that who holds it holds no private key. */
const kept = new WeakMap<object, BranchAt>();

/** Remembers where a wallet's private branches are. */
export function keepBranches(wallet: object, branchAt: BranchAt): void {
  kept.set(wallet, branchAt);
}

/** The private branch of a path, or null for a wallet that has none. @throws KeyPathError */
export function privateBranch(wallet: object, path: KeyPath): BIP32Interface | null {
  return kept.get(wallet)?.(path) ?? null;
}
