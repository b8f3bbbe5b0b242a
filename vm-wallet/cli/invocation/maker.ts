import { Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface MakerInvocation {
  readonly command: 'maker';
  readonly ordertype?: string;
  readonly minsize?: number;
}

/** `maker`. */
export function defineMaker(program: Command, perform: Perform<MakerInvocation>): void {
  program
    .command('maker')
    .description('offer coins to takers until interrupted')
    .addOption(new Option('--ordertype <type>', 'kind of offer').choices(['reloffer', 'absoffer', 'both']))
    .option('--minsize <sats>', 'smallest CoinJoin to take part in, in sats', wholeNumber)
    .action((options: Omit<MakerInvocation, 'command'>) => perform({ command: 'maker', ...options }));
}
