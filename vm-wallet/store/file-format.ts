import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';
import {
  isKeyOf,
  keyFor,
  openFrame,
  readFrame,
  sealFrame,
  stretch,
  type Frame,
  type FrameFault,
  type FrameKind,
  type KdfParameters,
  type Salted,
} from './password-frame.ts';

/** Why a wallet file can't be read: different troubles, different messages. */
export class WalletFileError extends JmError<
  | 'wallet-not-a-wallet'
  | 'wallet-newer-version'
  | 'wallet-truncated'
  | 'wallet-tampered'
  | 'password-wrong'
  | 'wallet-maker-only'
  | 'wallet-maker-outdated'
> {}

export const DEFAULT_KDF: KdfParameters = { memoryKib: 64 * 1024, passes: 3, lanes: 1 };

/** The first version was sealed with what Argon2id gives; from the second on each purpose has a key of its own. */
const WALLET: FrameKind = { magic: 'JMSPLITW', versions: [1, 2] };

/** What the owner's password makes: one key for the file, one for the seed in it. */
export interface OwnerKey extends Salted {
  readonly role: 'owner';
  readonly body: Uint8Array;
  readonly seed: Uint8Array;
}

/** What the maker password leads to: the key of the file, and the seed as it lies sealed in it. */
export interface MakerKey extends Salted {
  readonly role: 'maker';
  readonly body: Uint8Array;
  readonly sealedSeed: string;
}

/** The keys of an open wallet file, with the salt and cost that made them. */
export type FileKey = OwnerKey | MakerKey;

/** A wallet file that its owner opened. */
export interface OwnedContent {
  readonly content: Uint8Array;
  /** The seed lies in the clear in the content of the first version. */
  readonly version: number;
  readonly fileKey: OwnerKey;
}

/** Derives a new file's keys. */
export async function createFileKey(password: string, kdf: KdfParameters, random: Random): Promise<OwnerKey> {
  const salted = { salt: random.bytes(16), kdf };
  return ownerKey(await stretch(password, salted), salted);
}

/** Seals content under a key, with a fresh nonce. */
export function sealWalletFile(content: Uint8Array, key: FileKey, random: Random): Uint8Array {
  return sealFrame(WALLET, key, key.body, content, random);
}

/** Takes a wallet file apart. @throws WalletFileError when it is not a wallet, made by a newer version, truncated or tampered with. */
export function readWalletFrame(file: Uint8Array): Frame {
  const frame = readFrame(file, WALLET);
  if (typeof frame === 'string') throw faultOf(frame);
  return frame;
}

/** Opens a wallet file as its owner. @throws WalletFileError `password-wrong`, or `wallet-tampered` */
export async function openAsOwner(frame: Frame, password: string): Promise<OwnedContent> {
  const stretched = await stretch(password, frame);
  const fileKey = ownerKey(Uint8Array.from(stretched), frame);
  const key = frame.version === 1 ? stretched : fileKey.body;
  if (!isKeyOf(frame, key)) throw wrongPassword();
  const content = openBody(frame, key);
  stretched.fill(0);
  return { content, version: frame.version, fileKey };
}

/** Whether a password is the one that made these keys. */
export async function isPasswordOf(key: OwnerKey, password: string): Promise<boolean> {
  const other = ownerKey(await stretch(password, key), key);
  return equalBytes(other.body, key.body);
}

/** Opens a wallet file with the key of its content alone. @throws WalletFileError `wallet-maker-outdated`, or `wallet-tampered` */
export function openWithBodyKey(frame: Frame, key: Uint8Array): Uint8Array {
  if (frame.version !== 1 && isKeyOf(frame, key)) return openBody(frame, key);
  throw outdatedMaker();
}

/** Overwrites a key that is not needed any more. */
export function wipe(key: FileKey): void {
  key.body.fill(0);
  if (key.role === 'owner') key.seed.fill(0);
}

/** A maker password that was made for an earlier form of this file. */
export function outdatedMaker(): WalletFileError {
  return new WalletFileError(
    'wallet-maker-outdated',
    "The owner's password was changed after the maker password was made, or a new version must be let in by the owner first",
    { cure: 'Make the maker password again: jm-wallet maker-password.' },
  );
}

/** A password that opens nothing. */
export function wrongPassword(): WalletFileError {
  return new WalletFileError('password-wrong', 'The password is wrong', { cure: 'Type it again.' });
}

/** A wallet file that something else than jm-wallet changed. */
export function tampered(cause?: unknown): WalletFileError {
  return new WalletFileError(
    'wallet-tampered',
    'The wallet file was changed by something else than jm-wallet',
    {
      cure: 'Restore it from a backup, or recover the wallet from its words.',
      cause,
    },
  );
}

function ownerKey(stretched: Uint8Array, { salt, kdf }: Salted): OwnerKey {
  const [body, seed] = [keyFor('wallet/body', stretched), keyFor('wallet/seed', stretched)];
  stretched.fill(0);
  return { role: 'owner', body, seed, salt, kdf };
}

function openBody(frame: Frame, key: Uint8Array): Uint8Array {
  try {
    return openFrame(frame, key);
  } catch (cause) {
    throw tampered(cause);
  }
}

function faultOf(fault: FrameFault): WalletFileError {
  switch (fault) {
    case 'foreign':
      return new WalletFileError('wallet-not-a-wallet', 'This file is not a wallet of jm-wallet', {
        cure: 'Check the name given with --wallet; old JoinMarket wallets must be imported.',
      });
    case 'newer':
      return new WalletFileError(
        'wallet-newer-version',
        'This wallet was written by a newer version of jm-wallet',
        {
          cure: 'Use that version, or a newer one.',
        },
      );
    case 'truncated':
      return new WalletFileError('wallet-truncated', 'The wallet file is cut short', {
        cure: 'Restore it from a backup, or recover the wallet from its words.',
      });
    case 'tampered':
      return tampered();
  }
}
