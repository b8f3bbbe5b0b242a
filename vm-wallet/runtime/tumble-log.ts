import { appendFileSync, chmodSync } from 'node:fs';
import path from 'node:path';

/** Appends lines to `tumble.log` in the data directory, which only its owner can read. It names transactions and amounts, and no secret. */
export function openTumbleLog(dataDir: string, now: () => number): (text: string) => void {
  const file = path.join(dataDir, 'tumble.log');
  appendFileSync(file, '', { mode: 0o600 });
  chmodSync(file, 0o600);
  return (text) => {
    appendFileSync(file, `${timeText(now())} ${text.replaceAll('\n', '\n  ')}\n`);
  };
}

/** A time in UTC to the second. @param seconds Unix seconds. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
