import { sumSats } from '../../shared/bitcoin/amount.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { Holding } from '../tumbler/bounds.ts';
import { expectedCost, rateWhenMade, type ExpectedCost } from '../tumbler/expected-cost.ts';
import { usualMakerFee } from '../tumbler/maker-fee.ts';
import type { ReadonlyTumble } from '../tumbler/next-move.ts';
import { movableCoins } from './tumble-surroundings.ts';

/**
 * What is left of a plan is expected to cost so much, by what the wallet holds and remembers; nobody is asked.
 * @param feeRate sat/kvB; what miners asked when the plan was made, where nobody knows better.
 */
export function expectedCostOf(
  tumble: ReadonlyTumble,
  state: ReadonlyState,
  feeRate = rateWhenMade(tumble.limits),
): ExpectedCost {
  const holdings = new Map<number, Holding>();
  for (let mixdepth = 0; mixdepth < state.mixdepths; mixdepth += 1) {
    const coins = movableCoins({ store: { state } }, mixdepth);
    if (coins.length === 0) continue;
    holdings.set(mixdepth, { total: sumSats(coins.map(({ value }) => value)), coins: coins.length });
  }
  return expectedCost(tumble, holdings, state.mixdepths, { feeRate, makerFee: usualMakerFee(state) });
}
