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

  const rounds = (count: number): void => {
    for (let round = 0; round < count; round += 1) {
      let sum = (v0l >>> 0) + (v1l >>> 0);
      v0h = (v0h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
      v0l = sum | 0;
      sum = (v2l >>> 0) + (v3l >>> 0);
      v2h = (v2h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
      v2l = sum | 0;
      let low = (v1l << 13) | (v1h >>> 19);
      let high = (v1h << 13) | (v1l >>> 19);
      v1l = low ^ v0l;
      v1h = high ^ v0h;
      low = (v3l << 16) | (v3h >>> 16);
      high = (v3h << 16) | (v3l >>> 16);
      v3l = low ^ v2l;
      v3h = high ^ v2h;
      low = v0l;
      v0l = v0h;
      v0h = low;
      sum = (v2l >>> 0) + (v1l >>> 0);
      v2h = (v2h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
      v2l = sum | 0;
      sum = (v0l >>> 0) + (v3l >>> 0);
      v0h = (v0h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
      v0l = sum | 0;
      low = (v1l << 17) | (v1h >>> 15);
      high = (v1h << 17) | (v1l >>> 15);
      v1l = low ^ v2l;
      v1h = high ^ v2h;
      low = (v3l << 21) | (v3h >>> 11);
      high = (v3h << 21) | (v3l >>> 11);
      v3l = low ^ v0l;
      v3h = high ^ v0h;
      low = v2l;
      v2l = v2h;
      v2h = low;
    }
  };

  const whole = data.length - (data.length % 8);
  for (let at = 0; at < whole; at += 8) {
    const low = word(data, at);
    const high = word(data, at + 4);
    v3l ^= low;
    v3h ^= high;
    rounds(2);
    v0l ^= low;
    v0h ^= high;
  }
  let lastLow = 0;
  let lastHigh = (data.length & 0xff) << 24;
  for (let at = whole; at < data.length; at += 1) {
    const shift = (at - whole) * 8;
    if (shift < 32) lastLow |= (data[at] ?? 0) << shift;
    else lastHigh |= (data[at] ?? 0) << (shift - 32);
  }
  v3l ^= lastLow;
  v3h ^= lastHigh;
  rounds(2);
  v0l ^= lastLow;
  v0h ^= lastHigh;
  v2l ^= 0xff;
  rounds(4);
  out.low = (v0l ^ v1l ^ v2l ^ v3l) >>> 0;
  out.high = (v0h ^ v1h ^ v2h ^ v3h) >>> 0;
}

function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
