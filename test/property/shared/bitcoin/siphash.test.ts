import test from 'ava';
import fc from 'fast-check';
import { sipHash, type Uint64 } from '../../../../shared/bitcoin/siphash.ts';

const MASK = (1n << 64n) - 1n;

/** SipHash-2-4 in plain 64-bit arithmetic, slow and obvious. */
function plain(key: Uint8Array, data: Uint8Array): bigint {
  const word = (bytes: Uint8Array, at: number): bigint =>
    bytes.subarray(at, at + 8).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & MASK;
  let v0 = word(key, 0) ^ 0x736f6d6570736575n;
  let v1 = word(key, 8) ^ 0x646f72616e646f6dn;
  let v2 = word(key, 0) ^ 0x6c7967656e657261n;
  let v3 = word(key, 8) ^ 0x7465646279746573n;
  const round = (): void => {
    v0 = (v0 + v1) & MASK;
    v1 = rotate(v1, 13n) ^ v0;
    v0 = rotate(v0, 32n);
    v2 = (v2 + v3) & MASK;
    v3 = rotate(v3, 16n) ^ v2;
    v0 = (v0 + v3) & MASK;
    v3 = rotate(v3, 21n) ^ v0;
    v2 = (v2 + v1) & MASK;
    v1 = rotate(v1, 17n) ^ v2;
    v2 = rotate(v2, 32n);
  };
  const last = BigInt(data.length & 0xff) << 56n;
  const whole = data.length - (data.length % 8);
  for (let at = 0; at <= whole; at += 8) {
    const next = at < whole ? word(data, at) : word(data, at) | last;
    v3 ^= next;
    round();
    round();
    v0 ^= next;
  }
  v2 ^= 0xffn;
  for (let left = 4; left > 0; left -= 1) round();
  return v0 ^ v1 ^ v2 ^ v3;
}

test('agrees with 64-bit arithmetic on every key and length', (t) => {
  const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(key, fc.uint8Array({ maxLength: 300 }), (secret, data) => {
      const out: Uint64 = { high: 0, low: 0 };
      sipHash(secret, data, out);
      t.is((BigInt(out.high) << 32n) | BigInt(out.low), plain(secret, data));
    }),
    { numRuns: 500 },
  );
});
