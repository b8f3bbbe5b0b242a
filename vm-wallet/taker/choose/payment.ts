import { sumSats, type Sats } from '../../../shared/bitcoin/amount.ts';
import type { Random } from '../../../shared/crypto/random.ts';
import type { Nick, OfferType } from '../../../shared/jm/command.ts';
import { chooseMakers, type Choose } from './algorithms.ts';
import { filterOffers, type BookOffer, type Candidate, type FeeLimits, type LeftOut } from './candidate.ts';

/** Offers for a CoinJoin, or why there are too few. */
export type Choice =
  | {
      readonly outcome: 'chosen';
      readonly makers: readonly Candidate[];
      readonly amount: Sats;
      readonly totalFee: Sats;
      /** What the taker pays to the miner in a sweep, fixed by the choice; null for payments. */
      readonly sweepMinerFee: bigint | null;
    }
  | { readonly outcome: 'too-few'; readonly found: number; readonly leftOut: LeftOut };

/** What makers are wanted for. */
export interface Wanted {
  readonly makers: number;
  readonly types: readonly OfferType[];
  readonly limits: FeeLimits;
  readonly isIgnored: (maker: Nick) => boolean;
  readonly choose: Choose;
  readonly random: Random;
}

/** Chooses makers for a given amount. Sizes are compared strictly, as the reference does (protocol/coinjoin.md §3.1). */
export function chooseForAmount(book: readonly BookOffer[], amount: Sats, wanted: Wanted): Choice {
  const { candidates, leftOut } = filterOffers(book, {
    ...wanted,
    amount,
    fits: (offer) => offer.minsize < amount && offer.maxsize > amount,
    subtractTxfee: true,
  });
  const makers = chooseMakers(candidates, wanted.makers, wanted.choose, wanted.random);
  if (makers === null) return { outcome: 'too-few', found: candidates.length, leftOut };
  return {
    outcome: 'chosen',
    makers,
    amount,
    totalFee: sumSats(makers.map((maker) => maker.fee)),
    sweepMinerFee: null,
  };
}
