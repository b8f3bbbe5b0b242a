import * as secp from 'tiny-secp256k1';
import { createHmac } from 'node:crypto';
import { concat, toHex, utf8 } from '../../crypto/bytes.ts';
import { sha256 } from '../../crypto/hash.ts';
import { JmError } from '../../errors.ts';
import type { Commitment, PodleRevelation, UtxoReference } from '../command.ts';
import { formatUtxo } from '../utxo-reference.ts';
import { numsPoint } from './nums.ts';

/** A commitment to a coin, with what opens it. */
export interface Podle {
  readonly commitment: Commitment;
  readonly revelation: PodleRevelation;
}

/** A key that can't make a proof. */
export class PodleError extends JmError<'podle-bad-key'> {}

/**
 * Proves that P = x·G and P2 = x·J(index) share x, and commits to P2 (protocol/crypto.md §3.2). The nonce is derived from
 * the key and all that is proven, so that no fault of a generator can reveal the key.
 */
export function createPodle(input: {
  readonly privateKey: Uint8Array;
  readonly utxo: UtxoReference;
  readonly index: number;
}): Podle {
  const { privateKey, utxo, index } = input;
  const P = multiplyGenerator(privateKey);
  const P2 = multiply(numsPoint(index), privateKey);
  const transcript = concat(utf8(`jm-split/podle/nonce/v1|${formatUtxo(utxo)}|${index}|`), P, P2);
  for (let attempt = 0; ; attempt += 1) {
    const podle = createPodleWithNonce(input, deterministicNonce(privateKey, transcript, attempt));
    if (podle !== null) return podle;
  }
}

/**
 * The proof with a chosen nonce, for recorded proofs. Never use a nonce twice.
 * @returns null for the one nonce in 2^256 that gives s = 0.
 */
export function createPodleWithNonce(
  input: { readonly privateKey: Uint8Array; readonly utxo: UtxoReference; readonly index: number },
  nonce: Uint8Array,
): Podle | null {
  const { privateKey, utxo, index } = input;
  const J = numsPoint(index);
  const P = multiplyGenerator(privateKey);
  const P2 = multiply(J, privateKey);
  const e = sha256(concat(multiplyGenerator(nonce), multiply(J, nonce), P, P2));
  const s = addProduct(nonce, privateKey, e);
  if (s === null) return null;
  return {
    commitment: toHex(sha256(P2)) as Commitment,
    revelation: { utxo, P: toHex(P), P2: toHex(P2), s: toHex(s), e: toHex(e) },
  };
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** nonce + key · e modulo the group order; null when that is 0. */
function addProduct(nonce: Uint8Array, key: Uint8Array, e: Uint8Array): Uint8Array | null {
  const s = (toInteger(nonce) + toInteger(key) * toInteger(e)) % ORDER;
  return s === 0n ? null : Uint8Array.from(Buffer.from(s.toString(16).padStart(64, '0'), 'hex'));
}

function toInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes)}`);
}

/** HMAC-SHA256 under the private key, drawn again until it is a scalar. */
function deterministicNonce(privateKey: Uint8Array, transcript: Uint8Array, attempt: number): Uint8Array {
  for (let draw = attempt * 256; ; draw += 1) {
    const nonce = Uint8Array.from(
      createHmac('sha256', privateKey).update(transcript).update(`|${draw}`).digest(),
    );
    if (secp.isPrivate(nonce)) return nonce;
  }
}

function multiplyGenerator(scalar: Uint8Array): Uint8Array {
  const point = secp.isPrivate(scalar) ? secp.pointFromScalar(scalar, true) : null;
  if (point === null) throw new PodleError('podle-bad-key', 'Not a valid secp256k1 scalar');
  return point;
}

function multiply(point: Uint8Array, scalar: Uint8Array): Uint8Array {
  const product = secp.pointMultiply(point, scalar, true);
  if (product === null) throw new PodleError('podle-bad-key', 'Not a valid secp256k1 scalar');
  return product;
}
