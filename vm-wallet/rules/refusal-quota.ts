const WINDOW_SECONDS = 3600;
/** Refusals that are written down in an hour: enough to see what goes on, and under 30 MB of disk a year. */
export const REFUSALS_PER_HOUR = 10;

/**
 * Keeps whoever provokes refusals from filling the disk.
 * @param uptime Seconds on a clock that nobody can set.
 */
export class RefusalQuota {
  readonly #uptime: () => number;
  #written: number[] = [];
  #unlogged = 0;

  constructor(uptime: () => number) {
    this.#uptime = uptime;
  }

  /** Whether one more refusal may be written: how many before it were not, or null when it may not either. */
  take(): number | null {
    const now = this.#uptime();
    this.#written = this.#written.filter((time) => now - time < WINDOW_SECONDS);
    if (this.#written.length >= REFUSALS_PER_HOUR) {
      this.#unlogged += 1;
      return null;
    }
    this.#written.push(now);
    const unlogged = this.#unlogged;
    this.#unlogged = 0;
    return unlogged;
  }
}
