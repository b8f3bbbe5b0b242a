import { p2wshScript } from '../../bitcoin/script.ts';
import { concat, equalBytes } from '../../crypto/bytes.ts';

const OP_1 = 0x51;
const OP_CHECKLOCKTIMEVERIFY = 0xb1;
const OP_DROP = 0x75;
const OP_CHECKSIG = 0xac;
const KEY_BYTES = 33;
/** CLTV, DROP, the key's push and CHECKSIG. */
const TAIL_BYTES = KEY_BYTES + 4;
/** Four bytes of the locktime, and one for its sign. */
const MAX_NUMBER_BYTES = 5;

/**
 * The witness script of a bond: `<locktime> OP_CLTV OP_DROP <key> OP_CHECKSIG` (protocol/crypto.md §5.1).
 * @param locktime Unix seconds, any unsigned 32-bit value.
 */
export function bondWitnessScript(publicKey: Uint8Array, locktime: number): Uint8Array {
  return concat(
    pushNumber(locktime),
    Uint8Array.of(OP_CHECKLOCKTIMEVERIFY, OP_DROP, publicKey.length),
    publicKey,
    Uint8Array.of(OP_CHECKSIG),
  );
}

/** The scriptPubKey of a bond. */
export function bondScript(publicKey: Uint8Array, locktime: number): Uint8Array {
  return p2wshScript(bondWitnessScript(publicKey, locktime));
}

/** Reads a bond's witness script; null when it is anything else, or in another form than ours. */
export function parseBondScript(
  script: Uint8Array,
): { readonly publicKey: Uint8Array; readonly locktime: number } | null {
  const publicKey = script.slice(-1 - KEY_BYTES, -1);
  const number = script.subarray(1, Math.max(1, script.length - TAIL_BYTES));
  if (number.length !== script[0] || number.length > MAX_NUMBER_BYTES) return null;
  const locktime = number.reduceRight((sum, byte) => sum * 256 + byte, 0);
  if (locktime > 0xffff_ffff) return null;
  return equalBytes(script, bondWitnessScript(publicKey, locktime)) ? { publicKey, locktime } : null;
}

/** The shortest push of a number: the small ones have opcodes of their own. */
function pushNumber(value: number): Uint8Array {
  if (value >= 1 && value <= 16) return Uint8Array.of(OP_1 + value - 1);
  const number = scriptNumber(value);
  return concat(Uint8Array.of(number.length), number);
}

/** A non-negative number as Bitcoin script pushes it: little-endian, shortest, with room for the sign bit. */
function scriptNumber(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.push(rest % 256);
  if ((bytes[bytes.length - 1] ?? 0) >= 0x80) bytes.push(0);
  return Uint8Array.from(bytes);
}
