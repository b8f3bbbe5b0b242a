import { JmError } from '../../shared/errors.ts';
import { labelRecord } from './schema/validators.js';

/** A file that is no list of labels. */
export class LabelFileError extends JmError<'file-bad-label' | 'file-too-many-labels'> {}

/** Longest line of a label file, in bytes, and most lines. */
export const MAX_LINE_BYTES = 4096;
export const MAX_LINES = 100_000;

/** One line of a label file (BIP329). Types that we do not know are kept as they are. */
export interface LabelRecord {
  readonly type: string;
  /** A txid, an address, `txid:vout`, or whatever else the type says. */
  readonly ref: string;
  /** At most 255 characters. */
  readonly label?: string;
  /** Of an output: false when it is frozen. */
  readonly spendable?: boolean;
}

/**
 * Reads a label file: a JSON object on each line, empty lines left out (BIP329).
 * @throws LabelFileError that names the first line that is wrong.
 */
export function parseLabelFile(file: Uint8Array): LabelRecord[] {
  const records: LabelRecord[] = [];
  let number = 0;
  for (let start = 0; start < file.length;) {
    const feed = file.indexOf(0x0a, start);
    const end = feed === -1 ? file.length : feed;
    number += 1;
    if (number > MAX_LINES) {
      throw new LabelFileError('file-too-many-labels', `The file has more than ${MAX_LINES} lines`, {
        cure: 'Split it, and import the parts one after the other.',
      });
    }
    const record = parseLine(file.subarray(start, end), number);
    if (record !== null) records.push(record);
    start = end + 1;
  }
  return records;
}

/** A record as a line of a label file. */
export function formatLabel(record: LabelRecord): string {
  return JSON.stringify(record);
}

function parseLine(line: Uint8Array, number: number): LabelRecord | null {
  if (line.length > MAX_LINE_BYTES) throw badLine(number, `is longer than ${MAX_LINE_BYTES} bytes`);
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line);
    if (text.trim() === '') return null;
    value = JSON.parse(text);
  } catch (cause) {
    throw badLine(number, 'is not JSON', cause);
  }
  if (!isLabelRecord(value))
    throw badLine(number, 'is not a label as BIP329 has it, of at most 255 characters');
  const { type, ref, label, spendable } = value;
  return {
    type,
    ref,
    ...(label === undefined ? {} : { label }),
    ...(spendable === undefined ? {} : { spendable }),
  };
}

function isLabelRecord(value: unknown): value is LabelRecord {
  return labelRecord(value);
}

function badLine(number: number, what: string, cause?: unknown): LabelFileError {
  return new LabelFileError('file-bad-label', `Line ${number} ${what}`, {
    cure: 'Nothing was imported. Correct the line or take it out.',
    cause,
  });
}
