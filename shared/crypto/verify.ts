import * as secp from 'tiny-secp256k1';
import { toHex } from './bytes.ts';
import { derToCompact } from './der.ts';
import { bitcoinMessageHash } from './hash.ts';

const HALF_ORDER = '7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0';

/**
 * Checks an ECDSA signature with libsecp256k1.
 * @param signature 64 bytes r ‖ s; high s is accepted, as the reference does (protocol/nick-and-signatures.md §5).
 */
export function verifyDigest(digest: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  if (digest.length !== 32 || signature.length !== 64 || publicKey.length !== 33) return false;
  try {
    return secp.verify(digest, publicKey, signature);
  } catch {
    // tiny-secp256k1 throws where the key is no point, and where r or s is zero or not below the group order.
    return false;
  }
}

/** Checks a strict DER signature over a Bitcoin message. Anything malformed is just false. */
export function verifyMessage(message: Uint8Array, publicKey: Uint8Array, der: Uint8Array): boolean {
  let compact;
  try {
    compact = derToCompact(der);
  } catch {
    return false;
  }
  return verifyDigest(bitcoinMessageHash(message), publicKey, compact);
}

/** True for 33 bytes that encode a point of the curve. */
export function isCompressedPublicKey(publicKey: Uint8Array): boolean {
  return publicKey.length === 33 && secp.isPoint(publicKey);
}

/** True when the s of r ‖ s is at most half the group order. */
export function isLowS(signature: Uint8Array): boolean {
  return toHex(signature.subarray(32)) <= HALF_ORDER;
}
