import { Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface MakerInvocation {
  readonly command: 'maker';
  readonly ordertype?: string;
  readonly minsize?: number;
  /** The bond's `txid:vout`; false to announce none. */
  readonly bond?: string | false;
}

export interface EarningsInvocation {
  readonly command: 'earnings';
  readonly csv: boolean;
  /** As it was typed: a date, or a number of days. */
  readonly since?: string;
}

/** `maker` and `earnings`. */
export function defineMaker(program: Command, perform: Perform<MakerInvocation | EarningsInvocation>): void {
  program
    .command('maker')
    .description('offer coins to takers until interrupted')
    .addOption(new Option('--ordertype <type>', 'kind of offer').choices(['reloffer', 'absoffer', 'both']))
    .option('--minsize <sats>', 'smallest CoinJoin to take part in, in sats', wholeNumber)
    .option('--bond <txid:vout>', 'fidelity bond to announce instead of the best one')
    .option('--no-bond', 'announce no fidelity bond')
    .action((options: Omit<MakerInvocation, 'command'>) => perform({ command: 'maker', ...options }));
  program
    .command('earnings')
    .description('what this wallet earned as a maker')
    .option('--csv', 'in the columns of yigen-statement.csv', false)
    .option('--since <when>', 'only from a date (2026-01-31) on, or of so many days (30d)')
    .action((options: Omit<EarningsInvocation, 'command'>) => perform({ command: 'earnings', ...options }));
}
