import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import type { MakerConfig } from '../../shared/config/maker.ts';
import type { Random } from '../../shared/crypto/random.ts';
import type { DecimalText, Offer } from '../../shared/jm/command.ts';
import { DUST_THRESHOLD, parseDecimal } from '../../shared/jm/offer.ts';
import { absoluteOnGrid, relativeOnGrid } from './fee-grid.ts';
import { splitRanges } from './split-ranges.ts';

/** How the maker offers: from joinmarket.cfg, or the command line over it. */
export type OfferSettings = Pick<
  MakerConfig,
  | 'orderType'
  | 'feeAbsolute'
  | 'feeRelative'
  | 'feeFactor'
  | 'txFeeContribution'
  | 'txFeeContributionFactor'
  | 'minSize'
  | 'sizeFactor'
  | 'feeGrid'
>;

type Kind = 'reloffer' | 'absoffer';

/** Where chance comes from. */
interface Draws {
  readonly random: Random;
  /** The blur of the largest size, 0 to 1. */
  readonly maxsizeBlur: () => number;
}

/**
 * Draws the offers for what the best mixdepth can give, blurred as the reference's privacy-enhanced maker does it
 * (protocol/coinjoin.md §10.2). Of two kinds each gets the sizes for which it is the cheaper one; one that never is falls away.
 * Empty when there is too little to offer.
 * @param reaches What can be spent together in each mixdepth.
 */
export function drawOffers(
  reaches: readonly Sats[],
  settings: OfferSettings,
  random: Random,
  maxsizeBlur: () => number = () => random.unit(),
): Offer[] {
  const largest = reaches.reduce((most, reach) => (reach > most ? reach : most), sats(0n));
  const draws = { random, maxsizeBlur };
  const offered = (kind: Kind, oid: number): Offer[] => {
    const offer = drawOffer(kind, oid, largest, settings, draws);
    return offer === null ? [] : [offer];
  };
  if (settings.orderType !== 'both') return offered(settings.orderType, 0);
  const [relative] = offered('reloffer', 0);
  const [absolute] = offered('absoffer', 1);
  const blur = 1 + settings.sizeFactor * (2 * random.unit() - 1);
  return splitRanges(relative, absolute, blur);
}

function drawOffer(
  kind: Kind,
  oid: number,
  largest: Sats,
  settings: OfferSettings,
  { random, maxsizeBlur }: Draws,
): Offer | null {
  const { feeFactor, sizeFactor, txFeeContribution, txFeeContributionFactor, feeGrid } = settings;
  const blur = (value: number, factor: number): number => value * (1 + factor * (2 * random.unit() - 1));
  // Everything below goes by the fee as it will be announced.
  const drawn = blur(Number(settings.feeRelative), feeFactor);
  const relativeText = feeGrid ? relativeOnGrid(drawn) : drawn.toFixed(6);
  const relative = Number(relativeText);
  let txfee = Math.trunc(blur(txFeeContribution, txFeeContributionFactor));
  const smallest =
    kind === 'reloffer' && relative > 0
      ? Math.max(Math.trunc((1.5 * txfee) / relative), settings.minSize)
      : settings.minSize;
  const minsize = Math.max(Math.trunc(blur(smallest, sizeFactor)), Number(DUST_THRESHOLD));
  if (kind === 'reloffer') txfee = profitableContribution(txfee, relative * minsize);
  const room = Number(largest) - Math.max(Number(DUST_THRESHOLD), txfee);
  const maxsize = Math.trunc(room * (1 - sizeFactor * maxsizeBlur()));
  if (minsize > maxsize) return null;
  const cjfee =
    kind === 'reloffer'
      ? fixedPoint(relativeText)
      : fixedPoint(String(absoluteFee(Math.trunc(blur(settings.feeAbsolute, feeFactor)), txfee, feeGrid)));
  return {
    type: `sw0${kind}`,
    oid,
    minsize: sats(minsize),
    maxsize: sats(maxsize),
    txfee: sats(txfee),
    cjfee,
  };
}

/** The absolute fee pays for the contribution as well. */
function absoluteFee(fee: number, txfee: number, feeGrid: boolean): number {
  return feeGrid ? absoluteOnGrid(fee + txfee, txfee) : fee + txfee;
}

/** A contribution to the miner fee that the smallest join still pays for. */
function profitableContribution(txfee: number, earning: number): number {
  let contribution = txfee;
  for (let halving = 0; halving < 20 && contribution > 0 && contribution >= earning; halving += 1) {
    contribution = Math.trunc(contribution / 2);
  }
  return contribution >= earning ? 0 : contribution;
}

function fixedPoint(text: string): DecimalText {
  const decimal = parseDecimal(text);
  if (decimal === null) throw new RangeError('a fee that is no decimal');
  return decimal;
}
