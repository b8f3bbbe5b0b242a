import type { Allowance } from '../../store/state.ts';
import type { Moment } from './usage.ts';

/** Whether an allowance holds now. A clock that was set back does not prolong it beyond what blocks show to be over. */
export function isOpen(
  { from, until }: Pick<Allowance, 'from' | 'until'>,
  { now, blockTime }: Moment,
): boolean {
  return now >= from && now < until && blockTime < until;
}

/** The position of the first allowance that is open and has room for this many sats; -1 when there is none. */
export function allowanceFor(
  allowances: readonly Readonly<Allowance>[],
  moment: Moment,
  outflow: bigint,
): number {
  return allowances.findIndex(
    (allowance) => isOpen(allowance, moment) && BigInt(allowance.spent) + outflow <= BigInt(allowance.upTo),
  );
}
