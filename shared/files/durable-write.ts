import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { JmError } from '../errors.ts';

/** Makes a folder that only its owner can enter. */
export function makePrivateFolder(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/** The file has its new content, but nobody knows whether that survives a power cut. */
export class UncertainWriteError extends JmError<'write-uncertain'> {}

/**
 * Replaces a file as a whole: write beside it, fsync, rename, fsync the folder. When this returns, the new content survives a
 * power cut; when it throws or the process dies, the old content is untouched.
 * @throws UncertainWriteError when only the last step failed.
 */
export function replaceFile(file: string, content: Uint8Array): void {
  const staging = `${file}.new`;
  const descriptor = openSync(staging, 'w', 0o600);
  try {
    let written = 0;
    while (written < content.length) written += writeSync(descriptor, content, written);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    unlinkSync(staging);
    throw error;
  }
  closeSync(descriptor);
  try {
    renameSync(staging, file);
  } catch (error) {
    unlinkSync(staging);
    throw error;
  }
  try {
    syncFolder(path.dirname(file));
  } catch (cause) {
    throw new UncertainWriteError('write-uncertain', `${file} was replaced, but may be lost in a power cut`, {
      cause,
    });
  }
}

/** Makes a rename or a new entry in a folder durable. */
export function syncFolder(directory: string): void {
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
