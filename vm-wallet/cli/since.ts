import { UsageError } from './failure.ts';

const DAY = 86_400;

/**
 * Reads `2026-01-31` (the start of that day, UTC) or `30d` (so many days ago).
 * @param now Unix seconds.
 * @returns Unix seconds.
 * @throws UsageError
 */
export function parseSince(text: string, now: number): number {
  const days = /^(?<days>[0-9]{1,5})d$/u.exec(text)?.groups?.['days'];
  if (days !== undefined) return now - Number(days) * DAY;
  const date = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  // 2026-02-30 would be read as a day in March.
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) {
    return date.getTime() / 1000;
  }
  throw new UsageError('usage', `"${text}" is no time to begin at`, {
    cure: 'Give a date like 2026-01-31, or a number of days like 30d.',
  });
}
