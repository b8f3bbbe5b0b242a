import type { Coin, KeyPath } from '../coins/coin.ts';
import { displayKeyPath, type HdWallet } from '../keys/hd-wallet.ts';
import { p2wpkhScript, scriptTypeOf } from '../../shared/bitcoin/script.ts';

/** Whose key it is, for other signers (`bip32Derivation` of BIP174). */
export interface KeyOrigin {
  readonly masterFingerprint: Uint8Array;
  readonly pubkey: Uint8Array;
  readonly path: string;
}

/** The origin of a key of a wallet. */
export function keyOrigin(keys: HdWallet, path: KeyPath): KeyOrigin {
  return {
    masterFingerprint: keys.masterFingerprint,
    pubkey: keys.publicKeyAt(path),
    path: displayKeyPath(path, keys.network, keys.family),
  };
}

/** What a PSBT says of an input or output that is ours. */
export function ownFields(
  { path, scriptPubKey }: Pick<Coin, 'path' | 'scriptPubKey'>,
  keys: HdWallet,
): { readonly bip32Derivation: KeyOrigin[]; readonly redeemScript?: Uint8Array } {
  const origin = keyOrigin(keys, path);
  const nested = scriptTypeOf(scriptPubKey) === 'p2sh';
  return { bip32Derivation: [origin], ...(nested ? { redeemScript: p2wpkhScript(origin.pubkey) } : {}) };
}
