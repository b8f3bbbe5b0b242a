/** The two 32-bit halves of a 64-bit number. */
export interface Uint64 {
  high: number;
  low: number;
}

/**
 * SipHash-2-4 on 32-bit halves: bigint is some hundred times slower, and a scan hashes millions of scripts.
 * @param key 16 bytes.
 */
export function sipHash(key: Uint8Array, data: Uint8Array, out: Uint64): void {
  const k0l = word(key, 0);
  const k0h = word(key, 4);
  const k1l = word(key, 8);
  const k1h = word(key, 12);
  let v0l = k0l ^ 0x70736575;
  let v0h = k0h ^ 0x736f6d65;
  let v1l = k1l ^ 0x6e646f6d;
  let v1h = k1h ^ 0x646f7261;
  let v2l = k0l ^ 0x6e657261;
  let v2h = k0h ^ 0x6c796765;
  let v3l = k1l ^ 0x79746573;
  let v3h = k1h ^ 0x74656462;

  const whole = data.length - (data.length % 8);
  for (let at = 0; at <= whole + 8; at += 8) {
    // The words of the data, one word of its rest and length, and the finalization.
    let low = 0;
    let high = 0;
    let rounds = 2;
    if (at <= whole) {
      low = word(data, at);
      high = word(data, at + 4);
      if (at === whole) high |= (data.length & 0xff) << 24;
    } else {
      v2l ^= 0xff;
      rounds = 4;
    }
    v3l ^= low;
    v3h ^= high;
    for (; rounds > 0; rounds -= 1) {
      let sum = (v0l + v1l) | 0;
      v0h = (v0h + v1h + carry(v0l, v1l, sum)) | 0;
      v0l = sum;
      sum = (v2l + v3l) | 0;
      v2h = (v2h + v3h + carry(v2l, v3l, sum)) | 0;
      v2l = sum;
      let left = (v1l << 13) | (v1h >>> 19);
      v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
      v1l = left ^ v0l;
      left = (v3l << 16) | (v3h >>> 16);
      v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
      v3l = left ^ v2l;
      left = v0l;
      v0l = v0h;
      v0h = left;
      sum = (v2l + v1l) | 0;
      v2h = (v2h + v1h + carry(v2l, v1l, sum)) | 0;
      v2l = sum;
      sum = (v0l + v3l) | 0;
      v0h = (v0h + v3h + carry(v0l, v3l, sum)) | 0;
      v0l = sum;
      left = (v1l << 17) | (v1h >>> 15);
      v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
      v1l = left ^ v2l;
      left = (v3l << 21) | (v3h >>> 11);
      v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
      v3l = left ^ v0l;
      left = v2l;
      v2l = v2h;
      v2h = left;
    }
    v0l ^= low;
    v0h ^= high;
  }
  out.low = (v0l ^ v1l ^ v2l ^ v3l) >>> 0;
  out.high = (v0h ^ v1h ^ v2h ^ v3h) >>> 0;
}

/** What a sum of two 32-bit words carries over. Signed words throughout: a number above 2^31 would leave the fast path. */
function carry(a: number, b: number, sum: number): number {
  return ((a & b) | ((a | b) & ~sum)) >>> 31;
}

/** Four bytes, little-endian; those behind the end count as zero. */
function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
