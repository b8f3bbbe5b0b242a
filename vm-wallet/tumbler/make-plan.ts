import type { Random } from '../../shared/crypto/random.ts';
import { NO_ROUNDING } from '../../shared/jm/schedule.ts';
import { drawCount, drawFractions, drawWait, drawWeighted } from './draws.ts';
import { cutMakers, cutTransactions, type TumbleOptions } from './options.ts';
import { TumblerError } from './tumbler-error.ts';

/** One CoinJoin of a plan. */
export interface PlannedEntry {
  readonly mixdepth: number;
  /** A fraction of what the mixdepth held before its first entry; 0 sweeps. */
  readonly fraction: number;
  readonly makers: number;
  /** An address, or INTERNAL. */
  readonly destination: string;
  /** Minutes behind the confirmation. */
  readonly wait: number;
  readonly rounding: number;
}

/** What a plan is drawn for. */
export interface PlanRequest {
  readonly options: TumbleOptions;
  /** Mixdepths of the wallet. */
  readonly mixdepths: number;
  /** Those that hold coins. */
  readonly filled: readonly number[];
  /** The last of them gets the last sweep. */
  readonly destinations: readonly string[];
  readonly random: Random;
}

/**
 * Draws a plan as the reference's tumbler does (protocol/coinjoin.md §9.3): first every mixdepth is swept into the next one, then
 * one mixdepth after the other is emptied in pieces, and the sweeps of the last ones leave for the destinations.
 * @throws TumblerError `tumble-no-funds`, or `tumble-stranded` when coins would be left where the second stage never comes.
 */
export function makePlan(request: PlanRequest): PlannedEntry[] {
  const { options, mixdepths, filled, destinations, random } = request;
  const first = firstStage(request);
  const start = startOfSecondStage(filled, mixdepths, options.mixdepthCount);
  const counts = Array.from({ length: options.mixdepthCount }, () =>
    cutTransactions(drawCount(options.transactionCount, random), options),
  );
  const second = counts.flatMap((drawn, step) => {
    const isLast = step === options.mixdepthCount - 1;
    const paysOut = step >= options.mixdepthCount - destinations.length;
    // A mixdepth that pays out also feeds the next one; the last one is a single sweep.
    const count = isLast ? 1 : paysOut ? Math.max(2, drawn) : drawn;
    const destination = destinations[step - (options.mixdepthCount - destinations.length)] ?? 'INTERNAL';
    return emptied((start + step) % mixdepths, count, destination, request);
  });
  return [...first, ...second];
}

function firstStage({ options, filled, random }: PlanRequest): PlannedEntry[] {
  if (filled.length === 0) {
    throw new TumblerError('tumble-no-funds', 'No mixdepth holds coins that could be mixed', {
      cure: 'Deposit, wait for confirmations, or unfreeze coins.',
    });
  }
  return [...filled]
    .sort((one, other) => other - one)
    .map((mixdepth) => ({
      mixdepth,
      fraction: 0,
      makers: cutMakers(drawCount(options.makerCount, random), options),
      destination: 'INTERNAL',
      wait: drawWait(options.timeLambda * options.firstStageIncrease, random),
      rounding: NO_ROUNDING,
    }));
}

function emptied(
  mixdepth: number,
  count: number,
  destination: string,
  { options, random }: PlanRequest,
): PlannedEntry[] {
  const draw = (): Pick<PlannedEntry, 'makers' | 'wait'> => ({
    makers: cutMakers(drawCount(options.makerCount, random), options),
    wait: drawWait(options.timeLambda, random),
  });
  const pieces = drawFractions(count, random).map((fraction) => ({
    mixdepth,
    fraction,
    ...draw(),
    destination: 'INTERNAL',
    rounding:
      random.unit() < options.roundingChance
        ? 1 + drawWeighted(options.roundingWeights, random)
        : NO_ROUNDING,
  }));
  return [...pieces, { mixdepth, fraction: 0, ...draw(), destination, rounding: NO_ROUNDING }];
}

/** Mixdepths that hold coins once the first stage is through. */
export function filledAfterFirstStage(filled: readonly number[], mixdepths: number): number[] {
  const full = new Set(filled);
  for (const mixdepth of [...filled].sort((one, other) => other - one)) {
    full.delete(mixdepth);
    full.add((mixdepth + 1) % mixdepths);
  }
  return [...full].sort((one, other) => one - other);
}

/**
 * Where the second stage starts: the lowest filled mixdepth from which it reaches all others. The reference takes the lowest one, and
 * leaves coins behind when they lie in the last mixdepth and in the first.
 */
function startOfSecondStage(filled: readonly number[], mixdepths: number, count: number): number {
  const full = filledAfterFirstStage(filled, mixdepths);
  const reaches = (start: number): boolean =>
    full.every((mixdepth) => (mixdepth - start + mixdepths) % mixdepths < count);
  const start = full.find(reaches);
  if (start !== undefined) return start;
  throw new TumblerError(
    'tumble-stranded',
    `The second stage goes through ${count} mixdepths, and coins would be left in others`,
    { cure: `Raise --mixdepthcount, at most to ${mixdepths}.` },
  );
}
