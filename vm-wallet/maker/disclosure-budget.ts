import type { ReadonlyState } from '../store/wallet-store.ts';

/** How often a maker shows coins and addresses: twice as often as it may sign, so that probers can't walk through the wallet. */
export const MAX_DISCLOSURES_PER_HOUR = 120;
export const MAX_DISCLOSURES_PER_DAY = 1000;

const HOUR = 3600;
const DAY = 86_400;

/**
 * True while one more disclosure stays within the budgets (design: rule 12).
 * @param rounds All rounds on disk; a maker's round is written exactly when it discloses.
 * @param now Unix seconds.
 */
export function mayDisclose(
  rounds: readonly Pick<ReadonlyState['rounds'][string], 'role' | 'startedAt'>[],
  now: number,
): boolean {
  const since = (seconds: number): number =>
    rounds.filter(({ role, startedAt }) => role === 'maker' && now - startedAt < seconds).length;
  return since(HOUR) < MAX_DISCLOSURES_PER_HOUR && since(DAY) < MAX_DISCLOSURES_PER_DAY;
}
