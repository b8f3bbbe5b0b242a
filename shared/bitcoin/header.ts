import { reversed, toHex } from '../crypto/bytes.ts';
import { hash256 } from '../crypto/hash.ts';
import { JmError } from '../errors.ts';
import type { BlockHash } from './outpoint.ts';
import type { Network } from './network.ts';

/** Bytes that are no header, or a header whose proof of work does not hold. */
export class HeaderError extends JmError<'header-bad-length' | 'header-bad-target' | 'header-no-work'> {}

export const HEADER_BYTES = 80;

/** A block header with its hash. */
export interface Header {
  readonly hash: BlockHash;
  readonly previous: BlockHash;
  /** Display order, like a txid. */
  readonly merkleRoot: string;
  readonly version: number;
  /** Unix seconds as claimed by the miner. */
  readonly time: number;
  readonly bits: number;
  readonly raw: Uint8Array;
}

const LIMITS: Record<Network, bigint> = {
  mainnet: 0xffffn << 208n,
  testnet: 0xffffn << 208n,
  signet: 0x0377aen << 216n,
  regtest: 0x7fffffn << 232n,
};

/** The easiest target of a network. */
export function powLimit(network: Network): bigint {
  return LIMITS[network];
}

/** Reads 80 bytes. Proof of work is not checked here. @throws HeaderError `header-bad-length`. */
export function parseHeader(raw: Uint8Array): Header {
  if (raw.length !== HEADER_BYTES) {
    throw new HeaderError('header-bad-length', `A header has ${HEADER_BYTES} bytes, not ${raw.length}`);
  }
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return {
    hash: toHex(reversed(hash256(raw))) as BlockHash,
    previous: toHex(reversed(raw.subarray(4, 36))) as BlockHash,
    merkleRoot: toHex(reversed(raw.subarray(36, 68))),
    version: view.getInt32(0, true),
    time: view.getUint32(68, true),
    bits: view.getUint32(72, true),
    raw,
  };
}

/** The target that compact bits stand for. @throws HeaderError when negative, zero, overflowing or above the limit. */
export function targetOf(bits: number, network: Network): bigint {
  const size = bits >>> 24;
  const word = bits & 0x007f_ffff;
  const target = size <= 3 ? BigInt(word >> (8 * (3 - size))) : BigInt(word) << BigInt(8 * (size - 3));
  const negative = (bits & 0x0080_0000) !== 0 && word !== 0;
  if (negative || target === 0n || size > 34 || target > LIMITS[network]) {
    throw new HeaderError('header-bad-target', `Impossible difficulty bits ${bits.toString(16)}`);
  }
  return target;
}

/** Compact bits of a target, as Core writes them. */
export function bitsOf(target: bigint): number {
  let size = Math.ceil(target.toString(16).length / 2);
  let word = Number(size <= 3 ? target << BigInt(8 * (3 - size)) : target >> BigInt(8 * (size - 3)));
  if (word >= 0x0080_0000) {
    word >>= 8;
    size += 1;
  }
  return ((size << 24) | word) >>> 0;
}

/** Checks that the hash is below the target that the header claims. @throws HeaderError */
export function checkProofOfWork(header: Header, network: Network): void {
  if (BigInt(`0x${header.hash}`) > targetOf(header.bits, network)) {
    throw new HeaderError('header-no-work', `The hash of block ${header.hash} is above its target`);
  }
}

/** Expected number of hashes behind a target: 2^256 / (target + 1). */
export function workOf(target: bigint): bigint {
  return (1n << 256n) / (target + 1n);
}
