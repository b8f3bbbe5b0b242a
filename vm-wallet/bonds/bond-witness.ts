import type { Sats } from '../../shared/bitcoin/amount.ts';
import { compactForAll } from '../../shared/bitcoin/input-signature.ts';
import { p2wshScript } from '../../shared/bitcoin/script.ts';
import { witnessDigest } from '../../shared/bitcoin/witness-digest.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { verifyDigest } from '../../shared/crypto/verify.ts';
import { parseBondScript } from '../../shared/jm/bond/script.ts';
import type { InputWitness } from '../coinjoin/input-witness.ts';

/**
 * The witness `<signature> <script>` that spends a bond (BIP65, BIP141; protocol/crypto.md §5.1), if the signature is good for it:
 * SIGHASH_ALL, over the proven value, by the key that the script names. Null if it is not.
 * @param signature DER and the sighash byte.
 */
export function bondWitness(
  unsigned: Uint8Array,
  index: number,
  coin: { readonly value: Sats; readonly scriptPubKey: Uint8Array },
  { signature, witnessScript }: { readonly signature: Uint8Array; readonly witnessScript: Uint8Array },
): InputWitness | null {
  const bond = parseBondScript(witnessScript);
  if (bond === null || !equalBytes(coin.scriptPubKey, p2wshScript(witnessScript))) return null;
  const compact = compactForAll(signature);
  if (compact === null) return null;
  const digest = witnessDigest(unsigned, index, witnessScript, coin.value);
  if (!verifyDigest(digest, bond.publicKey, compact)) return null;
  return { scriptSig: new Uint8Array(0), witness: [signature, witnessScript] };
}
