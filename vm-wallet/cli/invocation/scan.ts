import { Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

/** Who looks for coins. */
export type Backend = 'filters' | 'descriptors';

export interface RescanInvocation {
  readonly command: 'rescan';
  readonly backend?: Backend;
  readonly from?: number;
}

export interface ScanInvocation {
  readonly command: 'scan';
  readonly gap: number;
}

/** `--backend`, as every command has it that may choose one. */
export function backendOption(): Option {
  return new Option(
    '--backend <backend>',
    'who looks for coins: this wallet, with filters; or the node, with descriptors, which is faster and shows it every address',
  ).choices(['filters', 'descriptors']);
}

/** `rescan` and `scan`. */
export function defineScan(program: Command, perform: Perform<RescanInvocation | ScanInvocation>): void {
  program
    .command('rescan')
    .description('look through the chain again, from the birth of the wallet; goes on after an interruption')
    .addOption(backendOption())
    .option('--from <height>', 'only blocks from this height on', wholeNumber)
    .action((options: Omit<RescanInvocation, 'command'>) => perform({ command: 'rescan', ...options }));

  program
    .command('scan')
    .description('find the coins without their history, which shows every address to the net VM')
    .requiredOption('--utxo-set', "search the node's set of unspent outputs")
    .option(
      '--gap <n>',
      'addresses to look for behind the last one in use, on each branch',
      wholeNumber,
      1000,
    )
    .action(({ gap }: { readonly gap: number }) => perform({ command: 'scan', gap }));
}
