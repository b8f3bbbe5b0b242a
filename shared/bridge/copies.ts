import { JmError } from '../errors.ts';

declare const copyNameBrand: unique symbol;

/** Whose copy it is: 32 lower-case hex characters that say nothing to the net VM. */
export type CopyName = string & { readonly [copyNameBrand]: true };

/** Text that is not a copy's name. */
export class CopyNameError extends JmError<'bad-copy-name'> {}

/** @throws CopyNameError unless the text is 32 lower-case hex characters. */
export function copyName(text: string): CopyName {
  if (!isCopyName(text))
    throw new CopyNameError('bad-copy-name', 'A copy is named by 32 lower-case hex characters');
  return text;
}

/** True when the text is 32 lower-case hex characters. */
export function isCopyName(text: string): text is CopyName {
  return /^[0-9a-f]{32}$/u.test(text);
}

/**
 * The part of `jm.Chain` that keeps sealed backups for the wallet. The net VM can lose, hide and mix them up, but neither read nor
 * change them unseen.
 */
export interface CopyKeeper {
  /**
   * Keeps a copy, durably when it resolves. The oldest one over MAX_COPIES goes. Saving the same bytes again changes nothing.
   * @param bytes As many as a size class.
   */
  saveCopy(name: CopyName, number: number, bytes: Uint8Array): Promise<void>;
  /** Numbers of the copies of a name, lowest first. */
  copies(name: CopyName): Promise<readonly number[]>;
  /** Null when there is none of that number. */
  copy(name: CopyName, number: number): Promise<Uint8Array | null>;
}

export const MIN_COPY_BYTES = 64 * 1024;
export const MAX_COPY_BYTES = 4 * 1024 * 1024;
/** Versions that are kept of a name. */
export const MAX_COPIES = 10;
/** Names that one net VM keeps copies of. */
export const MAX_COPY_NAMES = 20;
export const MAX_COPY_NUMBER = 0x7fff_ffff;

/** The size that hides a length in bytes: the smallest power of two from 64 KiB to 4 MiB that holds it; null when none does. */
export function sizeClassOf(length: number): number | null {
  let size = MIN_COPY_BYTES;
  while (size < length) size *= 2;
  return size <= MAX_COPY_BYTES ? size : null;
}

/** True for 64 KiB, 128 KiB and so on to 4 MiB. */
export function isSizeClass(length: number): boolean {
  return length > 0 && sizeClassOf(length) === length;
}
