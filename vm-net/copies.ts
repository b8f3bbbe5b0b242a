import { existsSync, lstatSync, readFileSync, readdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import {
  isCopyName,
  isSizeClass,
  MAX_COPIES,
  MAX_COPY_NAMES,
  MAX_COPY_NUMBER,
  type CopyKeeper,
  type CopyName,
} from '../shared/bridge/copies.ts';
import { equalBytes } from '../shared/crypto/bytes.ts';
import { JmError } from '../shared/errors.ts';
import { makePrivateFolder, replaceFile, syncFolder } from '../shared/files/durable-write.ts';

/** A copy that is not taken. */
export class CopyError extends JmError<
  'copy-exists' | 'copy-number-old' | 'copy-size' | 'copy-too-many-names' | 'copy-not-kept'
> {}

const FILE = /^([1-9][0-9]{0,9})\.copy$/u;

/**
 * Keeps sealed backups for wallets, as files that only their owner can read: `FOLDER/NAME/NUMBER.copy`. What is in them is nobody's
 * business here; how much there can be of them is. Synchronous inside, so that two calls never interleave.
 */
export class CopyFolder implements CopyKeeper {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws CopyError */
  saveCopy(name: CopyName, number: number, bytes: Uint8Array): Promise<void> {
    return promised(() => {
      this.#save(name, number, bytes);
    });
  }

  copies(name: CopyName): Promise<readonly number[]> {
    // A crash may have left one too many.
    return promised(() => this.#numbers(name).slice(-MAX_COPIES));
  }

  /** @throws CopyError `copy-not-kept` when the file is there but was damaged. */
  copy(name: CopyName, number: number): Promise<Uint8Array | null> {
    return promised(() => {
      const file = this.#file(name, number);
      if (!existsSync(file)) return null;
      // Looked at before it is read: somebody else may have put anything here.
      if (!isSizeClass(lstatSync(file).size)) {
        throw new CopyError('copy-not-kept', `Copy ${number} was damaged on the disk of the net VM`, {
          cure: 'Take an older copy, or the backup file.',
        });
      }
      return Uint8Array.from(readFileSync(file));
    });
  }

  #save(name: CopyName, number: number, bytes: Uint8Array): void {
    if (!isSizeClass(bytes.length)) {
      throw new CopyError('copy-size', 'A copy is 64 KiB, 128 KiB and so on to 4 MiB large');
    }
    const kept = this.#numbers(name);
    if (kept.includes(number)) {
      if (equalBytes(readFileSync(this.#file(name, number)), bytes)) return;
      throw new CopyError('copy-exists', `There is a copy ${number} already, with other content`, {
        cure: 'Run the backup again: it takes the next number.',
      });
    }
    const newest = kept.at(-1) ?? 0;
    if (number < newest) {
      throw new CopyError('copy-number-old', `Copy ${number} is older than copy ${newest}, which is kept`, {
        cure: 'Run the backup again: it takes the next number.',
      });
    }
    this.#write(name, number, bytes);
    for (const old of [...kept, number].slice(0, -MAX_COPIES)) unlinkSync(this.#file(name, old));
  }

  #write(name: CopyName, number: number, bytes: Uint8Array): void {
    try {
      this.#makeFolder(name);
      replaceFile(this.#file(name, number), bytes);
    } catch (cause) {
      if (cause instanceof CopyError) throw cause;
      throw new CopyError('copy-not-kept', 'The net VM could not write the copy to its disk', {
        cure: `Look at free space and permissions of ${this.#folder} in the net VM.`,
        cause,
      });
    }
  }

  #makeFolder(name: CopyName): void {
    if (existsSync(path.join(this.#folder, name))) return;
    makePrivateFolder(this.#folder);
    const names = readdirSync(this.#folder).filter(isCopyName);
    if (names.length >= MAX_COPY_NAMES) {
      throw new CopyError(
        'copy-too-many-names',
        `The net VM keeps copies of ${MAX_COPY_NAMES} wallets already`,
        { cure: `Remove folders of wallets that are gone from ${this.#folder} in the net VM.` },
      );
    }
    makePrivateFolder(path.join(this.#folder, name));
    syncFolder(this.#folder);
    syncFolder(path.dirname(this.#folder));
  }

  #numbers(name: CopyName): number[] {
    const folder = path.join(this.#folder, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .flatMap((file) => {
        const number = Number(FILE.exec(file)?.[1]);
        return number <= MAX_COPY_NUMBER ? [number] : [];
      })
      .sort((one, other) => one - other);
  }

  #file(name: CopyName, number: number): string {
    return path.join(this.#folder, name, `${number}.copy`);
  }
}

/** What a synchronous act returns or throws, as a promise. */
function promised<Value>(act: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    resolve(act());
  });
}
