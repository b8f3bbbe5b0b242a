/** The bytes as little-endian words, copied, because words must lie on a boundary of four. */
export function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
