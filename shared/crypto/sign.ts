import * as noble from '@noble/secp256k1';
import { createHmac } from 'node:crypto';
import * as secp from 'tiny-secp256k1';
import { JmError } from '../errors.ts';
import { equalBytes } from './bytes.ts';
import { compactToDer } from './der.ts';
import { bitcoinMessageHash, sha256 } from './hash.ts';

noble.hashes.sha256 = (message) => Uint8Array.from(sha256(message));
noble.hashes.hmacSha256 = (key, message) =>
  Uint8Array.from(createHmac('sha256', key).update(message).digest());

/** A signature that a second implementation makes differently, or a key outside the curve's range. */
export class SigningError extends JmError<'signature-not-confirmed' | 'bad-private-key'> {}

/**
 * ECDSA with low s and the one nonce of RFC 6979, which libsecp256k1 and noble each work out: only what both sign alike is returned. So a
 * fault in one of them never leaves the wallet, and neither could hide bits of the key in a nonce of its choice.
 * @returns 64 bytes r ‖ s.
 * @throws SigningError
 */
export function signDigest(digest: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const signature = signAlone(digest, privateKey);
  const second = noble.sign(digest, privateKey, { prehash: false, lowS: true });
  if (!equalBytes(signature, second)) {
    throw new SigningError('signature-not-confirmed', 'Two implementations sign the same in different ways');
  }
  return signature;
}

/** DER signature over a Bitcoin message, without sighash byte (protocol/nick-and-signatures.md §5). @throws SigningError */
export function signMessage(message: Uint8Array, privateKey: Uint8Array): Uint8Array {
  return compactToDer(signDigest(bitcoinMessageHash(message), privateKey));
}

/**
 * The same signature by libsecp256k1 alone, for a key that guards no coin and lives for one run: a round has many such lines to sign,
 * noble takes three times as long, and a line with a wrong signature is only not believed. @throws SigningError
 */
export function signLine(message: Uint8Array, nickPrivateKey: Uint8Array): Uint8Array {
  return compactToDer(signAlone(bitcoinMessageHash(message), nickPrivateKey));
}

function signAlone(digest: Uint8Array, privateKey: Uint8Array): Uint8Array {
  if (!secp.isPrivate(privateKey)) throw badPrivateKey();
  return secp.sign(digest, privateKey);
}

/** The 33-byte compressed public key. @throws SigningError `bad-private-key`. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  const publicKey = secp.isPrivate(privateKey) ? secp.pointFromScalar(privateKey, true) : null;
  if (publicKey === null) throw badPrivateKey();
  return publicKey;
}

function badPrivateKey(): SigningError {
  return new SigningError('bad-private-key', 'Not a valid secp256k1 private key');
}
