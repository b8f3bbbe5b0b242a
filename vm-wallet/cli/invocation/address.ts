import type { Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface AddressInvocation {
  readonly command: 'address';
  readonly mixdepth: number;
  readonly label: string;
}

/** `address`. */
export function defineAddress(program: Command, perform: Perform<AddressInvocation>): void {
  program
    .command('address')
    .description('show a new deposit address; it is never shown again')
    .option('--mixdepth <n>', 'mixdepth to deposit into', wholeNumber, 0)
    .option('--label <text>', 'a note for yourself', '')
    .action((options: Omit<AddressInvocation, 'command'>) => perform({ command: 'address', ...options }));
}
