import { derToCompact } from '../crypto/der.ts';
import { isLowS } from '../crypto/verify.ts';
import { isJmError } from '../errors.ts';

/** The signature covers every input and output. */
export const SIGHASH_ALL = 0x01;

/**
 * 64 bytes r ‖ s of a signature as an input carries it. Null unless it is strict DER, has low s, and ends with SIGHASH_ALL: no node
 * relays high s, so a maker could spoil the transaction with it (protocol/crypto.md §4, BIP146).
 * @param signature DER and the sighash byte.
 */
export function compactForAll(signature: Uint8Array): Uint8Array | null {
  if (signature[signature.length - 1] !== SIGHASH_ALL) return null;
  try {
    const compact = derToCompact(signature.subarray(0, -1));
    return isLowS(compact) ? compact : null;
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}
