import { sha3_256 } from '@noble/hashes/sha3.js';
import { base32nopad } from '@scure/base';
import { concat, utf8 } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { nickOf } from '../../../shared/jm/nick.ts';
import { NOT_SERVING } from '../../../shared/jm/onion/handshake.ts';

/** Who a peer of the benchmark says that it is. */
export interface Identity {
  readonly nick: string;
  readonly location: string;
  readonly features: readonly string[];
}

/** One peer in so many serves, so that a private message of it is followed by an introduction. */
export const SERVING_ONE_IN = 4;

/** The same identities in every run: each with a nick of its own, some with a valid onion address. */
export function identities(first: number, count: number): Identity[] {
  return Array.from({ length: count }, (_unused, index) => identity(first + index));
}

function identity(number: number): Identity {
  const key = sha256(utf8(`peer ${number} of the directory's benchmark`));
  const nick = nickOf(Uint8Array.of(2, ...key));
  if (number % SERVING_ONE_IN !== 0) return { nick, location: NOT_SERVING, features: [] };
  return { nick, location: `${onionAddress(key)}:5222`, features: ['peerlist_features'] };
}

/** The v3 address of a key that nobody has (protocol/onion-channel.md §10.3). */
function onionAddress(key: Uint8Array): string {
  const version = Uint8Array.of(3);
  const checksum = sha3_256(concat(utf8('.onion checksum'), key, version)).subarray(0, 2);
  return `${base32nopad.encode(concat(key, checksum, version)).toLowerCase()}.onion`;
}
