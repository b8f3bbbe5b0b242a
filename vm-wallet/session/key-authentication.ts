import { toBase64, fromBase64, fromHex, utf8 } from '../../shared/crypto/bytes.ts';
import { signMessage } from '../../shared/crypto/sign.ts';
import { verifyMessage } from '../../shared/crypto/verify.ts';
import type { BoxPublicKey, PublicKeyHex } from '../../shared/jm/command.ts';

/** A maker's `btc_sig`: the key of its first coin signs the hex of its own box key (protocol/crypto.md §2). */
export function signBoxKey(boxKey: BoxPublicKey, coinPrivateKey: Uint8Array): string {
  return toBase64(signMessage(utf8(boxKey), coinPrivateKey));
}

/** True when `btc_sig` ties the box key that we talk to, to the coin's key. */
export function verifyBoxKey(boxKey: BoxPublicKey, authKey: PublicKeyHex, signature: string): boolean {
  let der;
  try {
    der = fromBase64(signature);
  } catch {
    return false;
  }
  return verifyMessage(utf8(boxKey), fromHex(authKey), der);
}
