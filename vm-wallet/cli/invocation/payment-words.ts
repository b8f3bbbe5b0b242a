import type { PaymentOrder } from '../../spend/destinations.ts';
import { parseAmount } from '../amount.ts';
import { isPaymentLink, parsePaymentLink } from '../bip21.ts';
import { UsageError } from '../failure.ts';

/** What the words of `send` ask for. */
export interface PaymentWords {
  readonly orders: readonly PaymentOrder[];
  /** Whom a payment link says that it pays. */
  readonly label: string | null;
}

/**
 * Reads `AMOUNT DESTINATION`, several such pairs, or one payment link with or without an amount before it.
 * @throws UsageError, AmountTextError, PaymentLinkError
 */
export function readPaymentWords(words: readonly string[]): PaymentWords {
  const [first = '', second = ''] = words;
  if (words.length === 1 && isPaymentLink(first)) return readLink(first, null);
  if (words.length === 2 && isPaymentLink(second)) return readLink(second, first);
  if (words.length === 0 || words.length % 2 === 1) {
    throw new UsageError(
      'usage',
      'Give an amount and a destination, several such pairs, or a bitcoin: link',
      {
        cure: 'For example: jm-wallet send 0.01btc bc1q...',
      },
    );
  }
  const orders: PaymentOrder[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const [amount = '', destination = ''] = words.slice(at, at + 2);
    if (isPaymentLink(destination)) {
      throw new UsageError('usage', 'A bitcoin: link is paid alone');
    }
    orders.push({ amount: parseAmount(amount), destination });
  }
  return { orders, label: null };
}

function readLink(text: string, amount: string | null): PaymentWords {
  const link = parsePaymentLink(text);
  const wanted = amount === null ? link.amount : parseAmount(amount);
  if (wanted === null || (amount === null && wanted === 0n)) {
    throw new UsageError('usage', 'This payment link names no amount', {
      cure: 'Put the amount before it: jm-wallet send 0.01btc bitcoin:...',
    });
  }
  return { orders: [{ amount: wanted, destination: link.address }], label: link.label };
}
