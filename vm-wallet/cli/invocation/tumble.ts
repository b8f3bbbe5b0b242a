import { InvalidArgumentError, type Command } from 'commander';
import { positiveNumber, wholeNumber, type Perform } from './arguments.ts';

export interface TumblePlanInvocation {
  readonly command: 'tumble plan';
  readonly destinations: readonly string[];
  readonly addrcount: number;
  readonly makercountrange: readonly [mean: number, deviation: number];
  readonly minmakercount: number;
  readonly mixdepthcount: number;
  readonly txcountparams: readonly [mean: number, deviation: number];
  readonly mintxcount: number;
  readonly timelambda: number;
  readonly stage1TimelambdaIncrease: number;
  readonly mincjamount: number;
  readonly liquiditywait: number;
  readonly roundingChance: number;
  readonly roundingSigfigWeights: readonly number[];
  readonly makerHours: number;
  readonly maxFeeAbs?: number;
  readonly maxFeeRel?: number;
  readonly maxFeeRate?: number;
  readonly allowFewDestinations: boolean;
}

export interface TumbleRunInvocation {
  readonly command: 'tumble run' | 'tumble resume';
}

export interface TumbleStatusInvocation {
  readonly command: 'tumble status';
}

export interface TumbleStopInvocation {
  readonly command: 'tumble pause' | 'tumble cancel';
}

export interface ScheduleInvocation {
  readonly command: 'schedule run' | 'schedule check';
  readonly file: string;
}

export type TumbleInvocation =
  | TumblePlanInvocation
  | TumbleRunInvocation
  | TumbleStatusInvocation
  | TumbleStopInvocation
  | ScheduleInvocation;

/** `tumble` and `schedule`. */
export function defineTumble(program: Command, perform: Perform<TumbleInvocation>): void {
  const tumble = program
    .command('tumble')
    .description('mix all coins in many CoinJoins over hours or days, out to several addresses');
  definePlan(tumble, perform);
  tumble
    .command('run')
    .description('start the plan, or go on with it')
    .addHelpText(
      'after',
      '\nctrl-C stops it cleanly; "tumble run" goes on where it was, also after a power cut.',
    )
    .action(() => perform({ command: 'tumble run' }));
  tumble
    .command('status')
    .description('what was done, what comes, and when; also while the plan runs')
    .action(() => perform({ command: 'tumble status' }));
  tumble
    .command('pause')
    .description('stop the plan until "tumble resume"; also while it runs in another terminal')
    .action(() => perform({ command: 'tumble pause' }));
  tumble
    .command('resume')
    .description('go on with a plan that was paused or that paused itself')
    .action(() => perform({ command: 'tumble resume' }));
  tumble
    .command('cancel')
    .description('give the plan up; what is signed stays')
    .action(() => perform({ command: 'tumble cancel' }));

  const schedule = program.command('schedule').description('CoinJoins that a file lists');
  schedule
    .command('run')
    .description("carry out a schedule file of joinmarket-clientserver's format; also go on with it")
    .argument('<file>', 'seven fields a line: mixdepth,amount,makers,destination,minutes,rounding,completed')
    .action((file: string) => perform({ command: 'schedule run', file }));
  schedule
    .command('check')
    .description('tell whether a schedule file can be carried out; opens no wallet')
    .argument('<file>', 'the schedule')
    .action((file: string) => perform({ command: 'schedule check', file }));
}

function definePlan(tumble: Command, perform: Perform<TumbleInvocation>): void {
  tumble
    .command('plan')
    .description('draw a plan and show it with its cost and duration; nothing is spent')
    .argument('<destinations...>', 'three addresses or more that are not of this wallet')
    .option('--addrcount <n>', 'destinations that are needed at least', wholeNumber, 3)
    .option('--makercountrange <mean,deviation>', 'makers of each CoinJoin (default: 9,1)', pair)
    .option('--minmakercount <n>', 'makers of a CoinJoin at least', wholeNumber, 4)
    .option('--mixdepthcount <n>', 'mixdepths that the second stage goes through', wholeNumber, 4)
    .option('--txcountparams <mean,deviation>', 'CoinJoins of each mixdepth (default: 2,1)', pair)
    .option('--mintxcount <n>', 'CoinJoins of each mixdepth at least', wholeNumber, 2)
    .option('--timelambda <minutes>', 'mean waiting time between CoinJoins', numberFromZero, 60)
    .option(
      '--stage1-timelambda-increase <factor>',
      'how much longer the first stage waits',
      numberFromZero,
      3,
    )
    .option('--mincjamount <sats>', 'smaller fractions are raised to this', wholeNumber, 100_000)
    .option(
      '--liquiditywait <seconds>',
      'pause behind a first failure; later ones are longer',
      wholeNumber,
      60,
    )
    .option('--rounding-chance <probability>', 'how often an amount is rounded', numberFromZero, 0.25)
    .option(
      '--rounding-sigfig-weights <weights>',
      'weights of rounding to 1, 2, ... 5 figures (default: 55,15,25,65,40)',
      numberList,
    )
    .option('--maker-hours <hours>', 'be a maker for so long before each mixdepth', numberFromZero, 0)
    .option('--max-fee-abs <sats>', 'most that one maker may ask, in sats', wholeNumber)
    .option(
      '--max-fee-rel <fraction>',
      'most that one maker may ask, as a fraction of the amount',
      positiveNumber,
    )
    .option(
      '--max-fee-rate <rate>',
      'most for miners in sat/vB; twice the estimate when left out',
      positiveNumber,
    )
    .option('--allow-few-destinations', 'fewer than --addrcount, which costs privacy', false)
    .action((destinations: string[], options: PlanOptions) =>
      perform({ command: 'tumble plan', destinations, ...LISTS, ...options }),
    );
}

/** What lists of numbers are when they are left out. */
const LISTS = {
  makercountrange: [9, 1],
  txcountparams: [2, 1],
  roundingSigfigWeights: [55, 15, 25, 65, 40],
} as const;

type PlanOptions = Omit<TumblePlanInvocation, 'command' | 'destinations' | keyof typeof LISTS> &
  Partial<Pick<TumblePlanInvocation, keyof typeof LISTS>>;

function pair(text: string): readonly [number, number] {
  const [first, second, ...more] = numberList(text);
  if (first === undefined || second === undefined || more.length > 0) {
    throw new InvalidArgumentError('Give two numbers with a comma, for example 9,1.');
  }
  return [first, second];
}

/** Numbers from 0 up, with commas between. @throws InvalidArgumentError */
function numberList(text: string): number[] {
  return text.split(',').map(numberFromZero);
}

/** A number from 0 up. @throws InvalidArgumentError */
function numberFromZero(text: string): number {
  if (!/^[0-9]{1,9}(\.[0-9]{1,9})?$/u.test(text)) throw new InvalidArgumentError('Give a number from 0 up.');
  return Number(text);
}
