import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { HEADER_BYTES } from '../../shared/bitcoin/header.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { makePrivateFolder } from '../../shared/files/durable-write.ts';
import { HeaderChain, type Extension } from './header-chain.ts';

/** A header chain that outlives the process: `headers-<network>.dat`, 80 bytes a header, the genesis block left out. */
export class HeaderFile {
  readonly chain: HeaderChain;
  readonly #file: string;

  /**
   * Loads what is on disk and verifies it again. A torn or damaged tail is dropped: it is only a copy of public data. This VM's
   * clock does not count here, for a clock that was set back must not cost verified headers.
   */
  constructor(directory: string, network: Network) {
    makePrivateFolder(directory);
    this.#file = path.join(directory, `headers-${network}.dat`);
    this.chain = new HeaderChain(network);
    if (!existsSync(this.#file)) return;
    const stored = readFileSync(this.#file);
    this.chain.restore(stored);
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
