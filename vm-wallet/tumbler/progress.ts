import type { Random } from '../../shared/crypto/random.ts';
import type { TumbleEntry, TumbleState } from '../store/state.ts';
import { MAX_FAILURES, pauseAfter } from './failures.ts';
import { tweak } from './tweak.ts';

/** The steps of a plan, each made inside one commit of the wallet file. */

/** Begins an entry: what its mixdepth holds is fixed for all of its fractions. */
export function begin(tumble: TumbleState, base: bigint): void {
  const entry = tumble.entries[tumble.current];
  if (entry === undefined || tumble.base?.mixdepth === entry.mixdepth) return;
  tumble.base = { mixdepth: entry.mixdepth, balance: base.toString() };
}

/** Writes down that signatures are about to be made for an entry: which coins, and what it costs. */
export function beginSigning(tumble: TumbleState, coins: readonly string[], cost: bigint): void {
  const entry = tumble.entries[tumble.current];
  if (entry === undefined) return;
  entry.status = 'signing';
  entry.coins = [...coins];
  entry.cost = cost.toString();
}

/** The entry's transaction is signed and booked. */
export function noteSigned(tumble: TumbleState, txid: string): void {
  const entry = tumble.entries[tumble.current];
  if (entry === undefined) return;
  entry.status = 'broadcast';
  entry.txids = [...entry.txids.filter((other) => other !== txid), txid];
}

/** No signature left for the entry, or what left came to nothing. */
export function takeBack(tumble: TumbleState): void {
  const entry = tumble.entries[tumble.current];
  if (entry === undefined) return;
  entry.status = 'waiting';
  entry.coins = [];
  entry.cost = '0';
}

/**
 * The entry is done: its transaction is in a block, or there was nothing to do.
 * @param now Unix seconds.
 * @param txid Null when there was nothing to do, and so nothing to wait for.
 */
export function complete(tumble: TumbleState, now: number, txid: string | null): void {
  const entry = tumble.entries[tumble.current];
  if (entry === undefined) return;
  entry.status = 'done';
  if (txid !== null) entry.txids = [...entry.txids.filter((other) => other !== txid), txid];
  tumble.current += 1;
  tumble.failures = 0;
  if (tumble.entries[tumble.current]?.mixdepth !== entry.mixdepth || entry.amount === '0') tumble.base = null;
  tumble.notBefore = txid === null ? now : now + Math.round(entry.wait * 60);
}

/**
 * An attempt failed: it is tweaked (never in a schedule that the user wrote) and tried again behind a pause, and in the end left to a
 * person.
 */
export function fail(tumble: TumbleState, now: number, reason: string, random: Random): void {
  tumble.failures += 1;
  if (tumble.failures >= MAX_FAILURES) {
    pause(tumble, `${tumble.failures} attempts failed; the last one: ${reason}`);
    return;
  }
  const { minimumMakers, retrySeconds } = tumble.limits;
  if (tumble.file === null) tweak(tumble.entries, tumble.current, minimumMakers, random);
  tumble.notBefore = now + pauseAfter(tumble.failures, retrySeconds);
}

/** Puts off the next attempt without counting a failure. */
export function putOff(tumble: TumbleState, until: number): void {
  tumble.notBefore = Math.max(tumble.notBefore, until);
}

/** Stops the plan until it is resumed. @param reason Null for the user's wish. */
export function pause(tumble: TumbleState, reason: string | null): void {
  if (isOver(tumble)) return;
  tumble.status = 'paused';
  tumble.reason = reason === null ? null : reason.slice(0, 400);
}

/** Lets the plan run; behind a pause the entry gets all its attempts again. */
export function start(tumble: TumbleState, now: number): void {
  if (isOver(tumble)) return;
  if (tumble.status === 'paused') {
    tumble.failures = 0;
    if (tumble.reason !== null) tumble.notBefore = Math.min(tumble.notBefore, now);
  }
  tumble.status = 'running';
  tumble.reason = null;
}

/** Ends the plan. What is signed stays signed. */
export function cancel(tumble: TumbleState): void {
  if (!isOver(tumble)) tumble.status = 'cancelled';
}

/** True when a plan is done or cancelled: another one may take its place. */
export function isOver({ status }: Pick<TumbleState, 'status'>): boolean {
  return status === 'done' || status === 'cancelled';
}

/** What all entries have cost so far, in sats. */
export function costSoFar(entries: readonly Pick<TumbleEntry, 'cost'>[]): bigint {
  return entries.reduce((sum, { cost }) => sum + BigInt(cost), 0n);
}

/** Opens the maker session before the current entry. */
export function openSession(tumble: TumbleState, now: number): void {
  tumble.session = { entry: tumble.current, until: now + Math.round(tumble.makerHours * 3600) };
}

/** Ends the maker session early. */
export function closeSession(tumble: TumbleState, now: number): void {
  if (tumble.session !== null) tumble.session = { entry: tumble.session.entry, until: now };
}
