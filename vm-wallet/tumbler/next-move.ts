import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { parseScheduledAmount, scheduledSats } from '../../shared/jm/schedule.ts';
import type { TumbleEntry } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { isSessionDue } from './runs.ts';

/** A plan as everyone but a commit sees it. */
export type ReadonlyTumble = NonNullable<ReadonlyState['tumble']>;
export type ReadonlyEntry = ReadonlyTumble['entries'][number];

/** What a mixdepth holds of coins that may be spent now or later: not frozen, not timelocked. */
export interface Purse {
  readonly total: Sats;
  /** Blocks until the youngest of them is old enough; 0 when all are. */
  readonly blocksMissing: number;
  /** When the last promise of one of them ends, in Unix seconds; 0 when none is promised. */
  readonly promisedUntil: number;
}

/** What a plan must know of the wallet. */
export interface Surroundings {
  /** Unix seconds. */
  readonly now: number;
  /** Confirmations of a transaction of ours; null when the wallet has none such, or none any more. */
  readonly confirmations: (txid: string) => number | null;
  readonly purse: (mixdepth: number) => Purse;
}

/** What to do next. */
export type Move =
  /** Nothing: the plan is paused or over. */
  | { readonly move: 'stop' }
  /** Every entry is done. */
  | { readonly move: 'finish' }
  /** A signature may have left: the disk says which. */
  | { readonly move: 'settle' }
  /** The entry's transaction is in a block. */
  | { readonly move: 'complete'; readonly txid: string }
  /** The entry's transaction came to nothing. */
  | { readonly move: 'lost'; readonly txid: string }
  /** There is nothing to do for the entry. */
  | { readonly move: 'skip'; readonly reason: string }
  /** A person must look. */
  | { readonly move: 'give-up'; readonly reason: string }
  | { readonly move: 'await-block'; readonly reason: string }
  | { readonly move: 'await-time'; readonly until: number; readonly reason: string }
  /** Be a maker until a time, or begin to. */
  | { readonly move: 'open-session' }
  | { readonly move: 'serve'; readonly until: number }
  /** 0 sweeps; `base` is what the fractions of this mixdepth are of. */
  | { readonly move: 'join'; readonly amount: Sats; readonly base: Sats };

/** Decides from what is on disk, and from nothing else, so that a stopped plan goes on where it was. */
export function nextMove(tumble: ReadonlyTumble, around: Surroundings): Move {
  if (tumble.status !== 'running') return { move: 'stop' };
  const entry = tumble.entries[tumble.current];
  if (entry === undefined) return { move: 'finish' };
  const confirmed = entry.txids.find((txid) => (around.confirmations(txid) ?? 0) > 0);
  if (confirmed !== undefined) return { move: 'complete', txid: confirmed };
  switch (entry.status) {
    case 'signing':
      return { move: 'settle' };
    case 'broadcast':
      return moveOfBroadcast(entry, around);
    case 'done':
      return { move: 'skip', reason: 'it was done before' };
    case 'waiting':
      return moveOfWaiting(tumble, entry, around);
  }
}

function moveOfBroadcast(entry: ReadonlyEntry, { confirmations }: Surroundings): Move {
  const txid = entry.txids.at(-1);
  if (txid === undefined) return { move: 'settle' };
  return confirmations(txid) === null
    ? { move: 'lost', txid }
    : { move: 'await-block', reason: `${txid} waits for a block` };
}

function moveOfWaiting(tumble: ReadonlyTumble, entry: ReadonlyEntry, around: Surroundings): Move {
  const session = moveOfSession(tumble, around);
  if (session !== null) return session;
  if (around.now < tumble.notBefore) {
    const why = tumble.failures === 0 ? 'the waiting time of the plan' : 'the pause behind a failure';
    return { move: 'await-time', until: tumble.notBefore, reason: why };
  }
  const purse = around.purse(entry.mixdepth);
  if (purse.total === 0n) return moveOfEmpty(entry);
  if (purse.promisedUntil > around.now) {
    return { move: 'await-time', until: purse.promisedUntil, reason: 'a coin is promised to a round' };
  }
  if (purse.blocksMissing > 0) {
    const reason = `coins of mixdepth ${entry.mixdepth} need ${purse.blocksMissing} more block(s)`;
    return { move: 'await-block', reason };
  }
  return moveOfReady(tumble, entry, purse.total);
}

function moveOfSession(tumble: ReadonlyTumble, { now, purse }: Surroundings): Move | null {
  const { entries, current, makerHours, session, failures } = tumble;
  if (makerHours === 0 || !isSessionDue(entries, current)) return null;
  if (session?.entry === current) return now < session.until ? { move: 'serve', until: session.until } : null;
  // A maker's round moves coins on by one mixdepth: out of the plan, when they lie in its last one.
  const last = entries.at(-1);
  const isSafe = last !== undefined && purse(last.mixdepth).total === 0n;
  return isSafe && failures === 0 ? { move: 'open-session' } : null;
}

function moveOfEmpty({ destination, mixdepth }: ReadonlyEntry): Move {
  return destination === 'INTERNAL'
    ? { move: 'skip', reason: `mixdepth ${mixdepth} is empty` }
    : { move: 'give-up', reason: `mixdepth ${mixdepth} is empty, and nothing would reach ${destination}` };
}

function moveOfReady(tumble: ReadonlyTumble, entry: ReadonlyEntry, total: Sats): Move {
  const { limits, base: known } = tumble;
  const base = known?.mixdepth === entry.mixdepth ? sats(BigInt(known.balance)) : total;
  const amount = amountOf(entry, base, limits.minimumAmount);
  if (amount < total) return { move: 'join', amount, base };
  return isLeftToSweep(tumble, entry)
    ? { move: 'skip', reason: 'the mixdepth holds less, and its sweep takes it' }
    : {
        move: 'give-up',
        reason: `mixdepth ${entry.mixdepth} holds ${total} sat, less than ${amount} sat and fees`,
      };
}

/** Sats of an entry; 0 for a sweep. */
export function amountOf(
  { amount, rounding }: Pick<TumbleEntry, 'amount' | 'rounding'>,
  base: Sats,
  minimumAmount: string,
): Sats {
  const parsed = parseScheduledAmount(amount) ?? { kind: 'sweep' };
  return scheduledSats({ amount: parsed, rounding }, base, sats(BigInt(minimumAmount)));
}

/** True when a later entry of the same mixdepth sweeps it, and this one stays inside. */
export function isLeftToSweep(
  { entries, current }: Pick<ReadonlyTumble, 'entries' | 'current'>,
  { mixdepth, destination, amount }: ReadonlyEntry,
): boolean {
  if (destination !== 'INTERNAL' || amount === '0') return false;
  const behind = entries.slice(current + 1);
  const end = behind.findIndex((other) => other.mixdepth !== mixdepth);
  return behind.slice(0, end === -1 ? undefined : end).some((other) => other.amount === '0');
}
