import { base64, hex } from '@scure/base';

/** Lower-case hex of bytes. */
export function toHex(bytes: Uint8Array): string {
  return hex.encode(bytes);
}

/** Bytes of lower- or upper-case hex. @throws Error on anything else. */
export function fromHex(text: string): Uint8Array {
  return hex.decode(text);
}

/** Standard padded base64. */
export function toBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}

/** Strict standard base64 with canonical padding. @throws Error on anything else. */
export function fromBase64(text: string): Uint8Array {
  return base64.decode(text);
}

/** UTF-8 bytes of text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Concatenation. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** True when both hold the same bytes. Not constant time: for public data only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The bytes in reverse: internal hash order to display order and back. */
export function reversed(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes).reverse();
}
