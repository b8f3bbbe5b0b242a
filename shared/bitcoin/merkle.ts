import { concat, equalBytes, reversed, toHex } from '../crypto/bytes.ts';
import { hash256 } from '../crypto/hash.ts';
import { JmError } from '../errors.ts';
import { HEADER_BYTES, parseHeader, type Header } from './header.ts';

/** A merkle tree or proof that is malformed. */
export class MerkleError extends JmError<'merkle-malformed' | 'merkle-wrong-root' | 'merkle-duplicate'> {}

/** What fits into 4,000,000 weight units at 240 for the smallest transaction. */
const MAX_TRANSACTIONS = 16_666;

/**
 * The merkle root of hashes in internal order.
 * @throws MerkleError `merkle-duplicate` on the repetition that CVE-2012-2459 uses to give two lists one root.
 */
export function merkleRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  if (level.length === 0) throw new MerkleError('merkle-malformed', 'A block has at least one transaction');
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index] ?? new Uint8Array();
      const right = level[index + 1];
      if (right !== undefined && equalBytes(left, right)) {
        throw new MerkleError('merkle-duplicate', 'Two equal branches in a merkle tree');
      }
      next.push(hash256(concat(left, right ?? left)));
    }
    level = next;
  }
  return level[0] ?? new Uint8Array();
}

/** What a merkle block proves: these txids are in the block of this header. */
export interface MerkleProof {
  readonly header: Header;
  /** Display order. */
  readonly txids: readonly string[];
}

/**
 * Reads and verifies a merkle block as `gettxoutproof` gives it (BIP37): every hash and every flag bit must be used, and the
 * root must be the header's. The header itself still has to be found in the verified chain.
 * @throws MerkleError
 */
export function parseMerkleProof(raw: Uint8Array): MerkleProof {
  const reader = new ProofReader(raw);
  const header = parseHeader(reader.take(HEADER_BYTES));
  const transactions = reader.uint32();
  if (transactions === 0 || transactions > MAX_TRANSACTIONS) throw malformed('transaction count');
  const hashes = Array.from({ length: reader.count() }, () => reader.take(32));
  const flags = reader.take(reader.count());
  reader.end();
  if (hashes.length > transactions) throw malformed('more hashes than transactions');

  let height = 0;
  while (widthAt(transactions, height) > 1) height += 1;
  const txids: string[] = [];
  let usedHashes = 0;
  let usedBits = 0;
  const visit = (level: number, position: number): Uint8Array => {
    const flag = ((flags[usedBits >> 3] ?? 0) >> (usedBits & 7)) & 1;
    if (usedBits >= flags.length * 8) throw malformed('too few flag bits');
    usedBits += 1;
    if (level === 0 || flag === 0) {
      const hash = hashes[usedHashes];
      if (hash === undefined) throw malformed('too few hashes');
      usedHashes += 1;
      if (level === 0 && flag === 1) txids.push(toHex(reversed(hash)));
      return hash;
    }
    const left = visit(level - 1, position * 2);
    if (position * 2 + 1 >= widthAt(transactions, level - 1)) return hash256(concat(left, left));
    const right = visit(level - 1, position * 2 + 1);
    if (equalBytes(left, right))
      throw new MerkleError('merkle-duplicate', 'Two equal branches in a merkle proof');
    return hash256(concat(left, right));
  };
  const root = visit(height, 0);
  if (usedHashes !== hashes.length || Math.ceil(usedBits / 8) !== flags.length)
    throw malformed('unused parts');
  if (toHex(reversed(root)) !== header.merkleRoot) {
    throw new MerkleError('merkle-wrong-root', "The proof does not lead to its header's merkle root");
  }
  return { header, txids };
}

function widthAt(transactions: number, level: number): number {
  return Math.ceil(transactions / 2 ** level);
}

function malformed(what: string): MerkleError {
  return new MerkleError('merkle-malformed', `Malformed merkle proof: ${what}`);
}

class ProofReader {
  readonly #raw: Uint8Array;
  #at = 0;

  constructor(raw: Uint8Array) {
    this.#raw = raw;
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#raw.length) throw malformed('truncated');
    const part = this.#raw.slice(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  uint32(): number {
    return this.#view(4).getUint32(0, true);
  }

  #view(length: number): DataView {
    const part = this.take(length);
    return new DataView(part.buffer, part.byteOffset, part.byteLength);
  }

  /** A CompactSize below the number of transactions a block can have. */
  count(): number {
    const [first = 0] = this.take(1);
    if (first < 0xfd) return first;
    if (first > 0xfe) throw malformed('count');
    const value = first === 0xfd ? this.#view(2).getUint16(0, true) : this.uint32();
    if (value > MAX_TRANSACTIONS) throw malformed('count');
    return value;
  }

  end(): void {
    if (this.#at !== this.#raw.length) throw malformed('bytes behind the end');
  }
}
