import { isMoney, type Sats } from '../../shared/bitcoin/amount.ts';
import { JmError } from '../../shared/errors.ts';

/** A payment link that can't be followed. */
export class PaymentLinkError extends JmError<'usage'> {}

/** What a `bitcoin:` link asks for (BIP21). The address is not checked here. */
export interface PaymentLink {
  readonly address: string;
  readonly amount: Sats | null;
  /** Whom it pays; null when the link does not say. */
  readonly label: string | null;
  /** Every other parameter, decoded. We follow none of them. */
  readonly others: Readonly<Record<string, string>>;
}

const LINK = /^bitcoin:(?<address>[a-z0-9]{1,100})(?:\?(?<query>.*))?$/isu;
const AMOUNT = /^(?<whole>[0-9]{1,8})(?:\.(?<fraction>[0-9]{1,8}))?$/u;

/** True when the text claims to be a payment link. */
export function isPaymentLink(text: string): boolean {
  return /^bitcoin:/iu.test(text);
}

/**
 * Reads a `bitcoin:` link. Amounts are in bitcoin with at most eight decimals; a parameter that it requires and we don't
 * know, or one that comes twice, makes the link unusable.
 * @throws PaymentLinkError
 */
export function parsePaymentLink(text: string): PaymentLink {
  const groups = LINK.exec(text)?.groups;
  const address = groups?.['address'];
  if (address === undefined) throw unusable('It has no address');
  const parameters = parseQuery(groups?.['query'] ?? '');
  const { amount, label, ...others } = parameters;
  const required = Object.keys(others).find((name) => name.startsWith('req-'));
  if (required !== undefined) throw unusable(`It requires ${JSON.stringify(required)}, which we do not know`);
  return {
    address,
    amount: amount === undefined ? null : parseBitcoin(amount),
    label: label ?? null,
    others,
  };
}

function parseQuery(query: string): Record<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&').filter((text) => text !== '')) {
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    if (parameters.has(name)) throw unusable(`It has ${JSON.stringify(name)} twice`);
    parameters.set(name, equals === -1 ? '' : decode(part.slice(equals + 1)));
  }
  return Object.fromEntries(parameters);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unusable('It has a broken % sequence');
  }
}

function parseBitcoin(text: string): Sats {
  const { whole, fraction = '' } = AMOUNT.exec(text)?.groups ?? {};
  const value = whole === undefined ? -1n : BigInt(whole) * 100_000_000n + BigInt(fraction.padEnd(8, '0'));
  if (!isMoney(value)) throw unusable(`${JSON.stringify(text)} is not an amount in bitcoin`);
  return value;
}

function unusable(reason: string): PaymentLinkError {
  return new PaymentLinkError('usage', `This payment link can't be used. ${reason}`, {
    cure: 'Ask the receiver for a plain address and amount.',
  });
}
