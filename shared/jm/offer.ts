import { isMoney, sats, type Sats } from '../bitcoin/amount.ts';
import type { DecimalText, Offer, OfferType } from './command.ts';

/** The reference's dust threshold: no offer is smaller, no maker's change either (protocol/coinjoin.md §1). */
export const DUST_THRESHOLD = sats(27_300n);

export const OFFER_TYPES: readonly OfferType[] = [
  'reloffer',
  'absoffer',
  'swreloffer',
  'swabsoffer',
  'sw0reloffer',
  'sw0absoffer',
];

/** True for the types whose fee is a fraction of the amount. */
export function isRelative(type: OfferType): boolean {
  return type.endsWith('reloffer');
}

/** True when the word names an offer type. */
export function isOfferType(word: string): word is OfferType {
  return (OFFER_TYPES as readonly string[]).includes(word);
}

const INTEGER = /^(0|[1-9][0-9]{0,15})$/u;
const OID = /^(0|[1-9][0-9]{0,18})$/u;
const DECIMAL = /^[0-9]+(\.[0-9]+)?$/u;
const MAX_DECIMAL_LENGTH = 20;

/** A fixed-point decimal, or null. The length is bounded because exact arithmetic grows with it (peers.md A13). */
export function parseDecimal(text: string): DecimalText | null {
  return text.length <= MAX_DECIMAL_LENGTH && DECIMAL.test(text) ? (text as DecimalText) : null;
}

/** What became of an announcement. */
export type OfferOutcome =
  | { readonly outcome: 'offer'; readonly offer: Offer }
  /** The oid was fine and the rest was not: an earlier offer under it is withdrawn. */
  | { readonly outcome: 'withdrawn'; readonly oid: number }
  | { readonly outcome: 'ignored' };

const IGNORED: OfferOutcome = { outcome: 'ignored' };

/**
 * Reads `oid minsize maxsize txfee cjfee` by the reference's order-book rules (messages.md §3.2), but with plain
 * decimals only. More fields than five are ignored; a minsize below the dust threshold is raised to it.
 */
export function parseOffer(type: OfferType, fields: readonly string[]): OfferOutcome {
  const [oidText, minText, maxText, txfeeText, cjfeeText] = fields;
  if (cjfeeText === undefined || oidText === undefined || !OID.test(oidText)) return IGNORED;
  const oid = Number(oidText);
  if (!Number.isSafeInteger(oid)) return IGNORED;
  const withdrawn: OfferOutcome = { outcome: 'withdrawn', oid };
  const minsize = parseSats(minText);
  const maxsize = parseSats(maxText);
  const txfee = parseSats(txfeeText);
  const cjfee = isRelative(type) ? parseFraction(cjfeeText) : parseSats(cjfeeText);
  if (minsize === null || maxsize === null || txfee === null || cjfee === null) return withdrawn;
  const raised = minsize < DUST_THRESHOLD ? DUST_THRESHOLD : minsize;
  if (raised > maxsize) return withdrawn;
  return {
    outcome: 'offer',
    offer: { type, oid, minsize: raised, maxsize, txfee, cjfee: cjfeeText as DecimalText },
  };
}

/** `type oid minsize maxsize txfee cjfee`. */
export function formatOffer(offer: Offer): string {
  return `${offer.type} ${offer.oid} ${offer.minsize} ${offer.maxsize} ${offer.txfee} ${offer.cjfee}`;
}

function parseSats(text: string | undefined): Sats | null {
  if (text === undefined || !INTEGER.test(text)) return null;
  const value = BigInt(text);
  return isMoney(value) ? value : null;
}

function parseFraction(text: string): DecimalText | null {
  const decimal = parseDecimal(text);
  return decimal !== null && Number(decimal) < 1 ? decimal : null;
}
