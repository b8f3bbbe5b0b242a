import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** How late timers were, in seconds. */
export interface LagSample {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;
const NO_LAG: LagSample = { median: 0, p99: 0, most: 0 };

/** Watches how late the event loop is. Whoever turns it once a minute gets the worse of the last two minutes. */
export class LoopLag {
  readonly #histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #before: LagSample = NO_LAG;

  constructor() {
    this.#histogram.enable();
  }

  sample(): LagSample {
    const now = this.#current();
    return {
      median: Math.max(now.median, this.#before.median),
      p99: Math.max(now.p99, this.#before.p99),
      most: Math.max(now.most, this.#before.most),
    };
  }

  /** Begins a new period and forgets the one before the last. */
  turn(): void {
    this.#before = this.#current();
    this.#histogram.reset();
  }

  stop(): void {
    this.#histogram.disable();
  }

  #current(): LagSample {
    if (this.#histogram.count === 0) return NO_LAG;
    return {
      median: lagOf(this.#histogram.percentile(50)),
      p99: lagOf(this.#histogram.percentile(99)),
      most: lagOf(this.#histogram.max),
    };
  }
}

/** The histogram holds the time from one tick to the next, of which one interval is meant to be. */
function lagOf(nanoseconds: number): number {
  return Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1000);
}
