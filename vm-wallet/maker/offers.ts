import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import type { MakerConfig } from '../../shared/config/joinmarket-cfg.ts';
import type { Random } from '../../shared/crypto/random.ts';
import type { DecimalText, Offer } from '../../shared/jm/command.ts';
import { DUST_THRESHOLD, parseDecimal } from '../../shared/jm/offer.ts';

/** How the maker offers: from joinmarket.cfg, or the command line over it. */
export interface OfferSettings extends Omit<MakerConfig, 'orderType'> {
  readonly orderType: MakerConfig['orderType'] | 'both';
}

/**
 * Draws the offers for the largest mixdepth's balance, blurred as the reference's privacy-enhanced maker does it
 * (protocol/coinjoin.md §10.2). Empty when there is too little to offer.
 */
export function drawOffers(balances: readonly Sats[], settings: OfferSettings, random: Random): Offer[] {
  const largest = balances.reduce((most, balance) => (balance > most ? balance : most), sats(0n));
  const kinds = settings.orderType === 'both' ? (['reloffer', 'absoffer'] as const) : [settings.orderType];
  return kinds.flatMap((kind, oid) => {
    const offer = drawOffer(kind, oid, largest, settings, random);
    return offer === null ? [] : [offer];
  });
}

function drawOffer(
  kind: MakerConfig['orderType'],
  oid: number,
  largest: Sats,
  settings: OfferSettings,
  random: Random,
): Offer | null {
  const { feeFactor, sizeFactor, txFeeContribution, txFeeContributionFactor } = settings;
  const blur = (value: number, factor: number): number => value * (1 + factor * (2 * random.unit() - 1));
  // Everything below goes by the fee as it will be announced.
  const relativeText = blur(Number(settings.feeRelative), feeFactor).toFixed(6);
  const relative = Number(relativeText);
  let txfee = Math.trunc(blur(txFeeContribution, txFeeContributionFactor));
  const smallest =
    kind === 'reloffer' && relative > 0
      ? Math.max(Math.trunc((1.5 * txfee) / relative), settings.minSize)
      : settings.minSize;
  const minsize = Math.max(Math.trunc(blur(smallest, sizeFactor)), Number(DUST_THRESHOLD));
  if (kind === 'reloffer') txfee = profitableContribution(txfee, relative * minsize);
  const room = Number(largest) - Math.max(Number(DUST_THRESHOLD), txfee);
  const maxsize = Math.trunc(room * (1 - sizeFactor * random.unit()));
  if (minsize > maxsize) return null;
  const cjfee =
    kind === 'reloffer'
      ? fixedPoint(relativeText)
      : fixedPoint(String(Math.trunc(blur(settings.feeAbsolute, feeFactor)) + txfee));
  return {
    type: `sw0${kind}`,
    oid,
    minsize: sats(minsize),
    maxsize: sats(maxsize),
    txfee: sats(txfee),
    cjfee,
  };
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
