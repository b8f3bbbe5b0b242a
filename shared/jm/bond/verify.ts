import { equalBytes } from '../../crypto/bytes.ts';
import { verifyMessage } from '../../crypto/verify.ts';
import { accept, refuse, type Result } from '../../errors.ts';
import type { Nick } from '../command.ts';
import {
  CERTIFICATE_PERIOD,
  certificateMessages,
  nickMessage,
  parseBondProof,
  type BondProof,
} from './proof.ts';
import { bondScript } from './script.ts';

/** Which check of protocol/crypto.md §5.4 failed. */
export type BondRefusal =
  'malformed' | 'bad-nick-signature' | 'bad-certificate' | 'expired' | 'coin-unconfirmed' | 'wrong-script';

/** Checks form and both signatures of a proof that `maker` made for `taker`. */
export function verifyBondProof(text: string, maker: Nick, taker: Nick): Result<BondProof, BondRefusal> {
  const proof = parseBondProof(text);
  if (proof === null) return refuse('malformed');
  if (!verifyMessage(nickMessage(taker, maker), proof.certificateKey, proof.nickSignature)) {
    return refuse('bad-nick-signature');
  }
  const certified = certificateMessages(proof.certificateKey, proof.expiry).some((message) =>
    verifyMessage(message, proof.bondKey, proof.certificateSignature),
  );
  return certified ? accept(proof) : refuse('bad-certificate');
}

/** Checks a proof against the verified chain: certificate not expired, coin confirmed, script bound to key and time. */
export function verifyBondCoin(
  proof: BondProof,
  coin: { readonly confirmations: number; readonly scriptPubKey: Uint8Array },
  tipHeight: number,
): Result<null, BondRefusal> {
  if (tipHeight > proof.expiry * CERTIFICATE_PERIOD) return refuse('expired');
  if (coin.confirmations < 1) return refuse('coin-unconfirmed');
  return equalBytes(coin.scriptPubKey, bondScript(proof.bondKey, proof.locktime))
    ? accept(null)
    : refuse('wrong-script');
}
