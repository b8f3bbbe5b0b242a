import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as noble from '@noble/secp256k1';
import * as secp from 'tiny-secp256k1';
import { JmError } from '../errors.ts';
import { compactToDer } from './der.ts';
import { bitcoinMessageHash } from './hash.ts';
import { verifyDigest } from './verify.ts';

noble.hashes.sha256 = sha256;
noble.hashes.hmacSha256 = (key, message) => hmac(sha256, key, message);

/** A signature that a second implementation does not confirm, or a key outside the curve's range. */
export class SigningError extends JmError<'signature-not-confirmed' | 'bad-private-key'> {}

/**
 * ECDSA with an RFC 6979 nonce and low s. libsecp256k1 confirms noble's signature before it is returned, so a
 * fault in either never leaves the wallet.
 * @param publicKey Of the private key, for callers that know it; a wrong one fails the confirmation.
 * @returns 64 bytes r ‖ s.
 * @throws SigningError
 */
export function signDigest(
  digest: Uint8Array,
  privateKey: Uint8Array,
  publicKey: Uint8Array = publicKeyOf(privateKey),
): Uint8Array {
  const signature = noble.sign(digest, privateKey, { prehash: false, lowS: true });
  if (!verifyDigest(digest, publicKey, signature)) {
    throw new SigningError('signature-not-confirmed', 'A second implementation rejects our own signature');
  }
  return signature;
}

/** DER signature over a Bitcoin message, without sighash byte (protocol/nick-and-signatures.md §5). */
export function signMessage(
  message: Uint8Array,
  privateKey: Uint8Array,
  publicKey: Uint8Array = publicKeyOf(privateKey),
): Uint8Array {
  return compactToDer(signDigest(bitcoinMessageHash(message), privateKey, publicKey));
}

/** The 33-byte compressed public key. @throws SigningError `bad-private-key`. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  const publicKey = secp.isPrivate(privateKey) ? secp.pointFromScalar(privateKey, true) : null;
  if (publicKey === null) throw new SigningError('bad-private-key', 'Not a valid secp256k1 private key');
  return publicKey;
}
