import { isMoney, sats, type Sats } from '../../../shared/bitcoin/amount.ts';
import { coinjoinFee, divideHalfEven, fractionOf } from '../../../shared/jm/coinjoin-fee.ts';
import { isRelative } from '../../../shared/jm/offer.ts';
import { filterOffers, type BookOffer, type Candidate } from './candidate.ts';
import type { Choice, Wanted } from './payment.ts';

/**
 * Chooses makers so that everything is spent: the amount follows from the inputs, the fees and the miner fee
 * (protocol/coinjoin.md §3.3).
 * @param total Sum of the inputs.
 * @param minerFee Estimated miner fee of the whole transaction, in sats.
 */
export function chooseForSweep(
  book: readonly BookOffer[],
  total: Sats,
  minerFee: bigint,
  wanted: Wanted,
): Choice {
  const { candidates, leftOut } = filterOffers(book, {
    ...wanted,
    amount: total,
    fits: (offer) => offer.minsize < total && offer.maxsize > total - minerFee,
    subtractTxfee: false,
  });
  const tooFew: Choice = { outcome: 'too-few', found: candidates.length, leftOut };
  let rest: readonly Candidate[] = candidates;
  let chosen: readonly Candidate[] = [];
  for (;;) {
    while (chosen.length < wanted.makers) {
      if (rest.length === 0) return tooFew;
      const pick = wanted.choose(rest, wanted.makers, wanted.random);
      chosen = [...chosen, pick];
      rest = rest.filter((candidate) => candidate.maker !== pick.maker);
    }
    const sum = sweepAmount(chosen, total, minerFee);
    if (sum === null) return tooFew;
    const fitting = chosen.filter(({ offer }) => offer.minsize <= sum.amount && sum.amount <= offer.maxsize);
    if (fitting.length === chosen.length) {
      return {
        outcome: 'chosen',
        makers: chosen.map((maker) => ({ ...maker, fee: coinjoinFee(maker.offer, sum.amount) })),
        amount: sum.amount,
        totalFee: sum.totalFee,
        sweepMinerFee: minerFee,
      };
    }
    chosen = fitting;
  }
}

/** The CoinJoin amount that uses up `total`, or null when the fees eat it. */
function sweepAmount(
  chosen: readonly Candidate[],
  total: Sats,
  minerFee: bigint,
): { readonly amount: Sats; readonly totalFee: Sats } | null {
  let absolute = 0n;
  let contributed = 0n;
  // Σ of the relative fees as one exact fraction over a power of ten.
  let numerator = 0n;
  let denominator = 1n;
  for (const { offer } of chosen) {
    contributed += offer.txfee;
    if (!isRelative(offer.type)) {
      absolute += BigInt(offer.cjfee);
      continue;
    }
    const rate = fractionOf(offer.cjfee);
    const common = rate.denominator > denominator ? rate.denominator : denominator;
    numerator = numerator * (common / denominator) + rate.numerator * (common / rate.denominator);
    denominator = common;
  }
  const own = minerFee > contributed ? minerFee - contributed : 0n;
  const spendable = total - own - absolute;
  if (spendable <= 0n) return null;
  const amount = divideHalfEven(spendable * denominator, denominator + numerator);
  const totalFee = absolute + (amount * numerator) / denominator;
  return isMoney(amount) && isMoney(totalFee) ? { amount: sats(amount), totalFee: sats(totalFee) } : null;
}
