import { toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import type { Random } from '../crypto/random.ts';
import { publicKeyOf, signLine } from '../crypto/sign.ts';
import type { Nick, PublicKeyHex } from './command.ts';
import { nickOf } from './nick.ts';

/** The key behind a nick. It lives in memory only, for one process run. */
export interface NickKey {
  readonly nick: Nick;
  readonly publicKey: PublicKeyHex;
  /** Base64 of the DER signature over payload and hostid (protocol/nick-and-signatures.md §4). */
  sign(payload: string, hostid: string): string;
}

/** A fresh nick. */
export function createNickKey(random: Random): NickKey {
  return nickKeyFrom(sha256(random.bytes(32)));
}

/** The nick of a given key. */
export function nickKeyFrom(privateKey: Uint8Array): NickKey {
  const publicKey = publicKeyOf(privateKey);
  return {
    nick: nickOf(publicKey),
    publicKey: publicKeyHex(publicKey),
    sign: (payload, hostid) => toBase64(signLine(utf8(payload + hostid), privateKey)),
  };
}

/** A compressed public key as the wire writes it. */
export function publicKeyHex(publicKey: Uint8Array): PublicKeyHex {
  return toHex(publicKey) as PublicKeyHex;
}
