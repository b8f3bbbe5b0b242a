import type { TumbleEntry } from '../store/state.ts';

/** Entries that spend from one mixdepth, one behind the other. */
export interface Run {
  readonly mixdepth: number;
  /** Number of the first entry. */
  readonly start: number;
  /** Number of the entry behind the last one. */
  readonly end: number;
}

/** The runs of a plan, in order. */
export function runsOf(entries: readonly Pick<TumbleEntry, 'mixdepth'>[]): Run[] {
  const runs: Run[] = [];
  for (const [number, { mixdepth }] of entries.entries()) {
    const last = runs.at(-1);
    if (last?.mixdepth === mixdepth) runs[runs.length - 1] = { ...last, end: number + 1 };
    else runs.push({ mixdepth, start: number, end: number + 1 });
  }
  return runs;
}

/** The run that an entry belongs to. @throws Error when there is no such entry. */
export function runAt(entries: readonly Pick<TumbleEntry, 'mixdepth'>[], number: number): Run {
  const run = runsOf(entries).find(({ start, end }) => start <= number && number < end);
  if (run === undefined) throw new Error(`there is no entry ${number}`);
  return run;
}

/**
 * True before the first piece of a mixdepth that is emptied in several: there the wallet may be a maker for a while. The plan's last
 * mixdepth is one sweep, so that no maker's round moves coins behind it.
 */
export function isSessionDue(
  entries: readonly Pick<TumbleEntry, 'mixdepth' | 'destination'>[],
  number: number,
): boolean {
  if (number === 0 || number >= entries.length) return false;
  const { start, end } = runAt(entries, number);
  return start === number && end - start > 1 && end < entries.length;
}
