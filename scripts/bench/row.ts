import { median } from './median.ts';

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

const WARM_UP_MS = 200;
const STRETCHES = 5;

/** Calls `work` until it is warm, then for about `seconds`, and returns calls per second: the median of five stretches. */
export function perSecond(work: (index: number) => void, seconds = 1): Measured {
  let index = 0;
  const stretch = (milliseconds: number): number => {
    const first = index;
    const start = performance.now();
    let now = start;
    while (now < start + milliseconds) {
      work(index);
      index += 1;
      now = performance.now();
    }
    return ((index - first) * 1000) / (now - start);
  };
  stretch(WARM_UP_MS);
  return { value: median(Array.from({ length: STRETCHES }, () => stretch((seconds * 1000) / STRETCHES))) };
}

/** Milliseconds that `work` takes: the median of several calls, behind one that does not count. */
export async function milliseconds(work: () => unknown, repetitions = 5): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call <= repetitions; call += 1) {
    const start = performance.now();
    await work();
    if (call > 0) times.push(performance.now() - start);
  }
  return median(times);
}
