/** One line of the benchmark. */
export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** What the Python reference reached on a comparable two-core machine, where that is known. */
  readonly reference?: number;
  /** Measures once and returns the figure, with a remark where one is due. */
  run(): Promise<Measured> | Measured;
}

export interface Measured {
  readonly value: number;
  readonly note?: string;
}

/** Calls `work` for about `seconds` and returns calls per second, the best of three stretches. */
export function perSecond(work: (index: number) => void, seconds = 0.6): Measured {
  let best = 0;
  let index = 0;
  for (let stretch = 0; stretch < 3; stretch += 1) {
    const start = performance.now();
    const end = start + (seconds * 1000) / 3;
    let calls = 0;
    let now = start;
    while (now < end) {
      work(index);
      index += 1;
      calls += 1;
      now = performance.now();
    }
    best = Math.max(best, (calls * 1000) / (now - start));
  }
  return { value: best };
}
