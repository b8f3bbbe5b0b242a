import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { mostForMaker } from './bounds.ts';
import type { ReadonlyEntry, ReadonlyTumble } from './next-move.ts';
import { costSoFar } from './progress.ts';
import { TumblerError } from './tumbler-error.ts';

/** What the user agreed to for one entry, when the whole plan was shown. */
export interface Approved {
  readonly entry: ReadonlyEntry;
  /** 0 sweeps. */
  readonly amount: Sats;
  readonly limits: ReadonlyTumble['limits'];
  /** What all entries have cost so far. */
  readonly spent: bigint;
}

/** Makers that were chosen, before any of them is asked. */
export interface ChosenMakers {
  readonly amount: Sats;
  readonly makers: readonly { readonly maker: string; readonly netFee: bigint }[];
  readonly coinjoinFees: bigint;
  readonly estimatedMinerFee: bigint;
}

/** A transaction right before it is signed; `owner` is null for our own coins. */
export interface JoinToSign {
  readonly inputs: readonly (Outpoint & { readonly value: Sats; readonly owner: string | null })[];
  readonly amount: Sats;
  readonly makers: readonly unknown[];
  readonly change: Sats;
}

/** What was agreed to for the current entry. */
export function approvedFor(tumble: ReadonlyTumble, entry: ReadonlyEntry, amount: Sats): Approved {
  return { entry, amount, limits: tumble.limits, spent: costSoFar(tumble.entries) };
}

/** Refuses makers that cost more than the plan allows, before any of them is asked. @throws TumblerError */
export function checkChoice(approved: Approved, plan: ChosenMakers): void {
  const { amount, limits } = approved;
  if (amount !== 0n && plan.amount !== amount) {
    throw beyond(`the amount would be ${plan.amount} sat instead of ${amount} sat`);
  }
  const most = mostForMaker(plan.amount, limits);
  const dear = plan.makers.find(({ netFee }) => netFee > most);
  if (dear !== undefined) throw beyond(`${dear.maker} asks ${dear.netFee} sat, more than ${most} sat`);
  checkMakers(approved, plan.makers.length);
  checkCost(approved, plan.coinjoinFees + plan.estimatedMinerFee);
}

/** What signing an entry's transaction commits us to. */
export interface Commitment {
  readonly coins: readonly string[];
  /** Sats. */
  readonly cost: Sats;
}

/**
 * Refuses a transaction that is not the entry's, right before it is signed.
 * @param facts What the caller knows of the wallet: the mixdepths of coins and addresses, null for those that are not ours.
 * @throws TumblerError
 */
export function checkJoin(
  approved: Approved,
  join: JoinToSign,
  destination: string,
  facts: {
    readonly mixdepthOfCoin: (coin: string) => number | null;
    readonly mixdepthOfAddress: (address: string) => number | null;
    readonly mixdepths: number;
  },
): Commitment {
  const { entry, amount } = approved;
  const own = join.inputs.filter(({ owner }) => owner === null);
  const coins = own.map(outpointKey);
  if (amount !== 0n && join.amount !== amount) {
    throw beyond(`the amount would be ${join.amount} sat instead of ${amount} sat`);
  }
  if (entry.destination !== 'INTERNAL' && destination !== entry.destination) {
    throw beyond(`it would pay ${destination} instead of ${entry.destination}`);
  }
  const next = (entry.mixdepth + 1) % facts.mixdepths;
  if (entry.destination === 'INTERNAL' && facts.mixdepthOfAddress(destination) !== next) {
    throw beyond(`it would pay ${destination}, which is not in mixdepth ${next}`);
  }
  const stray = coins.find((coin) => facts.mixdepthOfCoin(coin) !== entry.mixdepth);
  if (stray !== undefined)
    throw beyond(`it would spend ${stray}, which is not in mixdepth ${entry.mixdepth}`);
  checkMakers(approved, join.makers.length);
  const cost = sumSats(own.map(({ value }) => value)) - join.amount - join.change;
  checkCost(approved, cost);
  return { coins, cost: sats(cost) };
}

function checkMakers({ limits }: Approved, makers: number): void {
  if (makers < limits.minimumMakers) {
    throw beyond(`${makers} makers are fewer than ${limits.minimumMakers}`);
  }
}

function checkCost({ limits, spent }: Approved, cost: bigint): void {
  if (spent + cost > BigInt(limits.cost)) {
    throw beyond(`it would cost ${cost} sat, and with ${spent} sat so far more than ${limits.cost} sat`);
  }
}

function beyond(detail: string): TumblerError {
  return new TumblerError('tumble-beyond-plan', `Not what the plan allows: ${detail}`, {
    cure: 'It is tried again with other makers; cancel the plan and make one with higher limits if that does not help.',
  });
}
