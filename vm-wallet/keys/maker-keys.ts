import { toHex } from '../../shared/crypto/bytes.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { seedTree, type Seed } from './key-tree.ts';

/**
 * What the maker password opens of a wallet's keys: the branches whose coins are mixed. Neither seed nor account is among it, so that
 * no other branch follows from it: not even the account's public key, because a branch's private key and its parent's public one
 * give the parent's private key (BIP32, "Implications").
 */
export interface MakerKeys {
  readonly network: Network;
  /** Of the master's public key, hex. */
  readonly fingerprint: string;
  /** Hex. */
  readonly logKey: string;
  /** Extended keys by `mixdepth/branch`: private ones of external and internal branches, public ones of what is only watched. */
  readonly branches: Readonly<Record<string, string>>;
}

const MIXED = [0, 1];
/** The timelocked branch, and the one that the reference burns coins on: both are watched in the first mixdepth only. */
const WATCHED = [2, 3];

/** Takes from a native wallet's seed what a maker needs. */
export function makerKeysOf(seed: Seed, mixdepths: number): MakerKeys {
  const tree = seedTree(seed);
  const branches: Record<string, string> = {};
  for (let mixdepth = 0; mixdepth < mixdepths; mixdepth += 1) {
    for (const branch of MIXED) branches[`${mixdepth}/${branch}`] = base58(tree.branch(mixdepth, branch));
  }
  for (const branch of WATCHED) branches[`0/${branch}`] = base58(tree.branch(0, branch)?.neutered());
  return {
    network: seed.network,
    fingerprint: toHex(tree.masterFingerprint),
    logKey: toHex(tree.logKey),
    branches,
  };
}

function base58(branch: { toBase58(): string } | null | undefined): string {
  return branch?.toBase58() ?? '';
}
