import { concat } from '../crypto/bytes.ts';
import { hash160, sha256 } from '../crypto/hash.ts';

/** The script types that a JoinMarket transaction may hold. */
export type ScriptType = 'p2pkh' | 'p2sh' | 'p2wpkh' | 'p2wsh' | 'p2tr' | 'other';

/** Names the type of a scriptPubKey. p2sh stands for p2sh-p2wpkh wherever a key is expected behind it. */
export function scriptTypeOf(script: Uint8Array): ScriptType {
  const [first, second] = script;
  const last = script[script.length - 1];
  if (script.length === 22 && first === 0x00 && second === 0x14) return 'p2wpkh';
  if (script.length === 34 && first === 0x00 && second === 0x20) return 'p2wsh';
  if (script.length === 34 && first === 0x51 && second === 0x20) return 'p2tr';
  if (script.length === 23 && first === 0xa9 && second === 0x14 && last === 0x87) return 'p2sh';
  if (
    script.length === 25 &&
    first === 0x76 &&
    second === 0xa9 &&
    script[2] === 0x14 &&
    script[23] === 0x88 &&
    last === 0xac
  ) {
    return 'p2pkh';
  }
  return 'other';
}

/** `OP_0 <hash160 of the key>` (BIP141). */
export function p2wpkhScript(publicKey: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0x00, 0x14), hash160(publicKey));
}

/** `OP_HASH160 <hash160 of the p2wpkh script> OP_EQUAL` (BIP49). */
export function p2shP2wpkhScript(publicKey: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0xa9, 0x14), hash160(p2wpkhScript(publicKey)), Uint8Array.of(0x87));
}

/** `OP_DUP OP_HASH160 <hash160 of the key> OP_EQUALVERIFY OP_CHECKSIG`. */
export function p2pkhScript(publicKey: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0x76, 0xa9, 0x14), hash160(publicKey), Uint8Array.of(0x88, 0xac));
}

/** `OP_0 <sha256 of the witness script>` (BIP141). */
export function p2wshScript(witnessScript: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0x00, 0x20), sha256(witnessScript));
}

/** The script that a key has under the type of `script`; null where a single key can't own that type. */
export function scriptOfKeyLike(publicKey: Uint8Array, script: Uint8Array): Uint8Array | null {
  switch (scriptTypeOf(script)) {
    case 'p2wpkh':
      return p2wpkhScript(publicKey);
    case 'p2sh':
      return p2shP2wpkhScript(publicKey);
    case 'p2pkh':
      return p2pkhScript(publicKey);
    case 'p2wsh':
    case 'p2tr':
    case 'other':
      return null;
  }
}
