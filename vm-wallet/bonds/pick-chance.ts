/** A market that a bond is put into. */
export interface PickQuestion {
  /** What our bond weighs; 0 for none. */
  readonly worth: number;
  /** What the bonds of all other makers weigh, 0 for those without one. */
  readonly others: readonly number[];
  /** How many makers a taker picks. */
  readonly makers: number;
  /** The share of picks that look at no bond: `bondless_makers_allowance`. */
  readonly allowance: number;
}

/**
 * How likely a taker that chooses by bonds picks us among its makers (protocol/coinjoin.md §3.2): each pick is, with the allowance,
 * any maker, else one by the weight of its bond, and never the same twice. The first pick is exact; for the later ones the others are
 * taken to be gone in proportion to their own chances, which is off by less than a percent or two.
 */
export function pickChance({ worth, others, makers, allowance }: PickQuestion): number {
  const left = Float64Array.from(others, () => 1);
  let missed = 1;
  for (let pick = 0; pick < makers; pick += 1) {
    const rivals = others.length - pick;
    if (rivals <= 0) return 1;
    const weight = others.reduce((sum, value, index) => sum + value * (left[index] ?? 0), 0);
    const total = weight + worth;
    const uniform = 1 / (rivals + 1);
    missed *= 1 - (allowance * uniform + (1 - allowance) * (total > 0 ? worth / total : uniform));
    // Somebody else was picked: that maker is not there for the next pick.
    for (const [index, value] of others.entries()) {
      const there = left[index] ?? 0;
      const byBond = weight > 0 ? value / weight : 1 / rivals;
      left[index] = there * Math.max(0, 1 - (allowance / rivals + (1 - allowance) * byBond));
    }
  }
  return 1 - missed;
}
