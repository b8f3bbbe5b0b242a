import { concat, fromHex, reversed } from '../crypto/bytes.ts';
import { compactSize } from '../crypto/hash.ts';
import { JmError } from '../errors.ts';
import type { BlockHash } from './outpoint.ts';
import { sipHash, type Uint64 } from './siphash.ts';

/** A filter that ends too early or claims an impossible number of items. */
export class FilterError extends JmError<'filter-malformed'> {}

/** BIP158 basic filter: Golomb-Rice parameter and false positive rate. */
const P = 19;
const M = 784_931;
/** More than a block can hold, and few enough for exact arithmetic: MAX_ITEMS · M is below 2^40. */
const MAX_ITEMS = 1_000_000;

/**
 * True when the block may hold one of the scripts (BIP158 basic filter); false means that it surely does not.
 * @throws FilterError
 */
export function filterMatches(filter: Uint8Array, block: BlockHash, scripts: readonly Uint8Array[]): boolean {
  const [items, start] = readItemCount(filter);
  if (items === 0 || scripts.length === 0) return false;
  const wanted = hashToRange(scripts, keyOf(block), items);
  const bits = new BitReader(filter, start);
  let value = 0;
  let next = 0;
  for (let item = 0; item < items; item += 1) {
    value += bits.golombRice();
    while ((wanted[next] ?? Infinity) < value) next += 1;
    if (next >= wanted.length) return false;
    if (wanted[next] === value) return true;
  }
  return false;
}

/** Builds the filter of a set of scripts, for tests and measurements. */
export function buildFilter(block: BlockHash, scripts: readonly Uint8Array[]): Uint8Array {
  const unique = [
    ...new Map(scripts.map((script) => [Buffer.from(script).toString('hex'), script])).values(),
  ];
  const values = hashToRange(unique, keyOf(block), unique.length);
  const bits: number[] = [];
  let last = 0;
  for (const value of values) {
    const delta = value - last;
    last = value;
    for (let quotient = Math.floor(delta / 2 ** P); quotient > 0; quotient -= 1) bits.push(1);
    bits.push(0);
    for (let bit = P - 1; bit >= 0; bit -= 1) bits.push(Math.floor(delta / 2 ** bit) % 2);
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) {
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
  }
  return concat(compactSize(unique.length), bytes);
}

/** SipHash key of a block's filter: the first 16 bytes of its hash in internal order. */
function keyOf(block: BlockHash): Uint8Array {
  return reversed(fromHex(block)).subarray(0, 16);
}

/** Hashes scripts evenly into [0, items · M), sorted. */
function hashToRange(scripts: readonly Uint8Array[], key: Uint8Array, items: number): Float64Array {
  const range = items * M;
  const hash: Uint64 = { high: 0, low: 0 };
  const values = new Float64Array(scripts.length);
  for (let index = 0; index < scripts.length; index += 1) {
    sipHash(key, scripts[index] ?? new Uint8Array(), hash);
    values[index] = upperProduct(hash, range);
  }
  return values.sort();
}

/**
 * (hash · range) >> 64, exact for a range below 2^40: half of the hash times 20 bits of the range stays below 2^53, where
 * doubles count whole numbers.
 */
function upperProduct(hash: Uint64, range: number): number {
  const upper = Math.floor(range / 2 ** 20);
  const lower = range % 2 ** 20;
  const fromLow = Math.floor((hash.low * upper + Math.floor((hash.low * lower) / 2 ** 20)) / 2 ** 12);
  const fromHigh = hash.high * upper + Math.floor((hash.high * lower + fromLow) / 2 ** 20);
  return Math.floor(fromHigh / 2 ** 12);
}

function readItemCount(filter: Uint8Array): [items: number, start: number] {
  const view = new DataView(filter.buffer, filter.byteOffset, filter.byteLength);
  const [first] = filter;
  let result: [number, number];
  if (first === undefined) throw new FilterError('filter-malformed', 'An empty filter');
  if (first < 0xfd) result = [first, 1];
  else if (first === 0xfd && filter.length >= 3) result = [view.getUint16(1, true), 3];
  else if (first === 0xfe && filter.length >= 5) result = [view.getUint32(1, true), 5];
  else throw new FilterError('filter-malformed', 'Impossible item count');
  if (result[0] > MAX_ITEMS) throw new FilterError('filter-malformed', 'Impossible item count');
  return result;
}

class BitReader {
  readonly #bytes: Uint8Array;
  /** In bits. */
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start * 8;
  }

  /** A unary quotient, then P bits of remainder. @throws FilterError behind the end. */
  golombRice(): number {
    let quotient = 0;
    let window = this.#window();
    let ones = Math.clz32(~window);
    while (ones === 32) {
      quotient += 32;
      this.#at += 32;
      window = this.#window();
      ones = Math.clz32(~window);
    }
    this.#at += ones + 1;
    // The remainder mostly stands in the same 32 bits.
    const rest = ones + 1 + P <= 32 ? window << (ones + 1) : this.#window();
    this.#at += P;
    if (this.#at > this.#bytes.length * 8) {
      throw new FilterError('filter-malformed', 'A filter that ends too early');
    }
    return (quotient + ones) * 2 ** P + (rest >>> (32 - P));
  }

  /** The next 32 bits; those behind the end are zero. */
  #window(): number {
    const byte = this.#at >> 3;
    const bytes = this.#bytes;
    const word =
      ((bytes[byte] ?? 0) << 24) |
      ((bytes[byte + 1] ?? 0) << 16) |
      ((bytes[byte + 2] ?? 0) << 8) |
      (bytes[byte + 3] ?? 0);
    const offset = this.#at & 7;
    return (word << offset) | ((bytes[byte + 4] ?? 0) >> (8 - offset));
  }
}
