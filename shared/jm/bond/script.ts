import { p2wshScript } from '../../bitcoin/script.ts';
import { concat } from '../../crypto/bytes.ts';

const OP_1 = 0x51;
const OP_CHECKLOCKTIMEVERIFY = 0xb1;
const OP_DROP = 0x75;
const OP_CHECKSIG = 0xac;

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
