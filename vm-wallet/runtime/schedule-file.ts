import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Network } from '../../shared/bitcoin/network.ts';
import { isTxid } from '../../shared/bitcoin/outpoint.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { replaceFile } from '../../shared/files/durable-write.ts';
import { formatSchedule, markSchedule, parseSchedule, type ScheduleEntry } from '../../shared/jm/schedule.ts';
import type { ReadonlyEntry } from '../tumbler/next-move.ts';
import { TumblerError } from '../tumbler/tumbler-error.ts';

const MAX_BYTES = 1_000_000;

/** Reads a schedule file. @throws TumblerError `schedule-missing`, ScheduleError that names the line. */
export function readSchedule(file: string, network: Network): ScheduleEntry[] {
  return parseSchedule(readText(file), network);
}

/** Writes back how far each entry is, in place of the last field; comments stay. On disk when it returns. */
export function writeProgress(file: string, entries: readonly ReadonlyEntry[]): void {
  const before = readText(file);
  const after = markSchedule(before, entries.map(progressOf));
  if (after !== before) replaceFile(file, utf8(after));
}

/** True when the file still has the entries that it was read with, whatever their progress. */
export function isSameSchedule(one: readonly ScheduleEntry[], other: readonly ScheduleEntry[]): boolean {
  const plain = (entries: readonly ScheduleEntry[]): string =>
    formatSchedule(entries.map((entry) => ({ ...entry, progress: { state: 'to-do' } })));
  return plain(one) === plain(other);
}

/** What the wallet keeps of a schedule, as it stood in the file. @throws ScheduleError */
export function scheduleOf(entries: readonly ReadonlyEntry[], network: Network): ScheduleEntry[] {
  const lines = entries.map(({ mixdepth, amount, makers, destination, wait, rounding }) =>
    [mixdepth, amount, makers, destination, wait, rounding, 0].join(','),
  );
  return parseSchedule(lines.join('\n'), network);
}

/** What field 7 says of an entry. */
function progressOf({ status, txids }: ReadonlyEntry): ScheduleEntry['progress'] {
  switch (status) {
    case 'done':
      return { state: 'done' };
    case 'broadcast': {
      const txid = txids.at(-1);
      return txid !== undefined && isTxid(txid) ? { state: 'broadcast', txid } : { state: 'to-do' };
    }
    case 'waiting':
    case 'signing':
      return { state: 'to-do' };
  }
}

function readText(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > MAX_BYTES) {
    throw new TumblerError('schedule-missing', `There is no schedule at ${file}`, {
      cure: 'Give the path of a text file of at most 1 MB.',
    });
  }
  return readFileSync(file, 'utf8');
}
