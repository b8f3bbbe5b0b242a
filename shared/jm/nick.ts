import { base58 } from '@scure/base';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import type { Nick } from './command.ts';

const HASH_LENGTH = 10;
const ENCODED_LENGTH = 14;
const PADDING = 'O';
const NICK = /^J[0-9][1-9A-HJ-NP-Za-km-zO]{14}$/u;

/**
 * The nick of a compressed public key: `J5` and the unchecked base58 of ten hash bytes, padded with `O`.
 * The hash is over the hex text of the key, not its bytes (protocol/nick-and-signatures.md §1).
 */
export function nickOf(publicKey: Uint8Array, version = '5'): Nick {
  const hash = sha256(utf8(toHex(publicKey))).subarray(0, HASH_LENGTH);
  return `J${version}${base58.encode(hash).padEnd(ENCODED_LENGTH, PADDING)}` as Nick;
}

/** The text as a nick, or null when it can't be one (the syntax that joinmarket-ng demands). */
export function parseNick(text: string): Nick | null {
  return NICK.test(text) ? (text as Nick) : null;
}

/** True when the nick belongs to the key. All 16 characters count; the version digit is taken from the nick. */
export function nickMatchesKey(nick: Nick, publicKey: Uint8Array): boolean {
  return nickOf(publicKey, nick.charAt(1)) === nick;
}
