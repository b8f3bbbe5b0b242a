/** Failures of one entry behind which the plan pauses and a person must look. */
export const MAX_FAILURES = 6;

const GROWTH = 4;
const LONGEST_SECONDS = 3 * 60 * 60;

/** Seconds to wait behind the so-manieth failure in a row: four times as long as behind the one before, at most three hours. */
export function pauseAfter(failures: number, retrySeconds: number): number {
  return Math.min(LONGEST_SECONDS, retrySeconds * GROWTH ** (failures - 1));
}
