import test from 'ava';
import { sipHash, type Uint64 } from '../../../../shared/bitcoin/siphash.ts';

const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_unused, index) => index);

function hash(length: number): string {
  const out: Uint64 = { high: 0, low: 0 };
  sipHash(counting(16), counting(length), out);
  return [out.high, out.low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

test('gives the values of the SipHash paper and its reference vectors', (t) => {
  t.is(hash(15), 'a129ca6149be45e5');
  t.is(hash(0), '726fdb47dd0e0e31');
  t.is(hash(1), '74f839c593dc67fd');
  t.is(hash(8), '93f5f5799a932462');
});
