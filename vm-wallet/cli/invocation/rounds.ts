import type { Command } from 'commander';
import type { Perform } from './arguments.ts';

export interface RoundsInvocation {
  readonly command: 'rounds';
  /** Those that came to nothing long ago, too. */
  readonly all: boolean;
}

export interface RoundsFinishInvocation {
  readonly command: 'rounds finish';
  readonly id: string;
}

export interface RoundsFreeInvocation {
  readonly command: 'rounds free';
  readonly id: string;
}

/** `rounds`, `rounds finish` and `rounds free`. */
export function defineRounds(
  program: Command,
  perform: Perform<RoundsInvocation | RoundsFinishInvocation | RoundsFreeInvocation>,
): void {
  const rounds = program
    .command('rounds')
    .description('CoinJoins that were begun: where each stands, and what can be done')
    .option('--all', 'also those that came to nothing long ago', false)
    .action(({ all }: Pick<RoundsInvocation, 'all'>) => perform({ command: 'rounds', all }));
  rounds
    .command('finish')
    .description('broadcast again what is signed and in no block')
    .argument('<id>', 'of the round, or its first letters')
    .action((id: string) => perform({ command: 'rounds finish', id }));
  rounds
    .command('free')
    .description('give back the coins of a round that signed nothing')
    .argument('<id>', 'of the round, or its first letters')
    .action((id: string) => perform({ command: 'rounds free', id }));
}
