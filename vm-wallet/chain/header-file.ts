import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { HEADER_BYTES } from '../../shared/bitcoin/header.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { makePrivateFolder, replaceFile } from '../../shared/files/durable-write.ts';
import { HeaderChain, type Extension } from './header-chain.ts';
import { formatBranches, parseBranches } from './replaced-branches.ts';

/**
 * A header chain that outlives the process: `headers-<network>.dat`, 80 bytes a header, the genesis block left out. Beside it stands
 * what reorganisations took out (`replaced-<network>`), for each wallet that scanned those blocks.
 */
export class HeaderFile {
  readonly chain: HeaderChain;
  readonly #file: string;
  readonly #replaced: string;

  /**
   * Loads what is on disk and verifies it again. A torn or damaged tail is dropped: it is only a copy of public data. This VM's
   * clock does not count here, for a clock that was set back must not cost verified headers.
   */
  constructor(directory: string, network: Network) {
    makePrivateFolder(directory);
    this.#file = path.join(directory, `headers-${network}.dat`);
    this.#replaced = path.join(directory, `replaced-${network}`);
    this.chain = new HeaderChain(network);
    if (!existsSync(this.#file)) return;
    const stored = readFileSync(this.#file);
    const replaced = existsSync(this.#replaced) ? readFileSync(this.#replaced, 'utf8') : '';
    this.chain.restore(stored, parseBranches(replaced));
    if (stored.length !== this.chain.height * HEADER_BYTES) this.#truncate(this.chain.height);
  }

  /** Offers headers and keeps what was taken. @throws ChainError */
  extend(height: number, raws: readonly Uint8Array[], now: number): Extension {
    const before = this.chain.height;
    const extension = this.chain.extend(height, raws, now);
    if (extension.fork === before && extension.height === before) return extension;
    if (extension.fork < before) {
      // First, so that no wallet can meet the new chain without it.
      replaceFile(this.#replaced, utf8(formatBranches(this.chain.replaced)));
      this.#truncate(extension.fork);
    }
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
