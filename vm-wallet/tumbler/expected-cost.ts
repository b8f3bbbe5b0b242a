import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateFee } from '../../shared/bitcoin/size.ts';
import { mostForMaker, type CostBound, type Holding } from './bounds.ts';
import type { MakerFee } from './maker-fee.ts';
import { amountOf, type ReadonlyEntry, type ReadonlyTumble } from './next-move.ts';

/** A plan lets miners ask so many times of what they asked when it was made. */
export const FEE_ROOM = 2;
/** Coins that a maker brings to most rounds. The bound counts three. */
const COINS_OF_MAKER = 2;

/** What the rest of a plan will cost if nothing unusual happens. */
export interface ExpectedCost extends CostBound {
  /** sat/kvB that it is reckoned with. */
  readonly feeRate: number;
  readonly makerFee: MakerFee;
}

/** What a mixdepth is expected to hold, as entry follows entry. */
interface Purse {
  total: bigint;
  coins: number;
}

type Plan = Pick<ReadonlyTumble, 'entries' | 'current' | 'base' | 'limits'>;

/**
 * What the entries that are still to do will cost in sats, walked through in order: each pays the usual maker fee on its own amount, and
 * spends its share of the coins of its mixdepth. Nothing is decided by it; `costBound` is what a plan is held to.
 * @param holdings By mixdepth, as they are now.
 */
export function expectedCost(
  { entries, current, base: known, limits }: Plan,
  holdings: ReadonlyMap<number, Holding>,
  mixdepths: number,
  prices: { readonly feeRate: number; readonly makerFee: MakerFee },
): ExpectedCost {
  const purses = new Map<number, Purse>(
    [...holdings].map(([mixdepth, { total, coins }]) => [mixdepth, { total, coins }]),
  );
  const purseOf = (mixdepth: number): Purse => {
    const purse = purses.get(mixdepth) ?? { total: 0n, coins: 0 };
    purses.set(mixdepth, purse);
    return purse;
  };
  const sum = { makerFees: 0n, minerFees: 0n };
  let base = known === null ? null : { mixdepth: known.mixdepth, total: BigInt(known.balance) };
  for (const entry of entries.slice(current)) {
    // What is signed is in the purses already.
    if (entry.status !== 'waiting') continue;
    const from = purseOf(entry.mixdepth);
    if (base?.mixdepth !== entry.mixdepth) base = { mixdepth: entry.mixdepth, total: from.total };
    const step = stepOf(entry, from, sats(base.total), limits, prices);
    if (entry.amount === '0') base = null;
    if (step === null) continue;
    sum.makerFees += step.makerFees;
    sum.minerFees += step.minerFees;
    if (entry.destination !== 'INTERNAL') continue;
    const to = purseOf((entry.mixdepth + 1) % mixdepths);
    to.total += step.moved;
    to.coins += 1;
  }
  const { makerFees, minerFees } = sum;
  const total = sats(makerFees + minerFees);
  return { makerFees: sats(makerFees), minerFees: sats(minerFees), total, ...prices };
}

/** The rate that miners asked when a plan was made, in sat/kvB, unless the user named its limit. */
export function rateWhenMade({ feeRate }: Pick<ReadonlyTumble['limits'], 'feeRate'>): number {
  return Math.round(feeRate / FEE_ROOM);
}

/** One entry: takes what it spends out of its purse. Null when there is nothing for it to move. */
function stepOf(
  entry: ReadonlyEntry,
  from: Purse,
  base: Sats,
  limits: Plan['limits'],
  { feeRate, makerFee }: { readonly feeRate: number; readonly makerFee: MakerFee },
): (Omit<CostBound, 'total'> & { readonly moved: bigint }) | null {
  const wanted = amountOf(entry, base, limits.minimumAmount);
  const isSweep = wanted === 0n;
  // A piece that does not fit any more is left to the sweep.
  if (from.total === 0n || wanted >= from.total) return null;
  const share = isSweep ? 1 : Number(wanted) / Number(from.total);
  const own = Math.max(1, Math.round(from.coins * share));
  const amount = isSweep ? from.total : wanted;
  const usual = BigInt(Math.round(makerFee.relative * Number(amount)));
  const most = mostForMaker(sats(amount), limits);
  const makerFees = BigInt(entry.makers) * (usual < most ? usual : most);
  const outputs = 2 * entry.makers + (isSweep ? 1 : 2);
  const minerFees = estimateFee(own + COINS_OF_MAKER * entry.makers, outputs, feeRate);
  const left = from.total - amount - (isSweep ? 0n : makerFees + minerFees);
  from.total = left > 0n ? left : 0n;
  from.coins = isSweep ? 0 : from.coins - own + 1;
  const arrives = isSweep ? amount - makerFees - minerFees : amount;
  return {
    makerFees: sats(makerFees),
    minerFees: sats(minerFees),
    moved: arrives > 0n ? arrives : 0n,
  };
}
