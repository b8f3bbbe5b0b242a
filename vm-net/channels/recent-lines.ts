import { createHash } from 'node:crypto';

const WINDOW_MS = 30_000;
const MAX_LINES = 20_000;

/**
 * Remembers lines for half a minute, so that a message that several directories relay is taken once (protocol/onion-channel.md
 * §6.2). Time is milliseconds on a monotonic clock.
 */
export class RecentLines {
  readonly #seen = new Map<string, number>();

  /** True when the same line was added within the window. */
  has(line: string, now: number): boolean {
    const before = this.#seen.get(digest(line));
    return before !== undefined && now - before < WINDOW_MS;
  }

  add(line: string, now: number): void {
    const key = digest(line);
    this.#seen.delete(key);
    this.#seen.set(key, now);
    for (const [oldest, at] of this.#seen) {
      if (this.#seen.size <= MAX_LINES && now - at < WINDOW_MS) break;
      this.#seen.delete(oldest);
    }
  }
}

function digest(line: string): string {
  return createHash('sha256').update(line).digest('base64');
}
