import { hsalsa } from '@noble/ciphers/salsa.js';
import nacl from 'tweetnacl';
import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import type { Random } from '../crypto/random.ts';
import { words } from '../crypto/words.ts';
import { sharedPoint } from '../crypto/x25519.ts';
import type { BoxPublicKey } from './command.ts';

/** A Curve25519 key pair of one session. */
export interface BoxKeyPair {
  readonly publicKey: BoxPublicKey;
  readonly secretKey: Uint8Array;
}

const BOX_KEY = /^[0-9a-f]{64}$/u;

/** All points of low order as keys are written: 0, 1, two of order 8, and p - 1, p, p + 1 for the field's prime p (RFC 7748 §6.1). */
const LOW_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);
const SIGMA = words(utf8('expand 32-byte k'));

/** The text as a box key, or null. */
export function parseBoxKey(text: string): BoxPublicKey | null {
  return BOX_KEY.test(text) ? (text as BoxPublicKey) : null;
}

/** True for a key that nobody has a secret of, so that a box with it would hide nothing: `createBox` makes none. */
export function isLowOrder(key: BoxPublicKey): boolean {
  const bytes = fromHex(key);
  // The curve ignores the highest bit.
  const last = (bytes.at(-1) ?? 0) & 0x7f;
  return LOW_ORDER.has(toHex(concat(bytes.subarray(0, -1), Uint8Array.of(last))));
}

/** A fresh key pair. */
export function createBoxKeyPair(random: Random): BoxKeyPair {
  return boxKeyPairFrom(random.bytes(nacl.box.secretKeyLength));
}

/** The pair of a given secret key. */
export function boxKeyPairFrom(secretKey: Uint8Array): BoxKeyPair {
  const pair = nacl.box.keyPair.fromSecretKey(secretKey);
  return { publicKey: toHex(pair.publicKey) as BoxPublicKey, secretKey: pair.secretKey };
}

/** The encrypted side of a conversation with one counterparty; both directions share it (protocol/crypto.md §1). */
export interface Box {
  /** Base64 of a random nonce and the sealed text. */
  seal(plaintext: string, random: Random): string;
  /** The text, or null when it was not sealed for us, was damaged, or is not ASCII. */
  open(sealed: string): string | null;
}

/**
 * Keeps the shared key, so that only the first use pays for Curve25519.
 * @returns null when `theirs` is no key that anybody has a secret of; the reference refuses it too (protocol/crypto.md §1).
 */
export function createBox(own: BoxKeyPair, theirs: BoxPublicKey): Box | null {
  const point = sharedPoint({ publicKey: fromHex(own.publicKey), secretKey: own.secretKey }, fromHex(theirs));
  if (point === null) return null;
  const shared = boxKeyOf(point);
  return {
    seal: (plaintext, random) => {
      const nonce = random.bytes(nacl.box.nonceLength);
      return toBase64(concat(nonce, nacl.box.after(utf8(plaintext), nonce, shared)));
    },
    open: (sealed) => {
      const blob = decode(sealed);
      if (blob === null || blob.length < nacl.box.nonceLength + nacl.box.overheadLength) return null;
      const nonce = blob.subarray(0, nacl.box.nonceLength);
      const opened = nacl.box.open.after(blob.subarray(nacl.box.nonceLength), nonce, shared);
      return opened === null ? null : ascii(opened);
    },
  };
}

/** HSalsa20 with a nonce of zeros: what NaCl calls beforenm, after the curve. */
function boxKeyOf(point: Uint8Array): Uint8Array {
  const derived = new Uint32Array(8);
  hsalsa(SIGMA, words(point), new Uint32Array(4), derived);
  return new Uint8Array(derived.buffer);
}

function decode(text: string): Uint8Array | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

function ascii(bytes: Uint8Array): string | null {
  return bytes.every((byte) => byte < 0x80) ? Buffer.from(bytes).toString('latin1') : null;
}
