import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { systemRandom, type Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';
import { makePrivateFolder, replaceFile, UncertainWriteError } from '../../shared/files/durable-write.ts';
import {
  createFileKey,
  DEFAULT_KDF,
  openWalletFile,
  sealWalletFile,
  type FileKey,
  type KdfParameters,
} from './file-format.ts';
import { collectGarbage } from './collect-garbage.ts';
import { copyState } from './copy-state.ts';
import { lockFile, type FileLock } from './lock.ts';
import { checkState, decodeState, parseStateText } from './parse-state.ts';
import type { WalletState } from './state.ts';

/** The wallet file is missing, in the way, or was closed. */
export class StoreError extends JmError<
  'wallet-missing' | 'wallet-exists' | 'store-closed' | 'store-write-failed'
> {}

type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;

/** The state as everyone but `commit` sees it. */
export type ReadonlyState = DeepReadonly<WalletState>;

/** What most code needs of a store: the state, and durable changes to it. */
export interface StateStore {
  readonly state: ReadonlyState;
  /** Applies a change. When it resolves, the change is on disk; when it rejects, nothing has changed. */
  commit<Value>(change: (draft: WalletState) => Value): Promise<Value>;
}

/** From here on it is worth some milliseconds to give memory back. */
const MUCH_TEXT = 8 * 1024 * 1024;

/** Reads a wallet file. A large one is taken in steps, and what each leaves behind is thrown away before the next. */
async function readState(
  file: string,
  password: string,
): Promise<{ readonly state: WalletState; readonly fileKey: FileKey }> {
  const { text, fileKey } = await readText(file, password);
  const isLarge = text.length >= MUCH_TEXT;
  if (isLarge) collectGarbage();
  const state = parseStateText(text);
  if (isLarge) collectGarbage();
  return { state, fileKey };
}

/** The text in a wallet file. The bytes that it came from are garbage when this returns. @throws WalletFileError */
async function readText(
  file: string,
  password: string,
): Promise<{ readonly text: string; readonly fileKey: FileKey }> {
  const { content, fileKey } = await openWalletFile(readFileSync(file), password);
  try {
    return { text: decodeState(content), fileKey };
  } finally {
    content.fill(0);
  }
}

/** One encrypted wallet file, locked for this process. */
export class WalletStore implements StateStore {
  readonly file: string;
  #state: WalletState;
  #fileKey: FileKey;
  #lock: FileLock | null;
  readonly #random: Random;

  private constructor(file: string, state: WalletState, fileKey: FileKey, lock: FileLock, random: Random) {
    this.file = file;
    this.#state = state;
    this.#fileKey = fileKey;
    this.#lock = lock;
    this.#random = random;
  }

  /** Makes a new wallet file. @throws StoreError `wallet-exists`, LockError. */
  static async create(options: {
    readonly file: string;
    readonly password: string;
    readonly state: WalletState;
    readonly kdf?: KdfParameters;
    readonly random?: Random;
  }): Promise<WalletStore> {
    const { file, password, state, kdf = DEFAULT_KDF, random = systemRandom } = options;
    makePrivateFolder(path.dirname(file));
    const lock = lockFile(`${file}.lock`);
    try {
      if (existsSync(file)) {
        throw new StoreError('wallet-exists', `There is a wallet at ${file} already`, {
          cure: 'Give the new one another name with --wallet.',
        });
      }
      const store = new WalletStore(file, state, await createFileKey(password, kdf, random), lock, random);
      store.#write(state);
      return store;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Opens a wallet file. @throws StoreError `wallet-missing`, LockError, WalletFileError. */
  static async open(options: {
    readonly file: string;
    readonly password: string;
    readonly random?: Random;
  }): Promise<WalletStore> {
    const { file, password, random = systemRandom } = options;
    if (!existsSync(file)) {
      throw new StoreError('wallet-missing', `There is no wallet at ${file}`, {
        cure: 'Make one with "jm-wallet create", or check --datadir and --wallet.',
      });
    }
    const lock = lockFile(`${file}.lock`);
    try {
      const { state, fileKey } = await readState(file, password);
      return new WalletStore(file, state, fileKey, lock, random);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  get state(): ReadonlyState {
    return this.#state;
  }

  // Synchronous inside, so that two changes can never interleave; a promise outside, so that callers await durability.
  commit<Value>(change: (draft: WalletState) => Value): Promise<Value> {
    return new Promise((resolve) => {
      const draft = copyState(this.#state);
      const value = change(draft);
      this.#write(draft);
      this.#state = draft;
      resolve(value);
    });
  }

  /** Encrypts the file under another password. */
  async changePassword(password: string, kdf: KdfParameters = DEFAULT_KDF): Promise<void> {
    const before = this.#fileKey;
    this.#fileKey = await createFileKey(password, kdf, this.#random);
    try {
      this.#write(this.#state);
      before.key.fill(0);
    } catch (error) {
      this.#fileKey = before;
      throw error;
    }
  }

  /** Gives the lock back and wipes the key. The store can't be used afterwards. */
  close(): void {
    this.#fileKey.key.fill(0);
    this.#lock?.release();
    this.#lock = null;
  }

  #write(state: WalletState): void {
    if (this.#lock === null) throw new StoreError('store-closed', 'The wallet was closed');
    // What this version could not read back must never reach the disk.
    checkState(state);
    const content = utf8(JSON.stringify(state));
    const sealed = sealWalletFile(content, this.#fileKey, this.#random);
    content.fill(0);
    try {
      replaceFile(this.file, sealed);
    } catch (cause) {
      // From here on memory and disk may differ: nothing more may be promised by this process.
      if (cause instanceof UncertainWriteError) this.close();
      throw new StoreError('store-write-failed', `The wallet file ${this.file} can't be written`, {
        cure: 'Check free space and permissions; the last saved state is intact.',
        cause,
      });
    }
  }
}
