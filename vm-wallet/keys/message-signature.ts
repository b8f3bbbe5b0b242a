import * as noble from '@noble/secp256k1';
import { concat, equalBytes, toBase64, utf8 } from '../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../shared/crypto/hash.ts';
import { publicKeyOf, signDigest, SigningError } from '../../shared/crypto/sign.ts';

/** Header byte of a compact signature by a compressed key, before the recovery id is added. */
const COMPRESSED = 31;

/**
 * Signs a text for people, as wallets' `signmessage` does: base64 of 65 bytes from which the key can be recovered. The header is that
 * of a compressed key whatever the address type (protocol/wallet.md §11).
 */
export function signUserMessage(text: string, privateKey: Uint8Array): string {
  const digest = bitcoinMessageHash(utf8(text));
  const compact = signDigest(digest, privateKey);
  const publicKey = publicKeyOf(privateKey);
  for (let recovery = 0; recovery < 4; recovery += 1) {
    const candidate = recover(compact, recovery, digest);
    if (candidate !== null && equalBytes(candidate, publicKey)) {
      return toBase64(concat(Uint8Array.of(COMPRESSED + recovery), compact));
    }
  }
  throw new SigningError('signature-not-confirmed', 'The key can not be recovered from our own signature');
}

function recover(compact: Uint8Array, recovery: number, digest: Uint8Array): Uint8Array | null {
  try {
    return noble.recoverPublicKey(concat(Uint8Array.of(recovery), compact), digest, { prehash: false });
  } catch {
    // Only one or two of the four ids belong to a point.
    return null;
  }
}
