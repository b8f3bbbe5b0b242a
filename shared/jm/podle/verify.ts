import * as secp from 'tiny-secp256k1';
import { concat, fromHex, toHex } from '../../crypto/bytes.ts';
import { sha256 } from '../../crypto/hash.ts';
import { accept, refuse, type Result } from '../../errors.ts';
import type { Commitment, PodleRevelation } from '../command.ts';
import { numsPoint } from './nums.ts';

/** Which check of protocol/crypto.md §3.4 failed. */
export type PodleRefusal = 'bad-point' | 'bad-scalar' | 'wrong-commitment' | 'proof-does-not-verify';

/**
 * Checks a revelation against the commitment of `fill` for every index below `retries`. The coin itself (existence, age,
 * value, script) is checked by the maker against the chain.
 */
export function verifyPodle(
  revelation: Omit<PodleRevelation, 'utxo'>,
  commitment: Commitment,
  retries: number,
): Result<{ readonly index: number }, PodleRefusal> {
  const P = fromHex(revelation.P);
  const P2 = fromHex(revelation.P2);
  const s = fromHex(revelation.s);
  const e = fromHex(revelation.e);
  if (!secp.isPoint(P) || !secp.isPoint(P2)) return refuse('bad-point');
  if (!secp.isPrivate(s)) return refuse('bad-scalar');
  if (toHex(sha256(P2)) !== commitment) return refuse('wrong-commitment');
  const negated = negate(e);
  if (negated === null) return refuse('bad-scalar');
  const A = add(secp.pointFromScalar(s, true), secp.pointMultiply(P, negated, true));
  if (A === null) return refuse('proof-does-not-verify');
  const minusEP2 = secp.pointMultiply(P2, negated, true);
  for (let index = 0; index < retries; index += 1) {
    const B = add(secp.pointMultiply(numsPoint(index), s, true), minusEP2);
    if (B !== null && toHex(sha256(concat(A, B, P, P2))) === revelation.e) return accept({ index });
  }
  return refuse('proof-does-not-verify');
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** −e modulo the group order; e is a hash and may lie above the order. Null when it is a multiple of it. */
function negate(e: Uint8Array): Uint8Array | null {
  const reduced = BigInt(`0x${toHex(e)}`) % ORDER;
  return reduced === 0n ? null : fromHex((ORDER - reduced).toString(16).padStart(64, '0'));
}

function add(a: Uint8Array | null, b: Uint8Array | null): Uint8Array | null {
  return a === null || b === null ? null : secp.pointAdd(a, b, true);
}
