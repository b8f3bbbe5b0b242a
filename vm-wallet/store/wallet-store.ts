import { existsSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { systemRandom, type Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';
import {
  makePrivateFolder,
  replaceFile,
  syncFolder,
  UncertainWriteError,
} from '../../shared/files/durable-write.ts';
import { makerKeysOf, type MakerKeys } from '../keys/maker-keys.ts';
import { copyState } from './copy-state.ts';
import {
  createFileKey,
  DEFAULT_KDF,
  isPasswordOf,
  sealWalletFile,
  wipe,
  type FileKey,
  type OwnerKey,
} from './file-format.ts';
import { lockFile, type FileLock } from './lock.ts';
import { makerFileOf, sealMakerFile } from './maker-file.ts';
import { openWallet, type OpenedWallet, type Opener } from './open-wallet.ts';
import type { KdfParameters } from './password-frame.ts';
import { guardedText } from './seed-box.ts';
import type { WalletState } from './state.ts';
import { packState } from './wallet-content.ts';

/** The wallet file is missing, in the way, or was closed; or the maker password may not do this. */
export class StoreError extends JmError<
  | 'wallet-missing'
  | 'wallet-exists'
  | 'store-closed'
  | 'store-write-failed'
  | 'store-maker-only'
  | 'store-maker-same-password'
  | 'store-maker-descriptors'
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

/** One encrypted wallet file, locked for this process. */
export class WalletStore implements StateStore {
  readonly file: string;
  /** What the maker password opened of the keys; null when the owner's opened the wallet. */
  readonly makerKeys: MakerKeys | null;
  #state: WalletState;
  #fileKey: FileKey;
  #lock: FileLock | null;
  readonly #random: Random;

  private constructor(file: string, opened: OpenedWallet, lock: FileLock, random: Random) {
    this.file = file;
    this.makerKeys = opened.makerKeys;
    this.#state = opened.state;
    this.#fileKey = opened.fileKey;
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
      const fileKey = await createFileKey(password, kdf, random);
      const store = new WalletStore(file, { state, fileKey, makerKeys: null }, lock, random);
      store.#write(state);
      return store;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /**
   * Opens a wallet file: for its owner, unless the opener says that the maker password will do.
   * @throws StoreError `wallet-missing` and `store-maker-descriptors`, LockError, WalletFileError, MakerFileError.
   */
  static async open(options: {
    readonly file: string;
    readonly password: string;
    readonly opener?: Opener;
    readonly random?: Random;
  }): Promise<WalletStore> {
    const { file, password, opener = 'owner', random = systemRandom } = options;
    if (!existsSync(file)) {
      throw new StoreError('wallet-missing', `There is no wallet at ${file}`, {
        cure: 'Make one with "jm-wallet create", or check --datadir and --wallet.',
      });
    }
    const lock = lockFile(`${file}.lock`);
    try {
      const opened = await openWallet(file, password, opener);
      if (opened.makerKeys !== null) refuseDescriptors(opened.state);
      return new WalletStore(file, opened, lock, random);
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
      if (this.makerKeys !== null) refuseOwnersChange(this.#state, draft);
      this.#write(draft);
      this.#state = draft;
      resolve(value);
    });
  }

  /**
   * Encrypts the file under another password of the owner. A maker password ends with the old one.
   * @returns Whether there was a maker password.
   */
  async changePassword(password: string, kdf: KdfParameters = DEFAULT_KDF): Promise<boolean> {
    const before = this.#ownersKey();
    this.#fileKey = await createFileKey(password, kdf, this.#random);
    try {
      this.#write(this.#state);
    } catch (error) {
      this.#fileKey = before;
      throw error;
    }
    wipe(before);
    return this.removeMaker();
  }

  /**
   * Makes the maker password, or another one. The wallet file is written first: one of the first version holds the seed in the clear.
   * @throws StoreError
   */
  async allowMaker(password: string, kdf: KdfParameters = DEFAULT_KDF): Promise<void> {
    const key = this.#ownersKey();
    const { network, entropy, extension, mixdepths } = this.#state;
    refuseDescriptors(this.#state);
    if (await isPasswordOf(key, password)) {
      throw new StoreError('store-maker-same-password', "The maker password can't be the owner's", {
        cure: 'Choose another one: whoever has it must not be able to send.',
      });
    }
    this.#write(this.#state);
    const keys = makerKeysOf({ network, entropy: fromHex(entropy), extension }, mixdepths);
    const sealed = await sealMakerFile({ bodyKey: key.body, keys }, password, kdf, this.#random);
    this.#replace(makerFileOf(this.file), sealed);
  }

  /** Takes the maker password away. @returns Whether there was one. @throws StoreError */
  removeMaker(): boolean {
    this.#ownersKey();
    const file = makerFileOf(this.file);
    if (!existsSync(file)) return false;
    try {
      unlinkSync(file);
      syncFolder(path.dirname(file));
    } catch (cause) {
      throw new StoreError('store-write-failed', `The maker password's file ${file} can't be removed`, {
        cure: 'Remove it yourself: until then the maker password gives away keys.',
        cause,
      });
    }
    return true;
  }

  /** Gives the lock back and wipes the key. The store can't be used afterwards. */
  close(): void {
    wipe(this.#fileKey);
    this.#lock?.release();
    this.#lock = null;
  }

  #write(state: WalletState): void {
    const content = packState(state, this.#fileKey, this.#random);
    const sealed = sealWalletFile(content, this.#fileKey, this.#random);
    content.fill(0);
    this.#replace(this.file, sealed);
  }

  #replace(file: string, content: Uint8Array): void {
    if (this.#lock === null) throw closed();
    try {
      replaceFile(file, content);
    } catch (cause) {
      // From here on memory and disk may differ: nothing more may be promised by this process.
      if (cause instanceof UncertainWriteError) this.close();
      throw new StoreError('store-write-failed', `The wallet file ${file} can't be written`, {
        cure: 'Check free space and permissions; the last saved state is intact.',
        cause,
      });
    }
  }

  #ownersKey(): OwnerKey {
    if (this.#lock === null) throw closed();
    if (this.#fileKey.role === 'owner') return this.#fileKey;
    throw makerOnly('The maker password can not change passwords');
  }
}

function refuseOwnersChange(before: WalletState, after: WalletState): void {
  if (guardedText(before) === guardedText(after)) return;
  throw makerOnly('The maker password can not change what the wallet is and may do');
}

/** The node would learn the accounts' public keys, and with one of those a branch's private key gives the account's. */
function refuseDescriptors({ backend }: WalletState): void {
  if (backend === 'filters') return;
  throw new StoreError(
    'store-maker-descriptors',
    'A maker password needs a wallet that looks for its coins itself',
    {
      cure: "Change that with the owner's password first: jm-wallet rescan --backend filters.",
    },
  );
}

function makerOnly(message: string): StoreError {
  return new StoreError('store-maker-only', message, { cure: "Use the owner's password." });
}

function closed(): StoreError {
  return new StoreError('store-closed', 'The wallet was closed');
}
