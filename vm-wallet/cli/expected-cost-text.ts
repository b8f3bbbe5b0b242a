import type { ExpectedCost } from '../tumbler/expected-cost.ts';
import { amountText } from './terminal.ts';

/** What a plan is expected to cost, and by what that was reckoned. */
export function expectedCostRows({
  total,
  makerFees,
  minerFees,
  feeRate,
  makerFee,
}: ExpectedCost): readonly string[] {
  const { relative, joins } = makerFee;
  const source =
    joins === 0 ? 'what makers ask unless told otherwise' : `the median of your last ${joins} CoinJoin(s)`;
  return [
    `expected to cost about ${amountText(total)}, which is no limit:`,
    `  ${amountText(makerFees)} to makers, at ${(relative * 100).toFixed(4)} % each: ${source}`,
    `  ${amountText(minerFees)} to miners, at ${feeRate / 1000} sat/vB`,
  ];
}
