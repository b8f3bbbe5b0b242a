import * as secp from 'tiny-secp256k1';
import { concat, fromHex } from '../../crypto/bytes.ts';
import { sha256 } from '../../crypto/hash.ts';
import { JmError } from '../../errors.ts';

/** An index outside 0 … 255. */
export class NumsError extends JmError<'bad-nums-index'> {}

const GENERATOR = fromHex('0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798');
const SEEDS = [GENERATOR, secp.pointCompress(GENERATOR, false)];
const known = new Map<number, Uint8Array>();

/** The point J(index), whose discrete logarithm nobody knows, compressed (protocol/crypto.md §3.1). */
export function numsPoint(index: number): Uint8Array {
  const cached = known.get(index);
  if (cached !== undefined) return cached;
  const point = derive(index);
  known.set(index, point);
  return point;
}

function derive(index: number): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index > 255) {
    throw new NumsError('bad-nums-index', `${index} is not an index from 0 to 255`);
  }
  for (const seed of SEEDS) {
    for (let counter = 0; counter < 256; counter += 1) {
      const x = sha256(concat(seed, Uint8Array.of(index, counter)));
      const candidate = concat(Uint8Array.of(0x02), x);
      if (secp.isPoint(candidate)) return candidate;
    }
  }
  throw new NumsError('bad-nums-index', `There is no point for index ${index}`);
}
