import type { Sats } from '../../../shared/bitcoin/amount.ts';
import type { OutpointKey } from '../../../shared/bitcoin/outpoint.ts';
import type { Nick, Offer, OfferType } from '../../../shared/jm/command.ts';
import { coinjoinFee } from '../../../shared/jm/coinjoin-fee.ts';

/** An offer of a maker in the order book. */
export interface BookOffer {
  readonly maker: Nick;
  readonly offer: Offer;
  /** Weight of its verified fidelity bond; 0 without one. */
  readonly bondValue: number;
  /** The coin of that bond, by which a maker is known again. */
  readonly bond?: OutpointKey;
}

/** An offer that may be chosen, with what it costs. */
export interface Candidate extends BookOffer {
  /** What the maker earns at the amount in question. */
  readonly fee: Sats;
  /** The fee less what the maker pays to the miner; may be negative. */
  readonly netFee: bigint;
}

/** What a taker is ready to pay to one maker. Null is no limit. */
export interface FeeLimits {
  readonly absolute: number | null;
  readonly relative: number | null;
}

/** Why offers were left out, counted, so that the user can be told. */
export interface LeftOut {
  readonly ignored: number;
  readonly wrongType: number;
  readonly wrongSize: number;
  readonly tooExpensive: number;
}

/** Offer types that a native segwit wallet can join. */
export const NATIVE_TYPES: readonly OfferType[] = ['sw0reloffer', 'sw0absoffer'];

/** Offers that fit, the cheapest first, at most one a maker. */
export interface Filtered {
  readonly candidates: readonly Candidate[];
  readonly leftOut: LeftOut;
}

/**
 * Filters the book (protocol/coinjoin.md §3.1, the reference's rules).
 * @param fits The size test, which differs between payments and sweeps.
 * @param subtractTxfee False for sweeps, where fees are compared before the maker's share of the miner fee.
 */
export function filterOffers(
  book: readonly BookOffer[],
  question: {
    readonly amount: Sats;
    readonly types: readonly OfferType[];
    readonly limits: FeeLimits;
    readonly isIgnored: (maker: Nick) => boolean;
    readonly fits: (offer: Offer) => boolean;
    readonly subtractTxfee: boolean;
  },
): Filtered {
  const { amount, types, limits, isIgnored, fits, subtractTxfee } = question;
  const leftOut = { ignored: 0, wrongType: 0, wrongSize: 0, tooExpensive: 0 };
  const cheapest = new Map<Nick, Candidate>();
  for (const entry of book) {
    const { maker, offer } = entry;
    if (isIgnored(maker)) leftOut.ignored += 1;
    else if (!types.includes(offer.type)) leftOut.wrongType += 1;
    else if (!fits(offer)) leftOut.wrongSize += 1;
    else {
      const fee = coinjoinFee(offer, amount);
      const netFee = subtractTxfee ? fee - offer.txfee : fee;
      if (isTooExpensive(netFee, amount, limits)) leftOut.tooExpensive += 1;
      else if (netFee < (cheapest.get(maker)?.netFee ?? netFee + 1n)) {
        cheapest.set(maker, { ...entry, fee, netFee });
      }
    }
  }
  const candidates = [...cheapest.values()].sort((a, b) => Number(a.netFee - b.netFee));
  return { candidates, leftOut };
}

/** Too expensive only when both limits are exceeded, as the reference has it. */
function isTooExpensive(netFee: bigint, amount: Sats, { absolute, relative }: FeeLimits): boolean {
  return (
    (absolute === null || Number(netFee) > absolute) &&
    (relative === null || Number(netFee) > relative * Number(amount)) &&
    (absolute !== null || relative !== null)
  );
}
