import type { Sats } from '../../shared/bitcoin/amount.ts';
import { readAmount } from '../../shared/bitcoin/amount-text.ts';
import { JmError } from '../../shared/errors.ts';

/** Text that is no amount. */
export class AmountTextError extends JmError<'usage'> {}

/** Reads an amount as `readAmount` does. @throws AmountTextError */
export function parseAmount(text: string): Sats {
  const amount = readAmount(text);
  if (amount !== null) return amount;
  throw new AmountTextError('usage', `"${text}" is not an amount`, {
    cure: 'Write 0.01btc, 1000000sat, or 0 to sweep.',
  });
}
