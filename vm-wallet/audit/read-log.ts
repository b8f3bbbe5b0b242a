import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { BEGINNING, openLine, parseLine, type ChainPosition } from './audit-line.ts';
import type { AuditPlace } from './audit-log.ts';
import type { AuditEntry } from './entry.ts';
import { endOfLines, linesFromStart } from './lines.ts';

/** What a whole log came to. */
export interface LogReading {
  /** How many entries hold, from the first one on. */
  readonly holding: number;
  /** What is wrong behind them; null when all is well. */
  readonly fault: string | null;
  /** Whether a crash left half a line behind the last entry; the next act cuts it off. */
  readonly torn: boolean;
}

/**
 * Reads a log from its first line to its last, and checks each. It changes nothing.
 * @param known Where the log ends as far as the wallet file knows.
 * @param each Gets every entry that holds.
 */
export function readLog(
  { file, key }: Pick<AuditPlace, 'file' | 'key'>,
  known: ChainPosition,
  each: (entry: AuditEntry, index: number) => void = () => undefined,
): LogReading {
  if (!existsSync(file)) return judged(BEGINNING, known, { isAnother: false, torn: false });
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const end = endOfLines(descriptor, size);
    let position = BEGINNING;
    let isAnother = false;
    for (const text of linesFromStart(descriptor, end)) {
      const line = parseLine(text);
      const entry = line === null ? null : openLine(line, position, key);
      if (line === null || entry === null) {
        const fault = `entry ${position.entries + 1} is not what this wallet wrote there`;
        return { holding: position.entries, fault, torn: false };
      }
      position = { entries: line.index, head: line.hash };
      isAnother ||= position.entries === known.entries && position.head !== known.head;
      each(entry, line.index);
    }
    return judged(position, known, { isAnother, torn: end < size });
  } finally {
    closeSync(descriptor);
  }
}

function judged(
  position: ChainPosition,
  known: ChainPosition,
  { isAnother, torn }: { readonly isAnother: boolean; readonly torn: boolean },
): LogReading {
  const holding = position.entries;
  if (holding < known.entries) {
    return { holding, fault: `the wallet wrote ${known.entries} entries; the last ones are missing`, torn };
  }
  return {
    holding,
    fault: isAnother ? `entry ${known.entries} is another one than the wallet wrote` : null,
    torn,
  };
}
