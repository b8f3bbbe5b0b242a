import { toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { compactToDer } from '../../shared/crypto/der.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { verifyMessage } from '../../shared/crypto/verify.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { currentExpiry } from '../../shared/jm/bond/create.ts';
import { certificateMessages } from '../../shared/jm/bond/proof.ts';
import { readTextSignature } from '../spend/verify-text.ts';
import type { BondCertificate, CertificateRequest } from '../store/state.ts';
import { BondError } from './bond-error.ts';

/** How many periods of 2,016 blocks a certificate holds when nobody says: about two years. */
export const DEFAULT_PERIODS = 52;
/**
 * Makes the key that a bond's key, kept elsewhere, shall certify.
 * @param periods How long it holds; 1 is to the end of the current period.
 */
export function requestCertificate(tipHeight: number, periods: number, random: Random): CertificateRequest {
  const privateKey = sha256(random.bytes(32));
  const request = {
    privateKey: toHex(privateKey),
    publicKey: toHex(publicKeyOf(privateKey)),
    expiry: currentExpiry(tipHeight) - 1 + periods,
  };
  privateKey.fill(0);
  return request;
}

/** The text that a hardware wallet signs with the bond's key (protocol/crypto.md §5.2). */
export function certificateText({
  publicKey,
  expiry,
}: Pick<CertificateRequest, 'publicKey' | 'expiry'>): string {
  const [, ascii] = certificateMessages(fromHex(publicKey), expiry);
  return new TextDecoder().decode(ascii);
}

/**
 * Makes a certificate of a request and the signature that a wallet's "sign message" gave.
 * @param signature Base64 of 65 bytes, from which the key can be recovered.
 * @throws BondError `bond-bad-signature`.
 */
export function acceptCertificate(
  request: CertificateRequest,
  bondKey: Uint8Array,
  signature: string,
): BondCertificate {
  const compact = readTextSignature(signature);
  const der = compact === null ? null : compactToDer(compact);
  if (der === null || !verifyMessage(utf8(certificateText(request)), bondKey, der)) {
    throw new BondError('bond-bad-signature', "This is not the bond key's signature over the text", {
      cure: 'Sign exactly the text that "jm-wallet bond certify ADDRESS" prints, by the bond\'s key, without a line break.',
    });
  }
  return { ...request, signature: toHex(der) };
}
