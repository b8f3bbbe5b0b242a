import { fromHex, toHex, utf8 } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';
import type { MakerKeys } from '../keys/maker-keys.ts';
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
} from './password-frame.ts';
import { makerFile } from './schema/validators.js';

/** Why the file of the maker password can't be read. The wallet itself is well. */
export class MakerFileError extends JmError<
  'wallet-maker-foreign' | 'wallet-maker-newer' | 'wallet-maker-truncated' | 'wallet-maker-tampered'
> {}

/** What the maker password opens: the wallet's content without its seed, and the keys of a maker. */
export interface MakerAccess {
  readonly bodyKey: Uint8Array;
  readonly keys: MakerKeys;
}

interface MakerFile extends MakerKeys {
  /** Hex. */
  readonly bodyKey: string;
}

const MAKER: FrameKind = { magic: 'JMSPLITM', versions: [1] };
const CURE = "Make it again with the owner's password: jm-wallet maker-password.";

/** Where a wallet's maker file lies. */
export function makerFileOf(walletFile: string): string {
  return `${walletFile}.maker`;
}

/** Seals what a maker needs under the maker password. */
export async function sealMakerFile(
  { bodyKey, keys }: MakerAccess,
  password: string,
  kdf: KdfParameters,
  random: Random,
): Promise<Uint8Array> {
  const salted = { salt: random.bytes(16), kdf };
  const key = await makerKey(password, salted);
  const content = utf8(JSON.stringify({ bodyKey: toHex(bodyKey), ...keys } satisfies MakerFile));
  const sealed = sealFrame(MAKER, salted, key, content, random);
  content.fill(0);
  key.fill(0);
  return sealed;
}

/**
 * Tries a password on a maker file.
 * @returns What opens it, or null when the password is another one. Nothing is decrypted before that is called.
 * @throws MakerFileError when the file is none, or damaged.
 */
export async function unlockMakerFile(
  file: Uint8Array,
  password: string,
): Promise<(() => MakerAccess) | null> {
  const frame = readFrame(file, MAKER);
  if (typeof frame === 'string') throw faultOf(frame);
  const key = await makerKey(password, frame);
  return isKeyOf(frame, key) ? () => accessIn(frame, key) : null;
}

function accessIn(frame: Frame, key: Uint8Array): MakerAccess {
  try {
    const plain = openFrame(frame, key);
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
    plain.fill(0);
    key.fill(0);
    if (isMakerFile(value)) {
      const { bodyKey, ...keys } = value;
      return { bodyKey: fromHex(bodyKey), keys };
    }
  } catch (cause) {
    throw faultOf('tampered', cause);
  }
  throw faultOf('newer');
}

function isMakerFile(value: unknown): value is MakerFile {
  return makerFile(value);
}

async function makerKey(password: string, salted: Parameters<typeof stretch>[1]): Promise<Uint8Array> {
  const stretched = await stretch(password, salted);
  const key = keyFor('maker-file', stretched);
  stretched.fill(0);
  return key;
}

function faultOf(fault: FrameFault, cause?: unknown): MakerFileError {
  const what = {
    foreign: 'is not one of jm-wallet',
    newer: 'was written by a newer version of jm-wallet',
    truncated: 'is cut short',
    tampered: 'was changed by something else than jm-wallet',
  }[fault];
  return new MakerFileError(
    `wallet-maker-${fault}`,
    `This is not the owner's password, and the file of the maker password ${what}`,
    { cure: CURE, cause },
  );
}
