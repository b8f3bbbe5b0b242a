const MINUTE_MS = 60_000;

/** How fast a counter grew over the last minute, from readings of it. Times are milliseconds on a monotonic clock. */
export class LastMinute {
  readonly #readings: { readonly at: number; readonly count: number }[];

  /** The counter's value at the start. */
  constructor(count: number, now: number) {
    this.#readings = [{ at: now, count }];
  }

  /** Notes the counter, every few seconds. Keeps no more than it needs for a minute. */
  read(count: number, now: number): void {
    this.#readings.push({ at: now, count });
    while (this.#readings.length > 2 && now - (this.#readings[1]?.at ?? now) >= MINUTE_MS) {
      this.#readings.shift();
    }
  }

  /** Events a second from the reading a minute ago, or the first, until now. */
  perSecond(count: number, now: number): number {
    const since = this.#readings.findLast(({ at }) => now - at >= MINUTE_MS) ?? this.#readings[0];
    if (since === undefined || now <= since.at) return 0;
    return ((count - since.count) * 1000) / (now - since.at);
  }
}
