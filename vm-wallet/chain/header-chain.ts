import { CHECKPOINTS, genesisHeader } from '../../shared/bitcoin/genesis.ts';
import {
  checkProofOfWork,
  HEADER_BYTES,
  HeaderError,
  parseHeader,
  targetOf,
  workOf,
  type Header,
} from '../../shared/bitcoin/header.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { concat, equalBytes, fromHex, reversed, toHex } from '../../shared/crypto/bytes.ts';
import { hash256 } from '../../shared/crypto/hash.ts';
import { ChainError, SUSPECT_NET_VM } from './chain-error.ts';
import { isRetarget, medianTimePast, requiredBits } from './difficulty.ts';
import { lastSharedHeight, remember, type ReplacedBranch } from './replaced-branches.ts';

const MAX_FUTURE_SECONDS = 2 * 60 * 60;

/** What became of headers that were offered. */
export interface Extension {
  /** The last height that the old and the new chain share. */
  readonly fork: number;
  readonly height: number;
}

/** Where the time stands in a header, in bytes. */
const TIME_AT = 68;

/** The reading side of a verified chain. */
export interface VerifiedChain {
  readonly network: Network;
  readonly height: number;
  readonly tip: Header;
  /** The header at a height, or null above the tip. */
  headerAt(height: number): Header | null;
  /** Median time of the eleven blocks up to the tip, in Unix seconds. */
  medianTime(): number;
  /** The height up to which this chain is still the one that once had `block` at `height`; null when it never had it. */
  sharedHeight(height: number, block: string): number | null;
}

/**
 * A chain of headers from the genesis block on that was verified here: links, proof of work, difficulty, median time,
 * checkpoints, and most work wins. On signet only proof of work counts here: the signature is in the block, and is checked with it.
 * Pure: the file store wraps it.
 */
export class HeaderChain implements VerifiedChain {
  readonly network: Network;
  readonly #checkpoints: Readonly<Record<number, string>>;
  #raw: Uint8Array;
  #height: number;
  #work: bigint;
  #replaced: readonly ReplacedBranch[] = [];

  /** @param checkpoints Hashes by height that a chain must have. */
  constructor(network: Network, checkpoints: Readonly<Record<number, string>> = CHECKPOINTS[network]) {
    this.network = network;
    this.#checkpoints = checkpoints;
    this.#raw = genesisHeader(network);
    this.#height = 0;
    this.#work = sumOfWork([this.#at(0)], network);
  }

  get height(): number {
    return this.#height;
  }

  get tip(): Header {
    return this.#at(this.#height);
  }

  /** Expected number of hashes behind the whole chain. */
  get work(): bigint {
    return this.#work;
  }

  headerAt(height: number): Header | null {
    return Number.isInteger(height) && height >= 0 && height <= this.#height ? this.#at(height) : null;
  }

  medianTime(): number {
    // Each use of a key asks for it: a whole header would be hashed for its time.
    return medianTimePast(this.#height, (height) => ({ time: this.#timeAt(height) }));
  }

  /** What reorganisations took out of this chain, the oldest first. */
  get replaced(): readonly ReplacedBranch[] {
    return this.#replaced;
  }

  sharedHeight(height: number, block: string): number | null {
    if (this.headerAt(height)?.hash === block) return height;
    return lastSharedHeight(this.#replaced, height, block);
  }

  /** The 80-byte headers from a height on, concatenated. */
  rawFrom(height: number): Uint8Array {
    return this.#raw.subarray(height * HEADER_BYTES, (this.#height + 1) * HEADER_BYTES);
  }

  /**
   * Takes the headers above the genesis block that this wallet verified before, as far as they are intact. Links, work and
   * changes of difficulty are checked again, which a million headers pass in some seconds; times were judged by the clock of
   * their day, and are not.
   * @param replaced What reorganisations took out of this chain before.
   * @returns The new height.
   */
  restore(bytes: Uint8Array, replaced: readonly ReplacedBranch[] = []): number {
    this.#replaced = replaced;
    this.#raw = concat(genesisHeader(this.network), bytes);
    const view = new DataView(this.#raw.buffer);
    const count = Math.floor(bytes.length / HEADER_BYTES);
    let previous = hash256(this.#raw.subarray(0, HEADER_BYTES));
    let { bits } = this.#at(0);
    let target = targetOf(bits, this.network);
    let limit = bytesOfTarget(target);
    for (let height = 1; height <= count; height += 1) {
      const start = height * HEADER_BYTES;
      const next = view.getUint32(start + 72, true);
      if (!equalBytes(this.#raw.subarray(start + 4, start + 36), previous)) break;
      if (next !== bits || isRetarget(height)) {
        const time = view.getUint32(start + TIME_AT, true);
        if (next !== requiredBits(this.network, height, time, (at) => this.#at(at))) break;
        bits = next;
        target = targetOf(bits, this.network);
        limit = bytesOfTarget(target);
      }
      const hash = hash256(this.#raw.subarray(start, start + HEADER_BYTES));
      const checkpoint = this.#checkpoints[height];
      if (isAbove(hash, limit) || (checkpoint !== undefined && checkpoint !== toHex(reversed(hash)))) break;
      previous = hash;
      this.#height = height;
      this.#work += workOf(target);
    }
    return this.#height;
  }

  /**
   * Offers consecutive headers, the first at `height`. Those that we have already are skipped; a fork is taken only with
   * more work than what it replaces. All or nothing.
   * @param now Unix seconds; a header may be at most two hours ahead of it.
   * @throws ChainError
   */
  extend(height: number, raws: readonly Uint8Array[], now: number): Extension {
    const headers = raws.map(parseHeader);
    let known = 0;
    while (known < headers.length && this.headerAt(height + known)?.hash === headers[known]?.hash) known += 1;
    const fork = height + known - 1;
    const fresh = headers.slice(known);
    if (fork < 0) {
      throw new ChainError('chain-wrong-genesis', 'The node follows a chain with another first block', {
        cure: `Point joinmarketd at a ${this.network} node.`,
      });
    }
    if (fork > this.#height) throw badLink(height);
    if (fresh.length === 0) return { fork, height: this.#height };
    this.#validate(fork, fresh, now);
    const replaced = this.#above(fork);
    const lost = sumOfWork(replaced, this.network);
    const offered = sumOfWork(fresh, this.network);
    if (offered <= lost)
      throw lessWork({ fork, own: this.#height, theirs: height + headers.length - 1 }, offered === lost);
    if (replaced.length > 0) {
      this.#replaced = remember(this.#replaced, { fork, blocks: replaced.map(({ hash }) => hash) });
    }
    this.#append(fork + 1, fresh);
    this.#work += offered - lost;
    return { fork, height: this.#height };
  }

  #validate(fork: number, fresh: readonly Header[], now: number): void {
    const headerAt = (height: number): Header =>
      height <= fork ? this.#at(height) : (fresh[height - fork - 1] ?? this.#at(height));
    for (const [index, header] of fresh.entries()) {
      const height = fork + 1 + index;
      if (header.previous !== headerAt(height - 1).hash) throw badLink(height);
      const bits = requiredBits(this.network, height, header.time, headerAt);
      if (header.bits !== bits) {
        throw new ChainError('chain-bad-difficulty', `Header ${height} has the wrong difficulty`, {
          cure: SUSPECT_NET_VM,
        });
      }
      try {
        checkProofOfWork(header, this.network);
      } catch (cause) {
        if (!(cause instanceof HeaderError)) throw cause;
        throw new ChainError('chain-no-work', `Header ${height} lacks the proof of work that it claims`, {
          cure: SUSPECT_NET_VM,
          cause,
        });
      }
      if (header.time <= medianTimePast(height - 1, headerAt) || header.time > now + MAX_FUTURE_SECONDS) {
        throw new ChainError('chain-bad-time', `Header ${height} has an impossible time`, {
          cure: "Check this VM's clock first; if it is right, check the node in the net VM.",
        });
      }
      const checkpoint = this.#checkpoints[height];
      if (checkpoint !== undefined && checkpoint !== header.hash) {
        throw new ChainError('chain-checkpoint', `Block ${height} is not the one that everybody knows`, {
          cure: SUSPECT_NET_VM,
        });
      }
    }
  }

  #append(height: number, fresh: readonly Header[]): void {
    const needed = (height + fresh.length) * HEADER_BYTES;
    if (needed > this.#raw.length) {
      // A tenth more than now: a whole mainnet chain is some 75 MB.
      const room = Math.max(needed - this.#raw.length, Math.ceil(this.#raw.length / 10));
      this.#raw = concat(this.#raw, new Uint8Array(room));
    }
    for (const [index, header] of fresh.entries()) this.#raw.set(header.raw, (height + index) * HEADER_BYTES);
    this.#height = height + fresh.length - 1;
  }

  #above(height: number): Header[] {
    return Array.from({ length: this.#height - height }, (_unused, index) => this.#at(height + 1 + index));
  }

  #timeAt(height: number): number {
    return new DataView(this.#raw.buffer, this.#raw.byteOffset).getUint32(
      height * HEADER_BYTES + TIME_AT,
      true,
    );
  }

  #at(height: number): Header {
    return parseHeader(this.#raw.subarray(height * HEADER_BYTES, (height + 1) * HEADER_BYTES));
  }
}

/** A target as 32 bytes in the order of hashes: least significant byte first. */
function bytesOfTarget(target: bigint): Uint8Array {
  return reversed(fromHex(target.toString(16).padStart(64, '0')));
}

function isAbove(hash: Uint8Array, limit: Uint8Array): boolean {
  for (let at = 31; at >= 0; at -= 1) {
    const difference = (hash[at] ?? 0) - (limit[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function sumOfWork(headers: readonly Header[], network: Network): bigint {
  return headers.reduce((work, header) => work + workOf(targetOf(header.bits, network)), 0n);
}

function lessWork(
  { fork, own, theirs }: { readonly fork: number; readonly own: number; readonly theirs: number },
  equal: boolean,
): ChainError {
  const branch = equal ? 'that has no more proof of work' : 'with less proof of work';
  return new ChainError(
    'chain-less-work',
    `The node left our chain, which we have verified up to block ${own}, at height ${fork} for a branch up to block ${theirs} ${branch}`,
    {
      cure: equal ? 'Wait for the next block, which decides between the two branches.' : SUSPECT_NET_VM,
    },
  );
}

function badLink(height: number): ChainError {
  return new ChainError('chain-bad-link', `Header ${height} does not follow the one before it`, {
    cure: SUSPECT_NET_VM,
  });
}
