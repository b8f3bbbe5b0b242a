import { existsSync, readFileSync } from 'node:fs';
import type { MakerKeys } from '../keys/maker-keys.ts';
import { collectGarbage } from './collect-garbage.ts';
import {
  openAsOwner,
  openWithBodyKey,
  readWalletFrame,
  tampered,
  WalletFileError,
  wipe,
  type FileKey,
  type OwnerKey,
} from './file-format.ts';
import { makerFileOf, unlockMakerFile, type MakerAccess } from './maker-file.ts';
import { decodeState } from './parse-state.ts';
import type { Salted } from './password-frame.ts';
import type { WalletState } from './state.ts';
import { unpackForMaker, unpackForOwner } from './wallet-content.ts';

/** Whose password may open a wallet. */
export type Opener = 'owner' | 'owner-or-maker';

/** What a password opened. */
export interface OpenedWallet {
  readonly state: WalletState;
  readonly fileKey: FileKey;
  /** The keys of a maker; null for the owner, whose keys come from the seed. */
  readonly makerKeys: MakerKeys | null;
}

/** From here on it is worth some milliseconds to give memory back. */
const MUCH_TEXT = 8 * 1024 * 1024;

/**
 * Opens a wallet file with the owner's password, or else with the maker password. Nothing is decrypted when the maker password is
 * given where only the owner's will do. A large file is taken in steps, and what each leaves behind is thrown away before the next.
 * @throws WalletFileError, MakerFileError
 */
export async function openWallet(file: string, password: string, opener: Opener): Promise<OpenedWallet> {
  const decrypted = await decrypt(file, password, opener);
  const isLarge = decrypted.text.length >= MUCH_TEXT;
  if (isLarge) collectGarbage();
  const opened = decrypted.by === 'owner' ? forOwner(decrypted) : forMaker(decrypted);
  if (isLarge) collectGarbage();
  return opened;
}

/**
 * Reads a wallet file past its lock, so that it can be looked at while a maker or a plan is at work. Nothing can be written with it.
 * @throws As `openWallet`.
 */
export async function readWallet(
  file: string,
  password: string,
  opener: Opener,
): Promise<Omit<OpenedWallet, 'fileKey'>> {
  const { state, makerKeys, fileKey } = await openWallet(file, password, opener);
  wipe(fileKey);
  return { state, makerKeys };
}

type Decrypted =
  | { readonly by: 'owner'; readonly text: string; readonly version: number; readonly fileKey: OwnerKey }
  | { readonly by: 'maker'; readonly text: string; readonly access: MakerAccess; readonly salted: Salted };

/** The text in a wallet file. The bytes that it came from are garbage when this returns. */
async function decrypt(file: string, password: string, opener: Opener): Promise<Decrypted> {
  const frame = readWalletFrame(readFileSync(file));
  try {
    const { content, version, fileKey } = await openAsOwner(frame, password);
    return { by: 'owner', text: wipedText(content), version, fileKey };
  } catch (error) {
    if (!(error instanceof WalletFileError) || error.code !== 'password-wrong') throw error;
    const access = await makerAccess(file, password, opener);
    if (access === null) throw error;
    const { salt, kdf } = frame;
    return {
      by: 'maker',
      text: wipedText(openWithBodyKey(frame, access.bodyKey)),
      access,
      salted: { salt, kdf },
    };
  }
}

function wipedText(content: Uint8Array): string {
  try {
    return decodeState(content);
  } finally {
    content.fill(0);
  }
}

function forOwner({ text, version, fileKey }: Extract<Decrypted, { by: 'owner' }>): OpenedWallet {
  return { state: unpackForOwner(text, version, fileKey), fileKey, makerKeys: null };
}

function forMaker({ text, access, salted }: Extract<Decrypted, { by: 'maker' }>): OpenedWallet {
  const { state, sealedSeed } = unpackForMaker(text);
  const { bodyKey, keys } = access;
  if (keys.network !== state.network || state.family !== 'native') throw tampered();
  return { state, fileKey: { role: 'maker', body: bodyKey, sealedSeed, ...salted }, makerKeys: keys };
}

async function makerAccess(file: string, password: string, opener: Opener): Promise<MakerAccess | null> {
  const makerFile = makerFileOf(file);
  if (!existsSync(makerFile)) return null;
  const open = await unlockMakerFile(readFileSync(makerFile), password);
  if (open === null) return null;
  if (opener === 'owner-or-maker') return open();
  throw new WalletFileError('wallet-maker-only', 'This is the maker password, which does not open this', {
    cure: 'Use the owner\'s password. The maker password is for "jm-wallet maker" and for commands that only look.',
  });
}
