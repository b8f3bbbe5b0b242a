import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateFee } from '../../shared/bitcoin/size.ts';
import type { TumbleEntry } from '../store/state.ts';
import { MAX_FAILURES, pauseAfter } from './failures.ts';
import { isSessionDue, runsOf } from './runs.ts';

/** What a mixdepth holds when a plan is made. */
export interface Holding {
  readonly total: Sats;
  readonly coins: number;
}

/** What is paid at most for one CoinJoin. */
export interface Prices {
  readonly feeAbsolute: number;
  readonly feeRelative: number;
  /** sat/kvB. */
  readonly feeRate: number;
}

/** Most that a plan can cost. */
export interface CostBound {
  readonly makerFees: Sats;
  readonly minerFees: Sats;
  readonly total: Sats;
}

/** Coins that a maker brings, as the estimate of the miner fee has it (protocol/coinjoin.md §3.3). */
const COINS_OF_MAKER = 3;

/**
 * Most that a plan can cost in sats, however its fractions are drawn anew: every maker asks the most that it may, and everything that
 * may stay inside goes through all mixdepths.
 * @param holdings By mixdepth.
 */
export function costBound(
  entries: readonly TumbleEntry[],
  holdings: ReadonlyMap<number, Holding>,
  mixdepths: number,
  prices: Prices,
): CostBound {
  const totals = new Map([...holdings].map(([mixdepth, { total }]) => [mixdepth, total]));
  const coins = new Map([...holdings].map(([mixdepth, { coins: count }]) => [mixdepth, count]));
  let makerFees = 0n;
  let minerFees = 0n;
  for (const { mixdepth, start, end } of runsOf(entries)) {
    const run = entries.slice(start, end);
    const total = totals.get(mixdepth) ?? sats(0n);
    const own = coins.get(mixdepth) ?? 0;
    const makers = Math.max(...run.map((entry) => entry.makers));
    // A sum of fees "a fraction, but at least so much" is largest when one piece is everything.
    const least = BigInt(run.length - 1) * mostForMaker(sats(0n), prices);
    makerFees += BigInt(makers) * (least + mostForMaker(total, prices));
    minerFees += BigInt(run.length) * mostForMiner(own + 1, makers, prices);
    const inside = run.filter(({ destination }) => destination === 'INTERNAL').length;
    const next = (mixdepth + 1) % mixdepths;
    if (inside > 0) totals.set(next, sats((totals.get(next) ?? 0n) + total));
    coins.set(next, (coins.get(next) ?? 0) + inside);
    if (run.at(-1)?.amount === '0') {
      totals.set(mixdepth, sats(0n));
      coins.set(mixdepth, 0);
    }
  }
  return { makerFees: sats(makerFees), minerFees: sats(minerFees), total: sats(makerFees + minerFees) };
}

/** Most that one maker may ask for an amount: it must keep one of the two limits. */
export function mostForMaker(amount: Sats, { feeAbsolute, feeRelative }: Omit<Prices, 'feeRate'>): bigint {
  const relative = BigInt(Math.ceil(feeRelative * Number(amount)));
  return relative > BigInt(feeAbsolute) ? relative : BigInt(feeAbsolute);
}

function mostForMiner(own: number, makers: number, { feeRate }: Prices): bigint {
  return estimateFee(own + COINS_OF_MAKER * makers, 2 * makers + 2, feeRate);
}

const BLOCK_MINUTES = 10;
/** From the first message to the broadcast, with the wait for offers. */
const JOIN_MINUTES = 5;
/** An attempt that fails as late as it can. */
const FAILED_JOIN_MINUTES = 20;
/** Blocks that come three times as slowly. */
const SLOW = 3;

/** How long a plan takes, in minutes. */
export interface DurationBounds {
  readonly expected: number;
  /** Every CoinJoin fails as often as it may, and blocks are slow. */
  readonly worst: number;
}

/**
 * How long a plan takes, from its own waiting times.
 * @param blocks Confirmations that a coin needs before it is spent again.
 */
export function durationBounds(
  entries: readonly TumbleEntry[],
  blocks: number,
  { retrySeconds, makerHours }: { readonly retrySeconds: number; readonly makerHours: number },
): DurationBounds {
  const waits = entries.slice(0, -1).reduce((sum, { wait }) => sum + wait, 0);
  const sessions = entries.filter((_entry, number) => isSessionDue(entries, number)).length;
  const certain = waits + sessions * makerHours * 60;
  const failing = Array.from(
    { length: MAX_FAILURES },
    (_unused, before) => FAILED_JOIN_MINUTES + pauseAfter(before + 1, retrySeconds) / 60,
  ).reduce((sum, minutes) => sum + minutes, 0);
  const count = entries.length;
  return {
    expected: certain + count * (JOIN_MINUTES + blocks * BLOCK_MINUTES),
    worst: certain + count * (JOIN_MINUTES + failing + SLOW * blocks * BLOCK_MINUTES),
  };
}
