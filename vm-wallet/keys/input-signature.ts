import type { Sats } from '../../shared/bitcoin/amount.ts';
import { SIGHASH_ALL } from '../../shared/bitcoin/input-signature.ts';
import { p2pkhScript } from '../../shared/bitcoin/script.ts';
import { witnessDigest } from '../../shared/bitcoin/witness-digest.ts';
import { concat } from '../../shared/crypto/bytes.ts';
import { compactToDer } from '../../shared/crypto/der.ts';
import { publicKeyOf, signDigest } from '../../shared/crypto/sign.ts';

/** A signature for one input. */
export interface InputSignature {
  /** DER and the sighash byte. */
  readonly signature: Uint8Array;
  readonly publicKey: Uint8Array;
}

/**
 * Signs one p2wpkh input with SIGHASH_ALL (BIP143), or one p2wsh input of the given witness script. The value must come from the
 * coin's own verified transaction: the signature commits to it, and a wrong one burns money as fee.
 */
export function signInput(
  unsigned: Uint8Array,
  input: { readonly index: number; readonly value: Sats; readonly witnessScript?: Uint8Array },
  privateKey: Uint8Array,
): InputSignature {
  const publicKey = publicKeyOf(privateKey);
  const { index, value, witnessScript = p2pkhScript(publicKey) } = input;
  const digest = witnessDigest(unsigned, index, witnessScript, value);
  const der = compactToDer(signDigest(digest, privateKey));
  return { signature: concat(der, Uint8Array.of(SIGHASH_ALL)), publicKey };
}

/** The bytes of a `sig` message for p2wpkh: two pushes (protocol/messages.md §4.7). */
export function signatureBlob({ signature, publicKey }: InputSignature): Uint8Array {
  return concat(Uint8Array.of(signature.length), signature, Uint8Array.of(publicKey.length), publicKey);
}
