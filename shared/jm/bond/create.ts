import type { Outpoint } from '../../bitcoin/outpoint.ts';
import { publicKeyOf, signMessage } from '../../crypto/sign.ts';
import type { Nick } from '../command.ts';
import { CERTIFICATE_PERIOD, certificateMessages, formatBondProof, nickMessage } from './proof.ts';

/** A bond key's word that a hot key speaks for its bond. */
export interface BondCertificate {
  readonly bondKey: Uint8Array;
  readonly certificateKey: Uint8Array;
  readonly expiry: number;
  readonly signature: Uint8Array;
}

/** The expiry that lasts to the end of the current period (protocol/crypto.md §5.2). */
export function currentExpiry(tipHeight: number): number {
  return Math.floor((tipHeight + 2) / CERTIFICATE_PERIOD) + 1;
}

/** Signs a certificate with the bond's key, in the binary form or the one for ordinary wallets. */
export function createCertificate(
  bondPrivateKey: Uint8Array,
  certificateKey: Uint8Array,
  expiry: number,
  form: 'binary' | 'ascii' = 'binary',
): BondCertificate {
  const [binary, ascii] = certificateMessages(certificateKey, expiry);
  return {
    bondKey: publicKeyOf(bondPrivateKey),
    certificateKey,
    expiry,
    signature: signMessage(form === 'binary' ? binary : ascii, bondPrivateKey),
  };
}

/** The base64 proof that `maker` attaches to an offer for `taker`. */
export function createBondProof(input: {
  readonly certificate: BondCertificate;
  readonly certificatePrivateKey: Uint8Array;
  readonly outpoint: Outpoint;
  readonly locktime: number;
  readonly taker: Nick;
  readonly maker: Nick;
}): string {
  const { certificate } = input;
  return formatBondProof({
    nickSignature: signMessage(nickMessage(input.taker, input.maker), input.certificatePrivateKey),
    certificateSignature: certificate.signature,
    certificateKey: certificate.certificateKey,
    expiry: certificate.expiry,
    bondKey: certificate.bondKey,
    outpoint: input.outpoint,
    locktime: input.locktime,
  });
}
