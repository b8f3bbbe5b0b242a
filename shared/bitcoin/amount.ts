import { JmError } from '../errors.ts';

declare const satsBrand: unique symbol;

/** An amount in satoshis, 0 to 21 million bitcoin. Plain `bigint` arithmetic on it must pass `sats()` again. */
export type Sats = bigint & { readonly [satsBrand]: true };

/** 21 million bitcoin in satoshis. */
export const MAX_MONEY = 2_100_000_000_000_000n;

/** An amount outside 0 … 21 million bitcoin. */
export class AmountError extends JmError<'amount-out-of-range' | 'amount-not-integer'> {}

/**
 * Makes an amount from whole satoshis.
 * @throws AmountError when the value is not an integer from 0 to MAX_MONEY.
 */
export function sats(value: bigint | number): Sats {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new AmountError('amount-not-integer', `${value} is not a whole number of satoshis`);
  }
  const amount = BigInt(value);
  if (!isMoney(amount)) {
    throw new AmountError('amount-out-of-range', `${amount} sat is outside 0 to ${MAX_MONEY} sat`);
  }
  return amount;
}

/** True when the value is a possible amount of money. */
export function isMoney(value: bigint): value is Sats {
  return value >= 0n && value <= MAX_MONEY;
}

/** Sum of amounts. @throws AmountError when the sum exceeds MAX_MONEY. */
export function sumSats(amounts: Iterable<Sats>): Sats {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return sats(total);
}

/** `123456789n` as `1.23456789`: bitcoin with eight decimals. */
export function formatBitcoin(amount: bigint): string {
  const sign = amount < 0n ? '-' : '';
  const absolute = amount < 0n ? -amount : amount;
  return `${sign}${absolute / 100_000_000n}.${(absolute % 100_000_000n).toString().padStart(8, '0')}`;
}
