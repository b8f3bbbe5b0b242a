/** Relative fees that joinmarket-ng's makers ask, lowest first (peers.md M4). */
const RELATIVE_STEPS = [
  '0.00002',
  '0.00005',
  '0.0001',
  '0.0002',
  '0.0005',
  '0.001',
  '0.002',
  '0.005',
  '0.01',
  '0.02',
  '0.05',
  '0.1',
] as const;

/** Distance between absolute fees, and the highest of them, in sats. */
const ABSOLUTE_STEP = 100;
const HIGHEST_ABSOLUTE = 10_000;

/** The step that is nearest to a relative fee by ratio, as it is written. No fee stays no fee. */
export function relativeOnGrid(fee: number): string {
  if (fee <= 0) return '0';
  const distance = (step: string): number => Math.abs(Math.log(Number(step) / fee));
  return RELATIVE_STEPS.reduce((nearest, step) => (distance(step) < distance(nearest) ? step : nearest));
}

/**
 * The step that is nearest to an absolute fee, in sats. A fee that is not zero never becomes zero.
 * @param least What the fee has to cover: the step is not below it, unless it is above the grid.
 */
export function absoluteOnGrid(fee: number, least = 0): number {
  if (fee <= 0) return Math.max(0, least);
  const floor = Math.max(least, ABSOLUTE_STEP);
  const nearest = Math.round(fee / ABSOLUTE_STEP) * ABSOLUTE_STEP;
  const step = nearest < floor ? Math.ceil(floor / ABSOLUTE_STEP) * ABSOLUTE_STEP : nearest;
  return Math.max(Math.min(step, HIGHEST_ABSOLUTE), least);
}
