import { posix } from 'node:path';

/**
 * Files of dom0, read beforehand, by absolute path. Whoever fills it follows symbolic links and leaves out those that lead nowhere.
 */
export class PolicyTree {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #names = new Map<string, string[]>();

  /** Directories that hold files need not be listed. */
  constructor(files: ReadonlyMap<string, Uint8Array>, directories: Iterable<string> = []) {
    this.#files = files;
    for (const directory of directories) this.#namesIn(directory);
    for (const file of files.keys()) this.#namesIn(posix.dirname(file)).push(posix.basename(file));
    for (const directory of [...this.#names.keys()]) this.#addParents(directory);
    for (const names of this.#names.values()) names.sort();
  }

  /** A file's bytes; null when there is no such file. */
  read(file: string): Uint8Array | null {
    return this.#files.get(file) ?? null;
  }

  /** The names of the files in a directory, sorted by code unit; null when there is no such directory. */
  list(directory: string): readonly string[] | null {
    return this.#names.get(directory) ?? null;
  }

  #addParents(directory: string): void {
    const parent = posix.dirname(directory);
    if (this.#names.has(parent)) return;
    this.#names.set(parent, []);
    this.#addParents(parent);
  }

  #namesIn(directory: string): string[] {
    const names = this.#names.get(directory) ?? [];
    this.#names.set(directory, names);
    return names;
  }
}
