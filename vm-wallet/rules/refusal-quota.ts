const WINDOW_SECONDS = 3600;
/** Refusals that are written down in an hour: enough to see what goes on, and under 30 MB of disk a year. */
export const REFUSALS_PER_HOUR = 10;

/**
 * Keeps whoever provokes refusals from filling the disk, and from making the wallet write for each: in an hour so many are written
 * down, and of those about the same thing one.
 * @param uptime Seconds on a clock that nobody can set.
 */
export class RefusalQuota {
  readonly #uptime: () => number;
  #written: { readonly at: number; readonly about: string }[] = [];
  #unlogged = 0;

  constructor(uptime: () => number) {
    this.#uptime = uptime;
  }

  /**
   * Whether one more refusal may be written: how many before it were not, or null when it may not either.
   * @param about A round, a transaction, a coin.
   */
  take(about: string): number | null {
    const now = this.#uptime();
    this.#written = this.#written.filter(({ at }) => now - at < WINDOW_SECONDS);
    if (this.#written.length >= REFUSALS_PER_HOUR || this.#written.some((one) => one.about === about)) {
      this.#unlogged += 1;
      return null;
    }
    this.#written.push({ at: now, about });
    const unlogged = this.#unlogged;
    this.#unlogged = 0;
    return unlogged;
  }
}
