import { FREEZE_ALL, type ReusePolicy } from './reuse-policy.ts';
import { LOOKAHEAD } from './watch-list.ts';

export interface ScanProgress {
  readonly height: number;
  readonly target: number;
  readonly blocksPerSecond: number;
  readonly secondsLeft: number;
  /** Blocks fetched because a filter matched. */
  readonly fetched: number;
}

/** What a scan can be told, whoever looks for the coins. */
export interface ScanOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Milliseconds on a monotonic clock. */
  readonly clock?: () => number;
  /** Addresses to watch behind the last used one of each branch. */
  readonly lookahead?: number;
  /** What is frozen on arrival. */
  readonly reusePolicy?: ReusePolicy;
}

/** The options with what holds where nothing was said. */
export function withDefaults({
  signal,
  onProgress = () => undefined,
  clock = () => performance.now(),
  lookahead = LOOKAHEAD,
  reusePolicy = FREEZE_ALL,
}: ScanOptions): Required<Omit<ScanOptions, 'signal'>> & { readonly signal: AbortSignal | undefined } {
  return { signal, onProgress, clock, lookahead, reusePolicy };
}
