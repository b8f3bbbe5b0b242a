import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Psbt } from 'bitcoinjs-lib';
import { toBase64, utf8 } from '../../shared/crypto/bytes.ts';
import { readBoundedFile } from '../import/read-file.ts';
import { MAX_PSBT_BYTES, readPsbt } from './read-psbt.ts';
import { PsbtError } from './spend-error.ts';

/** Reads a PSBT from a file, or from stdin where its name is `-`. @throws PsbtError, ReadFileError */
export async function loadPsbt(name: string): Promise<Psbt> {
  return readPsbt(name === '-' ? await readStdin() : readBoundedFile(name, MAX_PSBT_BYTES));
}

/** The PSBT as text. */
export function psbtText(psbt: Psbt): string {
  return toBase64(Uint8Array.from(psbt.toBuffer()));
}

/** Writes a PSBT as base64 into a new file. @throws PsbtError `psbt-file-exists`. */
export function savePsbt(file: string, psbt: Psbt): void {
  let descriptor;
  try {
    descriptor = openSync(file, 'wx', 0o600);
  } catch (cause) {
    throw new PsbtError('psbt-file-exists', `${file} is there already, or can't be made`, {
      cure: 'Give another name.',
      cause,
    });
  }
  try {
    writeSync(descriptor, utf8(`${psbtText(psbt)}\n`));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes: unknown = chunk;
    if (!(bytes instanceof Uint8Array)) continue;
    chunks.push(bytes);
    length += bytes.length;
    // One chunk over the limit is enough for the refusal.
    if (length > MAX_PSBT_BYTES) break;
  }
  return Buffer.concat(chunks);
}
