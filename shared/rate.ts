/** Allows so many events or bytes a second on average, and bursts up to a number. Time is milliseconds. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perMs = perSecond / 1000;
    this.#burst = burst;
    this.#tokens = burst;
    this.#at = now;
  }

  /** Takes what something costs, or says that there is not enough and takes nothing. */
  take(now: number, cost = 1): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Puts back what was taken for something that did not happen after all; the next `take` finds no more than the burst. */
  giveBack(cost = 1): void {
    this.#tokens += cost;
  }
}

/** A bucket for each key, with a bound on how many keys are remembered. */
export class KeyedBuckets {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #maxKeys: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(perSecond: number, burst: number, maxKeys = 10_000) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#maxKeys = maxKeys;
  }

  take(key: string, now: number): boolean {
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      const [oldest] = this.#buckets.keys();
      if (this.#buckets.size >= this.#maxKeys && oldest !== undefined) this.#buckets.delete(oldest);
      bucket = new TokenBucket(this.#perSecond, this.#burst, now);
    } else {
      // Whoever speaks goes to the end, so that strangers push out only who is silent.
      this.#buckets.delete(key);
    }
    this.#buckets.set(key, bucket);
    return bucket.take(now);
  }

  forget(key: string): void {
    this.#buckets.delete(key);
  }
}
