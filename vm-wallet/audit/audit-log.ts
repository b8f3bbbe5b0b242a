import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../../shared/crypto/random.ts';
import { makePrivateFolder, syncFolder } from '../../shared/files/durable-write.ts';
import { AuditError, tampered } from './audit-error.ts';
import {
  BEGINNING,
  openLine,
  parseLine,
  sealLine,
  type AuditLine,
  type ChainPosition,
} from './audit-line.ts';
import type { AuditEntry } from './entry.ts';
import { endOfLines, linesFromEnd } from './lines.ts';

/** Where a wallet's log is, and what seals it. */
export interface AuditPlace {
  readonly file: string;
  readonly key: Uint8Array;
  readonly random: Random;
}

/** The log of a data directory's wallet. */
export function auditFileIn(dataDir: string, wallet: string): string {
  return path.join(dataDir, 'audit', `${wallet}.log`);
}

/**
 * An append-only file of sealed entries, each with a hash over the one before it. The wallet file knows where it ends: the log may be
 * ahead of that by whole entries, when the process was killed between the two, and never behind.
 */
export class AuditLog {
  readonly #place: AuditPlace;
  #position: ChainPosition;
  #size: number;

  private constructor(place: AuditPlace, position: ChainPosition, size: number) {
    this.#place = place;
    this.#position = position;
    this.#size = size;
  }

  /**
   * Opens the log, and reads it from its end: at least back to what the wallet file knows of, and further while `wanted` says so.
   * A line that was torn by a crash is cut off.
   * @returns The log, and the entries that were wanted, the newest first.
   * @throws AuditError `audit-tampered`
   */
  static open(
    place: AuditPlace,
    known: ChainPosition,
    wanted: (entry: AuditEntry) => boolean,
  ): { readonly log: AuditLog; readonly entries: readonly AuditEntry[] } {
    const { file } = place;
    if (!existsSync(file)) {
      if (known.entries > 0) throw tampered(file, `it is missing, and had ${known.entries} entries`);
      return { log: new AuditLog(place, BEGINNING, 0), entries: [] };
    }
    const descriptor = openLog(file, 'r+');
    try {
      const { size } = fstatSync(descriptor);
      const end = endOfLines(descriptor, size);
      const { position, entries } = readBack(place, descriptor, end, known, wanted);
      if (end < size) {
        ftruncateSync(descriptor, end);
        fsyncSync(descriptor);
      }
      return { log: new AuditLog(place, position, end), entries };
    } finally {
      closeSync(descriptor);
    }
  }

  /** Where the log ends. */
  get position(): ChainPosition {
    return this.#position;
  }

  /** Adds an entry. When this returns, it survives a power cut; when it throws, it is not in the log. @throws AuditError */
  append(entry: AuditEntry): void {
    const { line, after } = sealLine(entry, this.#position, this.#place);
    const { file } = this.#place;
    const isNew = this.#size === 0;
    const descriptor = openLog(file, isNew ? 'a' : 'r+');
    try {
      if (fstatSync(descriptor).size !== this.#size) throw tampered(file, 'something else wrote to it');
      writeDurably(descriptor, line, this.#size, file);
      if (isNew) syncFolder(path.dirname(file));
    } finally {
      closeSync(descriptor);
    }
    this.#size += line.length;
    this.#position = after;
  }
}

/** Goes back through the log. Each line is judged once the one before it is known. */
function readBack(
  { file, key }: AuditPlace,
  descriptor: number,
  end: number,
  known: ChainPosition,
  wanted: (entry: AuditEntry) => boolean,
): { readonly position: ChainPosition; readonly entries: readonly AuditEntry[] } {
  let newest: AuditLine | null = null;
  let later: AuditLine | null = null;
  const entries: AuditEntry[] = [];
  const judge = (line: AuditLine, before: ChainPosition): boolean => {
    const entry = openLine(line, before, key);
    if (entry === null) throw tampered(file, `entry ${line.index} does not follow the one before it`);
    if (line.index === known.entries && line.hash !== known.head) {
      throw tampered(file, `entry ${line.index} is another one`);
    }
    if (!wanted(entry)) return line.index > known.entries;
    entries.push(entry);
    return true;
  };
  for (const text of linesFromEnd(descriptor, end)) {
    const line = parseLine(text);
    if (line === null) throw tampered(file, 'a line is unreadable');
    newest ??= line;
    if (newest.index < known.entries) {
      throw tampered(file, `it has ${newest.index} entries, and had ${known.entries}`);
    }
    const before = { entries: line.index, head: line.hash };
    if (later !== null && !judge(later, before)) return { position: positionOf(newest), entries };
    later = line;
  }
  if (later !== null) judge(later, BEGINNING);
  const position = newest === null ? BEGINNING : positionOf(newest);
  if (position.entries < known.entries) {
    throw tampered(file, `it has ${position.entries} entries, and had ${known.entries}`);
  }
  return { position, entries };
}

function positionOf({ index, hash }: AuditLine): ChainPosition {
  return { entries: index, head: hash };
}

function openLog(file: string, flags: 'a' | 'r+'): number {
  try {
    makePrivateFolder(path.dirname(file));
    return openSync(file, flags, 0o600);
  } catch (cause) {
    throw unwritten(file, cause);
  }
}

/** All of it or nothing, so that a full disk does not leave half a line for the next entry to follow. */
function writeDurably(descriptor: number, bytes: Uint8Array, start: number, file: string): void {
  try {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(descriptor, bytes, written, bytes.length - written, start + written);
    }
    fsyncSync(descriptor);
  } catch (cause) {
    ftruncateSync(descriptor, start);
    throw unwritten(file, cause);
  }
}

function unwritten(file: string, cause: unknown): AuditError {
  return new AuditError('audit-write-failed', `The audit log ${file} can't be written`, {
    cure: 'Check free space and permissions. Nothing is signed that was not written down first.',
    cause,
  });
}
