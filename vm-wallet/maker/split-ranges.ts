import { sats } from '../../shared/bitcoin/amount.ts';
import { fractionOf } from '../../shared/jm/coinjoin-fee.ts';
import type { Offer } from '../../shared/jm/command.ts';

/**
 * Shares the sizes between a relative and an absolute offer of one maker: below the size at which both cost a taker the same the
 * relative one is cheaper, above it the absolute one (protocol/coinjoin.md §10.2, peers.md M2). Takers would choose so anyhow, so an
 * offer that is nowhere the cheaper one is left out.
 * @param blur What the size of the split is multiplied with, near 1.
 */
export function splitRanges(relative: Offer | undefined, absolute: Offer | undefined, blur: number): Offer[] {
  if (relative === undefined || absolute === undefined) {
    return [relative, absolute].filter((offer) => offer !== undefined);
  }
  const same = sameCost(relative, absolute);
  // Before it meets a blur of 0, which would make no number of it.
  if (same === Infinity) return [relative];
  const split = Math.round(same * blur);
  if (split < Number(relative.minsize)) return [absolute];
  if (split > Number(absolute.maxsize)) return [relative];
  const at = sats(split);
  const below = { ...relative, maxsize: at < relative.maxsize ? at : relative.maxsize };
  const above = { ...absolute, minsize: at > absolute.minsize ? at : absolute.minsize };
  return [below, above];
}

/** The size in sats for which a taker pays the same net of the contributions; infinite when the relative fee is nothing. */
function sameCost(relative: Offer, absolute: Offer): number {
  const { numerator, denominator } = fractionOf(relative.cjfee);
  const difference = BigInt(absolute.cjfee) - absolute.txfee + relative.txfee;
  return numerator === 0n ? Infinity : Number((difference * denominator) / numerator);
}
