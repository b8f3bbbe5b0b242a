import type { Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface DisplayInvocation {
  readonly command: 'display';
  readonly mixdepth?: number;
  readonly all: boolean;
  readonly summary: boolean;
  readonly offline: boolean;
}

export interface UtxosInvocation {
  readonly command: 'utxos';
  readonly mixdepth?: number;
  readonly offline: boolean;
}

export interface HistoryInvocation {
  readonly command: 'history';
  readonly csv: boolean;
}

export interface DoctorInvocation {
  readonly command: 'doctor';
}

/** Commands that look and change nothing. */
export function defineLook(
  program: Command,
  perform: Perform<DisplayInvocation | UtxosInvocation | HistoryInvocation | DoctorInvocation>,
): void {
  program
    .command('display')
    .description('show mixdepths, addresses and balances')
    .option('--mixdepth <n>', 'only this mixdepth', wholeNumber)
    .option('--all', 'also addresses that are used up, and those of all bonds', false)
    .option('--summary', 'only the balance of each mixdepth', false)
    .option('--offline', 'do not ask the net VM; show what the last scan found', false)
    .action((options: Omit<DisplayInvocation, 'command'>) => perform({ command: 'display', ...options }));

  program
    .command('utxos')
    .description('list unspent coins')
    .option('--mixdepth <n>', 'only this mixdepth', wholeNumber)
    .option('--offline', 'do not ask the net VM; show what the last scan found', false)
    .action((options: Omit<UtxosInvocation, 'command'>) => perform({ command: 'utxos', ...options }));

  program
    .command('history')
    .description('what moved money, oldest first')
    .option('--csv', 'comma-separated values', false)
    .action((options: Omit<HistoryInvocation, 'command'>) => perform({ command: 'history', ...options }));

  program
    .command('doctor')
    .description('test that this VM is apart from the network, and that all it needs answers')
    .action(() => perform({ command: 'doctor' }));
}
