import { TumblerError } from './tumbler-error.ts';

/** A normal distribution whose samples are cut to whole numbers. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** How a plan is drawn, as the reference's tumbler has it (protocol/coinjoin.md §9.3). */
export interface TumbleOptions {
  /** Destinations that the plan needs at least. */
  readonly addressCount: number;
  readonly makerCount: Spread;
  readonly minimumMakers: number;
  /** Mixdepths that the second stage goes through. */
  readonly mixdepthCount: number;
  readonly transactionCount: Spread;
  /** Transactions of each of these mixdepths but the last, at least. */
  readonly minimumTransactions: number;
  /** Mean waiting time in minutes. */
  readonly timeLambda: number;
  /** By how much the first stage waits longer. */
  readonly firstStageIncrease: number;
  /** Probability that a fraction is rounded. */
  readonly roundingChance: number;
  /** Weights of rounding to 1, 2, 3, 4 and 5 significant figures. */
  readonly roundingWeights: readonly number[];
}

/** What the reference does when it is not told otherwise. */
export const REFERENCE_OPTIONS: TumbleOptions = {
  addressCount: 3,
  makerCount: { mean: 9, deviation: 1 },
  minimumMakers: 4,
  mixdepthCount: 4,
  transactionCount: { mean: 2, deviation: 1 },
  minimumTransactions: 2,
  timeLambda: 60,
  firstStageIncrease: 3,
  roundingChance: 0.25,
  roundingWeights: [55, 15, 25, 65, 40],
};

const MAX_MAKERS = 20;
const MAX_TRANSACTIONS = 20;
const MAX_LAMBDA_MINUTES = 100_000;
const FIGURES = 5;

interface Bound {
  readonly option: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Refuses options from which no plan can be drawn.
 * @param mixdepths How many the wallet has.
 * @throws TumblerError `tumble-bad-option` that names the option.
 */
export function checkOptions(options: TumbleOptions, mixdepths: number): void {
  const { makerCount, transactionCount, roundingWeights } = options;
  const bounds: readonly Bound[] = [
    { option: 'mixdepthcount', value: options.mixdepthCount, least: 1, most: mixdepths },
    { option: 'addrcount', value: options.addressCount, least: 1, most: options.mixdepthCount },
    { option: 'minmakercount', value: options.minimumMakers, least: 1, most: MAX_MAKERS },
    { option: 'makercountrange', value: makerCount.mean, least: options.minimumMakers, most: MAX_MAKERS },
    { option: 'makercountrange', value: makerCount.deviation, least: 0, most: MAX_MAKERS },
    { option: 'mintxcount', value: options.minimumTransactions, least: 1, most: MAX_TRANSACTIONS },
    { option: 'txcountparams', value: transactionCount.mean, least: 0, most: MAX_TRANSACTIONS },
    { option: 'txcountparams', value: transactionCount.deviation, least: 0, most: MAX_TRANSACTIONS },
    { option: 'timelambda', value: options.timeLambda, least: 0, most: MAX_LAMBDA_MINUTES },
    { option: 'stage1-timelambda-increase', value: options.firstStageIncrease, least: 0, most: 100 },
    { option: 'rounding-chance', value: options.roundingChance, least: 0, most: 1 },
  ];
  const broken = bounds.find(({ value, least, most }) => !(value >= least && value <= most));
  if (broken !== undefined) {
    const { option, value, least, most } = broken;
    throw badOption(option, `${value} is not from ${least} to ${most}`);
  }
  if (roundingWeights.length !== FIGURES || !roundingWeights.some((weight) => weight > 0)) {
    throw badOption('rounding-sigfig-weights', 'five weights are needed, and one of them above 0');
  }
}

/** Most makers that a plan asks for, whatever is drawn. */
export function cutMakers(drawn: number, { minimumMakers }: TumbleOptions): number {
  return Math.min(MAX_MAKERS, Math.max(minimumMakers, drawn));
}

/** Transactions of a mixdepth, whatever is drawn. */
export function cutTransactions(drawn: number, { minimumTransactions }: TumbleOptions): number {
  return Math.min(MAX_TRANSACTIONS, Math.max(minimumTransactions, drawn));
}

function badOption(option: string, reason: string): TumblerError {
  return new TumblerError('tumble-bad-option', `--${option} can't be used: ${reason}`, {
    cure: 'See "jm-wallet help tumble plan" for the defaults.',
  });
}
