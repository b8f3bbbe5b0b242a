import type { Sats } from '../../shared/bitcoin/amount.ts';
import { bondValue } from '../../shared/jm/bond/value.ts';

/** A day in a bond's life. */
export interface ValueAt {
  readonly what: 'funded' | 'lock ends' | 'half decayed' | 'worth nothing';
  /** Unix seconds. */
  readonly at: number;
  readonly value: number;
}

/**
 * What a bond weighs over its life (protocol/crypto.md §5.5): the same while it is locked, and then less and less, until as much time
 * has gone by as it was locked.
 * @param bond Times in Unix seconds.
 */
export function valueOverTime(bond: {
  readonly value: Sats;
  readonly confirmedAt: number;
  readonly locktime: number;
  readonly interestRate: number;
  readonly exponent: number;
}): readonly ValueAt[] {
  const { confirmedAt, locktime } = bond;
  const locked = locktime - confirmedAt;
  const days = [
    ['funded', confirmedAt],
    ['lock ends', locktime],
    ['half decayed', locktime + Math.floor(locked / 2)],
    ['worth nothing', locktime + locked],
  ] as const;
  return days.map(([what, at]) => ({ what, at, value: bondValue({ ...bond, now: at }) }));
}
