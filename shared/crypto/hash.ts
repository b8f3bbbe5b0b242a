import { ripemd160 } from '@noble/hashes/legacy.js';
import { hash } from 'node:crypto';
import { concat, utf8 } from './bytes.ts';

/** SHA-256. */
export function sha256(data: Uint8Array): Uint8Array {
  return Uint8Array.from(hash('sha256', data, 'buffer'));
}

/** SHA-256 twice. */
export function hash256(data: Uint8Array): Uint8Array {
  return sha256(hash('sha256', data, 'buffer'));
}

/** RIPEMD-160 of SHA-256. Node's OpenSSL may lack RIPEMD-160, so it comes from noble. */
export function hash160(data: Uint8Array): Uint8Array {
  return ripemd160(sha256(data));
}

const MESSAGE_MAGIC = utf8('\u0018Bitcoin Signed Message:\n');

/** Digest that is signed for a text: magic, CompactSize length, text, SHA-256 twice (protocol/nick-and-signatures.md §5). */
export function bitcoinMessageHash(message: Uint8Array): Uint8Array {
  return hash256(concat(MESSAGE_MAGIC, compactSize(message.length), message));
}

/** Bitcoin's CompactSize encoding of a length below 2^32. */
export function compactSize(length: number): Uint8Array {
  if (length < 0xfd) return Uint8Array.of(length);
  if (length <= 0xffff) return Uint8Array.of(0xfd, length & 0xff, length >> 8);
  const out = new Uint8Array(5);
  out[0] = 0xfe;
  new DataView(out.buffer).setUint32(1, length, true);
  return out;
}
