import type { Sats } from '../../bitcoin/amount.ts';

const SECONDS_PER_YEAR = 31_556_952;

/**
 * What a bond weighs when makers are chosen, in sat^exponent (protocol/crypto.md §5.5). Local policy, so binary floats do.
 * Times are Unix seconds.
 */
export function bondValue(bond: {
  readonly value: Sats;
  readonly confirmedAt: number;
  readonly locktime: number;
  readonly now: number;
  readonly interestRate: number;
  readonly exponent: number;
}): number {
  const { interestRate } = bond;
  const locked = (bond.locktime - bond.confirmedAt) / SECONDS_PER_YEAR;
  const late = Math.max(0, bond.now / SECONDS_PER_YEAR - bond.locktime / SECONDS_PER_YEAR);
  const gained = Math.min(1, Math.exp(interestRate * locked) - 1);
  const lost = Math.min(1, Math.exp(interestRate * late) - 1);
  const share = Math.max(0, Math.min(1, gained - lost));
  return (Number(bond.value) * share) ** bond.exponent;
}
