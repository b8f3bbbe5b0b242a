import { sats, type Sats } from '../bitcoin/amount.ts';
import type { DecimalText, Offer } from './command.ts';
import { isRelative } from './offer.ts';

/** A decimal as an exact fraction with a power of ten below it. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `0.00025` as 25 / 100000. */
export function fractionOf(decimal: DecimalText): Fraction {
  const [whole = '0', digits = ''] = decimal.split('.');
  return { numerator: BigInt(whole + digits), denominator: 10n ** BigInt(digits.length) };
}

/** numerator / denominator to the nearest integer, halves to the even one. Both must be non-negative. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice < denominator) return quotient;
  if (twice > denominator) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
}

/**
 * What a maker earns for a CoinJoin of `amount`: exact decimal arithmetic, half-even to whole sats
 * (protocol/coinjoin.md §1). Maker and taker must agree to the sat.
 */
export function coinjoinFee(offer: Pick<Offer, 'type' | 'cjfee'>, amount: Sats): Sats {
  if (!isRelative(offer.type)) return sats(BigInt(offer.cjfee));
  const { numerator, denominator } = fractionOf(offer.cjfee);
  return sats(divideHalfEven(numerator * amount, denominator));
}
