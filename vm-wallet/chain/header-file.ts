import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { HEADER_BYTES } from '../../shared/bitcoin/header.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { makePrivateFolder } from '../store/durable-write.ts';
import { ChainError } from './chain-error.ts';
import { HeaderChain, type Extension } from './header-chain.ts';

const BATCH = 2000;

/** A header chain that outlives the process: `headers-<network>.dat`, 80 bytes a header, the genesis block left out. */
export class HeaderFile {
  readonly chain: HeaderChain;
  readonly #file: string;

  /**
   * Loads and verifies what is on disk again. A torn or damaged tail is dropped: it is only a copy of public data. This VM's
   * clock does not count here, for a clock that was set back must not cost verified headers.
   */
  constructor(directory: string, network: Network) {
    makePrivateFolder(directory);
    this.#file = path.join(directory, `headers-${network}.dat`);
    this.chain = new HeaderChain(network);
    if (!existsSync(this.#file)) return;
    const stored = readFileSync(this.#file);
    const count = Math.floor(stored.length / HEADER_BYTES);
    try {
      for (let first = 0; first < count; first += BATCH) {
        const raws = Array.from({ length: Math.min(BATCH, count - first) }, (_unused, index) =>
          Uint8Array.from(
            stored.subarray((first + index) * HEADER_BYTES, (first + index + 1) * HEADER_BYTES),
          ),
        );
        this.chain.extend(first + 1, raws, Infinity);
      }
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
    }
    if (stored.length !== this.chain.height * HEADER_BYTES) this.#truncate(this.chain.height);
  }

  /** Offers headers and keeps what was taken. @throws ChainError */
  extend(height: number, raws: readonly Uint8Array[], now: number): Extension {
    const before = this.chain.height;
    const extension = this.chain.extend(height, raws, now);
    if (extension.fork === before && extension.height === before) return extension;
    if (extension.fork < before) this.#truncate(extension.fork);
    this.#append(extension.fork + 1);
    return extension;
  }

  #truncate(height: number): void {
    this.#withFile((descriptor) => {
      ftruncateSync(descriptor, height * HEADER_BYTES);
    });
  }

  #append(height: number): void {
    this.#withFile((descriptor) => {
      const bytes = this.chain.rawFrom(height);
      const start = (height - 1) * HEADER_BYTES;
      for (let written = 0; written < bytes.length;) {
        written += writeSync(descriptor, bytes, written, bytes.length - written, start + written);
      }
    });
  }

  #withFile(act: (descriptor: number) => void): void {
    const descriptor = openSync(this.#file, existsSync(this.#file) ? 'r+' : 'w+', 0o600);
    try {
      act(descriptor);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
