import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { MAX_COPY_BYTES } from '../../shared/bridge/copies.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { replaceFile } from '../../shared/files/durable-write.ts';
import { BackupError } from './backup-error.ts';
import { looksLikeBackup } from './backup-format.ts';

const MAGIC_BYTES = 8;

/**
 * Refuses a place for a backup where something else would be lost: a file, or, with `force`, a file that is not a backup.
 * @throws BackupError
 */
export function checkPlace(file: string, force: boolean): void {
  if (!existsSync(file)) return;
  if (!force) {
    throw new BackupError('backup-file-exists', `There is a file ${file} already`, {
      cure: 'Choose another name, or give --force to replace an older backup.',
    });
  }
  if (!statSync(file).isFile() || !looksLikeBackup(startOf(file))) {
    throw new BackupError('backup-file-exists', `${file} is not a backup; it is not replaced`, {
      cure: 'Choose another name.',
    });
  }
}

/** Writes a backup durably, and reads it again. @throws BackupError `backup-not-written` */
export function writeBackup(file: string, bytes: Uint8Array): void {
  try {
    replaceFile(file, bytes);
  } catch (cause) {
    throw notWritten(file, cause);
  }
  if (!equalBytes(readBackupFile(file), bytes)) throw notWritten(file);
}

/** The bytes of a backup file. @throws BackupError when it can't be read, or is far too large. */
export function readBackupFile(file: string): Uint8Array {
  try {
    if (statSync(file).size <= MAX_COPY_BYTES) return Uint8Array.from(readFileSync(file));
  } catch (cause) {
    throw new BackupError('backup-file-unreadable', `The backup ${file} can't be read`, {
      cure: 'Check its name and its permissions.',
      cause,
    });
  }
  throw new BackupError('backup-too-large', `${file} is larger than any backup`, {
    cure: 'Check the name of the file.',
  });
}

function startOf(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const start = new Uint8Array(MAGIC_BYTES);
    readSync(descriptor, start);
    return start;
  } finally {
    closeSync(descriptor);
  }
}

function notWritten(file: string, cause?: unknown): BackupError {
  return new BackupError('backup-not-written', `The backup can't be written to ${file}`, {
    cure: 'Check that the folder is there, its permissions and its free space.',
    cause,
  });
}
