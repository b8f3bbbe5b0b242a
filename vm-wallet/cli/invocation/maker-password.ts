import type { Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface MakerPasswordInvocation {
  readonly command: 'maker-password';
  readonly makerPasswordFd?: number;
  readonly remove: boolean;
}

/** `maker-password`. */
export function defineMakerPassword(program: Command, perform: Perform<MakerPasswordInvocation>): void {
  program
    .command('maker-password')
    .description('make a second password that is enough for a maker, and sends nothing')
    .option('--maker-password-fd <n>', 'read the maker password from this file descriptor', wholeNumber)
    .option('--remove', 'take it away', false)
    .addHelpText(
      'after',
      '\nIt opens the wallet for "maker" and for commands that only look, such as display and history.\n' +
        'It ends when the password of the wallet file is changed.',
    )
    .action((options: Omit<MakerPasswordInvocation, 'command'>) =>
      perform({ command: 'maker-password', ...options }),
    );
}
