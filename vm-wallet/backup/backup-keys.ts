import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Network } from '../../shared/bitcoin/network.ts';
import { copyName, type CopyName } from '../../shared/bridge/copies.ts';
import { toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { seedOf } from '../keys/mnemonic.ts';

/** The words of a wallet as bytes, and their extension. */
export interface Words {
  readonly entropy: Uint8Array;
  readonly extension: string;
}

const LABEL = 'jm-split/backup/v1';

/**
 * Lends the key that seals a wallet's backups to `use`; it is zeroed afterwards. HKDF-SHA256 (RFC 5869) of the BIP39 seed, so that
 * the words and the extension open a backup and nothing else does.
 */
export function withBackupKey<Value>(words: Words, use: (key: Uint8Array) => Value): Value {
  const key = derive(words, 'key', 32);
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}

/** What the net VM knows a wallet's copies by; it tells nothing of the wallet. */
export function copyNameOf(
  words: Words,
  wallet: { readonly network: Network; readonly family: 'native' | 'nested' },
): CopyName {
  return copyName(toHex(derive(words, `copies/${wallet.network}/${wallet.family}`, 16)));
}

function derive({ entropy, extension }: Words, purpose: string, length: number): Uint8Array {
  const seed = seedOf(entropy, extension);
  try {
    return hkdf(sha256, seed, undefined, utf8(`${LABEL}/${purpose}`), length);
  } finally {
    seed.fill(0);
  }
}
