import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { openXChaCha, sealXChaCha } from '../store/xchacha.ts';
import { decodeEntry, encodeEntry, type AuditEntry } from './entry.ts';

/** A place in the chain of entries. */
export interface ChainPosition {
  /** Entries up to here. */
  readonly entries: number;
  /** Hash of the last of them, hex. */
  readonly head: string;
}

/** Where a log begins. */
export const BEGINNING: ChainPosition = { entries: 0, head: '00'.repeat(32) };

/** A line as it is in the file: `index hash sealed`, in decimal, hex and base64. */
export interface AuditLine {
  readonly index: number;
  readonly hash: string;
  readonly sealed: string;
}

const DOMAIN = 'jm-split/audit-line/v1';
const NONCE_BYTES = 24;
const LINE = /^(?<index>[1-9][0-9]{0,14}) (?<hash>[0-9a-f]{64}) (?<sealed>[A-Za-z0-9+/]+={0,2})$/u;

/** Seals an entry behind a position. @returns The line, and where the chain ends with it. */
export function sealLine(
  entry: AuditEntry,
  before: ChainPosition,
  { key, random }: { readonly key: Uint8Array; readonly random: Random },
): { readonly line: Uint8Array; readonly after: ChainPosition } {
  const index = before.entries + 1;
  const nonce = random.bytes(NONCE_BYTES);
  const sealed = concat(nonce, sealXChaCha(key, nonce, headerOf(index, before.head), encodeEntry(entry)));
  const head = hashOf(before.head, index, sealed);
  return { line: utf8(`${index} ${head} ${toBase64(sealed)}\n`), after: { entries: index, head } };
}

/** Reads a line without its end; null when it is none. */
export function parseLine(text: string): AuditLine | null {
  const { index, hash, sealed } = LINE.exec(text)?.groups ?? {};
  return index === undefined || hash === undefined || sealed === undefined
    ? null
    : { index: Number(index), hash, sealed };
}

/** The entry in a line that follows a position; null when it does not follow, or was changed. */
export function openLine(line: AuditLine, before: ChainPosition, key: Uint8Array): AuditEntry | null {
  if (line.index !== before.entries + 1) return null;
  try {
    const sealed = fromBase64(line.sealed);
    if (hashOf(before.head, line.index, sealed) !== line.hash) return null;
    const nonce = sealed.subarray(0, NONCE_BYTES);
    return decodeEntry(
      openXChaCha(key, nonce, headerOf(line.index, before.head), sealed.subarray(NONCE_BYTES)),
    );
  } catch {
    // Neither base64 with a wrong end nor bytes that do not authenticate were written by us.
    return null;
  }
}

function headerOf(index: number, previous: string): Uint8Array {
  return utf8(`${DOMAIN}|${index}|${previous}`);
}

function hashOf(previous: string, index: number, sealed: Uint8Array): string {
  return toHex(sha256(concat(utf8(`${DOMAIN}|${index}|`), fromHex(previous), sealed)));
}
