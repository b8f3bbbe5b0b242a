import { AddressError, scriptOfAddress } from '../bitcoin/address.ts';
import { isMoney, sats, type Sats } from '../bitcoin/amount.ts';
import type { Network } from '../bitcoin/network.ts';
import { isTxid, type Txid } from '../bitcoin/outpoint.ts';
import { JmError } from '../errors.ts';
import { divideHalfEven } from './coinjoin-fee.ts';

/** A line of a schedule that does not have its form. */
export class ScheduleError extends JmError<'bad-schedule'> {}

/** Significant figures that mean: do not round. */
export const NO_ROUNDING = 16;

/** Amounts that come out smaller are raised to this (protocol/coinjoin.md §1). */
export const MINIMUM_SCHEDULED = sats(100_000n);

/** What an entry sends. */
export type ScheduledAmount =
  | { readonly kind: 'sweep' }
  | { readonly kind: 'sats'; readonly sats: Sats }
  /** Of the mixdepth's balance before the first entry that spends from it; above 0 and below 1. */
  | { readonly kind: 'fraction'; readonly fraction: number };

/** One CoinJoin of a schedule (protocol/coinjoin.md §9.1). */
export interface ScheduleEntry {
  readonly mixdepth: number;
  readonly amount: ScheduledAmount;
  readonly makers: number;
  /** An address, `INTERNAL` for the next mixdepth, or `addrask` to ask the user when it is needed. */
  readonly destination: string;
  /** Minutes to wait behind the confirmation. */
  readonly wait: number;
  /** Significant figures of a fractional amount, `NO_ROUNDING` for all of them. */
  readonly rounding: number;
  /** `broadcast` with a txid while it waits for a confirmation. */
  readonly progress:
    | { readonly state: 'to-do' }
    | { readonly state: 'done' }
    | { readonly state: 'broadcast'; readonly txid: Txid };
}

const SMALL_NUMBER = /^(0|[1-9][0-9]{0,2})$/u;
const INTEGER = /^(0|[1-9][0-9]{0,15})$/u;
const DECIMAL = /^[0-9]{1,9}(\.[0-9]{1,30})?$/u;

/**
 * Reads a schedule file. Stricter than the reference: no negative numbers, no exponents, at least one maker.
 * @throws ScheduleError naming the line.
 */
export function parseSchedule(text: string, network: Network): ScheduleEntry[] {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines.flatMap((line, index) => (line.startsWith('#') ? [] : [parseEntry(line, index + 1, network)]));
}

/** A schedule as a file, without comments and without a newline at the end, as the reference writes it. */
export function formatSchedule(entries: readonly ScheduleEntry[]): string {
  return entries.map(formatEntry).join('\n');
}

/**
 * Writes progress into field 7 of a schedule, line by line; comments and all other fields stay as they are.
 * @param progress Of each entry, in order; what is missing stays.
 */
export function markSchedule(text: string, progress: readonly ScheduleEntry['progress'][]): string {
  let number = 0;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('#') || line.trim() === '') return line;
      const mark = progress[number];
      number += 1;
      return mark === undefined ? line : line.replace(/[^,]*$/u, formatProgress(mark));
    })
    .join('\n');
}

/**
 * What an entry sends from a mixdepth that held `balance` before its entries: fractions are cut to whole sats, rounded to
 * their figures and raised to `minimum` (protocol/coinjoin.md §9.2). 0n is a sweep. Rounding may exceed the balance.
 */
export function scheduledSats(
  entry: Pick<ScheduleEntry, 'amount' | 'rounding'>,
  balance: Sats,
  minimum = MINIMUM_SCHEDULED,
): Sats {
  const { amount, rounding } = entry;
  if (amount.kind === 'sweep') return sats(0n);
  if (amount.kind === 'sats') return amount.sats;
  const exact = sats(Math.trunc(amount.fraction * Number(balance)));
  const rounded = rounding === NO_ROUNDING ? exact : roundToFigures(exact, rounding);
  return rounded < minimum ? minimum : rounded;
}

/** The amount with so many significant figures, halves to even (protocol/coinjoin.md §9.5). */
export function roundToFigures(amount: Sats, figures: number): Sats {
  const surplus = amount.toString().length - figures;
  if (surplus <= 0) return amount;
  const unit = 10n ** BigInt(surplus);
  return sats(divideHalfEven(amount, unit) * unit);
}

function parseEntry(line: string, number: number, network: Network): ScheduleEntry {
  const fields = line.split(',').map((field) => field.trim());
  const [mixdepth, amountText, makers, destination, wait, rounding, progressText] = fields;
  if (
    fields.length !== 7 ||
    mixdepth === undefined ||
    amountText === undefined ||
    makers === undefined ||
    destination === undefined ||
    wait === undefined ||
    rounding === undefined ||
    progressText === undefined
  ) {
    throw bad(number, `has ${fields.length} fields instead of 7`);
  }
  const amount = parseScheduledAmount(amountText);
  const progress = parseProgress(progressText);
  if (!SMALL_NUMBER.test(mixdepth)) throw bad(number, 'has a bad mixdepth');
  if (amount === null) throw bad(number, 'has a bad amount');
  if (!SMALL_NUMBER.test(makers) || makers === '0') throw bad(number, 'has a bad number of makers');
  if (!isDestination(destination, network)) throw bad(number, `has no ${network} address`);
  if (!DECIMAL.test(wait)) throw bad(number, 'has a bad waiting time');
  if (!SMALL_NUMBER.test(rounding) || Number(rounding) < 1 || Number(rounding) > NO_ROUNDING) {
    throw bad(number, 'has a bad rounding');
  }
  if (progress === null) throw bad(number, 'has a bad completion flag');
  return {
    mixdepth: Number(mixdepth),
    amount,
    makers: Number(makers),
    destination,
    wait: Number(wait),
    rounding: Number(rounding),
    progress,
  };
}

/** Reads the amount of an entry: whole sats, or a fraction below 1 with a point; `0` sweeps. Null for anything else. */
export function parseScheduledAmount(text: string): ScheduledAmount | null {
  if (text.includes('.')) {
    const fraction = DECIMAL.test(text) ? Number(text) : 0;
    return fraction > 0 && fraction < 1 ? { kind: 'fraction', fraction } : null;
  }
  if (!INTEGER.test(text)) return null;
  const value = BigInt(text);
  if (!isMoney(value)) return null;
  return value === 0n ? { kind: 'sweep' } : { kind: 'sats', sats: value };
}

function parseProgress(text: string): ScheduleEntry['progress'] | null {
  if (text === '0') return { state: 'to-do' };
  if (text === '1') return { state: 'done' };
  return isTxid(text) ? { state: 'broadcast', txid: text } : null;
}

function isDestination(text: string, network: Network): boolean {
  if (text === 'INTERNAL' || text === 'addrask') return true;
  try {
    scriptOfAddress(text, network);
    return true;
  } catch (error) {
    if (error instanceof AddressError) return false;
    throw error;
  }
}

function formatEntry(entry: ScheduleEntry): string {
  const { mixdepth, makers, destination, wait, rounding } = entry;
  return [
    mixdepth,
    formatScheduledAmount(entry.amount),
    makers,
    destination,
    decimalText(wait),
    rounding,
    formatProgress(entry.progress),
  ].join(',');
}

/** The amount of an entry as `parseScheduledAmount` reads it. */
export function formatScheduledAmount(amount: ScheduledAmount): string {
  switch (amount.kind) {
    case 'sweep':
      return '0';
    case 'sats':
      return amount.sats.toString();
    case 'fraction':
      return decimalText(amount.fraction);
  }
}

function formatProgress(progress: ScheduleEntry['progress']): string {
  switch (progress.state) {
    case 'to-do':
      return '0';
    case 'done':
      return '1';
    case 'broadcast':
      return progress.txid;
  }
}

/** The shortest decimal that reads back as the same number, always with a point and never with an exponent. */
function decimalText(value: number): string {
  const text = value.toString();
  const [mantissa = '', exponent] = text.split('e-');
  if (exponent === undefined) return text.includes('.') ? text : `${text}.0`;
  return `0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('.', '')}`;
}

function bad(line: number, reason: string): ScheduleError {
  return new ScheduleError('bad-schedule', `Line ${line} of the schedule ${reason}`, {
    cure: 'Write mixdepth,amount,makers,destination,minutes,rounding,completed, for example 0,0.25,9,INTERNAL,30.0,16,0.',
  });
}
