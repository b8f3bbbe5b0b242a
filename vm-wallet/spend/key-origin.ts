import type { Coin, KeyPath } from '../coins/coin.ts';
import { displayKeyPath, TIMELOCKED, type HdWallet } from '../keys/hd-wallet.ts';
import { p2wpkhScript, scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { bondWitnessScript } from '../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../shared/jm/bond/time-number.ts';

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
    // A bond's path is shown with its locktime, which is no part of the derivation.
    path: displayKeyPath(path, keys.network, keys.family).replace(/:[0-9]+$/u, ''),
  };
}

/** What a PSBT says of an input or output that is ours. */
export function ownFields(
  { path, scriptPubKey }: Pick<Coin, 'path' | 'scriptPubKey'>,
  keys: HdWallet,
): {
  readonly bip32Derivation: KeyOrigin[];
  readonly redeemScript?: Uint8Array;
  readonly witnessScript?: Uint8Array;
} {
  const origin = keyOrigin(keys, path);
  if (path.branch === TIMELOCKED) {
    return {
      bip32Derivation: [origin],
      witnessScript: bondWitnessScript(origin.pubkey, locktimeOf(path.index)),
    };
  }
  const nested = scriptTypeOf(scriptPubKey) === 'p2sh';
  return { bip32Derivation: [origin], ...(nested ? { redeemScript: p2wpkhScript(origin.pubkey) } : {}) };
}
