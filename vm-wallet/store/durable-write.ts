import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Makes a folder that only its owner can enter. */
export function makePrivateFolder(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/**
 * Replaces a file as a whole: write beside it, fsync, rename, fsync the folder. When this returns, the new content survives a
 * power cut; when it throws or the process dies, the old content is untouched.
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
  renameSync(staging, file);
  syncFolder(path.dirname(file));
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
