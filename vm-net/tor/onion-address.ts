import { sha3_256 } from '@noble/hashes/sha3.js';
import { base32nopad } from '@scure/base';
import { concat, utf8 } from '../../shared/crypto/bytes.ts';

const PUBLIC_KEY_BYTES = 32;
const CHECKSUM_BYTES = 2;
const VERSION = Uint8Array.of(3);

/**
 * The address of a v3 service: its public key, a checksum, and the version (rend-spec-v3 §6).
 * @param publicKey 32 bytes, ed25519.
 * @returns 56 characters, without `.onion`.
 */
export function onionAddressOf(publicKey: Uint8Array): string {
  const checksum = sha3_256(concat(utf8('.onion checksum'), publicKey, VERSION)).subarray(0, CHECKSUM_BYTES);
  return base32nopad.encode(concat(publicKey, checksum, VERSION)).toLowerCase();
}

/** The public key that an address of 56 characters claims to be of; whether it is one, `onionAddressOf` shows. */
export function publicKeyIn(address: string): Uint8Array {
  return base32nopad.decode(address.toUpperCase()).subarray(0, PUBLIC_KEY_BYTES);
}
