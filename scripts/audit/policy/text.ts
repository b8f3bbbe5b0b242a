import { isUtf8 } from 'node:buffer';
import { PolicyError } from './policy-error.ts';

/** A line that says something: neither blank nor a comment. */
export interface PolicyLine {
  readonly line: number;
  readonly text: string;
}

/**
 * The code points that separate fields. Not JavaScript's `\s`: the separators 0x1c to 0x1f and 0x85 count here, and the byte order
 * mark does not.
 */
const WHITE_SPACE: ReadonlySet<number> = new Set([
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
]);

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The lines of a policy file, of either format. @throws PolicyError `bad-utf8` */
export function policyLines(bytes: Uint8Array, file: string): readonly PolicyLine[] {
  const lines: PolicyLine[] = [];
  for (const [index, raw] of decode(bytes, file)
    .split(/\r\n|\r|\n/u)
    .entries()) {
    const [first] = fieldsOf(raw);
    if (first === undefined || first.startsWith('#')) continue;
    lines.push({ line: index + 1, text: raw });
  }
  return lines;
}

/** The parts of a line between white space. */
export function fieldsOf(text: string): readonly string[] {
  const fields: string[] = [];
  let field = '';
  for (const character of text) {
    if (!WHITE_SPACE.has(character.codePointAt(0) ?? 0)) {
      field += character;
    } else if (field !== '') {
      fields.push(field);
      field = '';
    }
  }
  if (field !== '') fields.push(field);
  return fields;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    // A byte order mark stays: to Qubes it is part of the first field.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PolicyError('bad-utf8', { file, line: undecodableLine(bytes) }, 'the bytes are not UTF-8');
  }
}

function undecodableLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
    if (!isUtf8(bytes.subarray(start, index))) break;
    start = index + 1;
    if (byte !== LINE_FEED || bytes[index - 1] !== CARRIAGE_RETURN) line += 1;
  }
  return line;
}
