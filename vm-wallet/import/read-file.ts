import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { JmError } from '../../shared/errors.ts';

/** A file that the user named can't be used. */
export class ReadFileError extends JmError<'file-unreadable' | 'file-too-large'> {}

/** Most bytes of a file that is brought in. The largest wallet that the reference ever wrote has a few. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Reads a regular file of at most 64 MiB. @throws ReadFileError */
export function readBoundedFile(file: string, limit = MAX_FILE_BYTES): Uint8Array {
  let descriptor;
  try {
    descriptor = openSync(file, 'r');
  } catch (cause) {
    throw unreadable(file, cause);
  }
  try {
    const about = fstatSync(descriptor);
    if (!about.isFile()) throw unreadable(file);
    if (about.size > limit) {
      throw new ReadFileError('file-too-large', `${file} is larger than ${limit / 1024 / 1024} MiB`, {
        cure: 'This is not the file you mean; look again.',
      });
    }
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(file: string, cause?: unknown): ReadFileError {
  return new ReadFileError('file-unreadable', `${file} can't be read`, {
    cure: 'Check its name and its permissions.',
    cause,
  });
}
