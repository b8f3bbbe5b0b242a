import { JmError } from '../errors.ts';
import { concat } from './bytes.ts';

/** A DER signature that breaks the strict form. */
export class DerError extends JmError<'bad-der'> {}

function bad(reason: string): DerError {
  return new DerError('bad-der', `Not a strict DER signature: ${reason}`);
}

/** 64 bytes r ‖ s to DER, without a sighash byte. */
export function compactToDer(compact: Uint8Array): Uint8Array {
  if (compact.length !== 64) throw bad('r and s need 32 bytes each');
  const r = derInteger(compact.subarray(0, 32));
  const s = derInteger(compact.subarray(32));
  return concat(Uint8Array.of(0x30, r.length + s.length), r, s);
}

/**
 * Strict DER to 64 bytes r ‖ s: shortest lengths, no negative numbers, no padding, nothing behind the end.
 * @throws DerError
 */
export function derToCompact(der: Uint8Array): Uint8Array {
  if (der.length < 8 || der.length > 72) throw bad('wrong total length');
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw bad('wrong sequence header');
  const [r, afterR] = readInteger(der, 2);
  const [s, end] = readInteger(der, afterR);
  if (end !== der.length) throw bad('bytes behind the end');
  return concat(r, s);
}

function derInteger(value: Uint8Array): Uint8Array {
  let start = 0;
  while (start < value.length - 1 && value[start] === 0) start += 1;
  const digits = value.subarray(start);
  const sign = (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0);
  return concat(Uint8Array.of(0x02, digits.length + sign.length), sign, digits);
}

function readInteger(der: Uint8Array, at: number): [value: Uint8Array, next: number] {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length === 0) throw bad('integer header');
  const digits = der.subarray(at + 2, at + 2 + length);
  const [first = 0, second = 0] = digits;
  if (digits.length !== length) throw bad('truncated integer');
  if (first >= 0x80) throw bad('negative integer');
  if (first === 0 && length > 1 && second < 0x80) throw bad('padded integer');
  const value = first === 0 ? digits.subarray(1) : digits;
  if (value.length > 32) throw bad('integer over 32 bytes');
  const out = new Uint8Array(32);
  out.set(value, 32 - value.length);
  return [out, at + 2 + length];
}
