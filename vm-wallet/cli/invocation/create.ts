import { Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';

export interface CreateInvocation {
  readonly command: 'create';
  readonly words: number;
  readonly extensionPrompt: boolean;
}

export interface RecoverInvocation {
  readonly command: 'recover';
  readonly wordsFd?: number;
  readonly birthday?: number;
  readonly extensionPrompt: boolean;
}

/** `create` and `recover`. */
export function defineCreate(program: Command, perform: Perform<CreateInvocation | RecoverInvocation>): void {
  program
    .command('create')
    .description('make a new wallet and show its words')
    .addOption(new Option('--words <n>', 'length of the mnemonic').choices(['12', '24']).default('24'))
    .option('--extension', 'ask for a mnemonic extension (BIP39 passphrase)', false)
    .action((options: { words: string; extension: boolean }) =>
      perform({ command: 'create', words: Number(options.words), extensionPrompt: options.extension }),
    );

  program
    .command('recover')
    .description('make a wallet from its words')
    .option('--words-fd <n>', 'read the words from this file descriptor', wholeNumber)
    .option('--birthday <height>', 'no coin of this wallet is in a block below this height', wholeNumber)
    .option('--extension', 'ask for the mnemonic extension (BIP39 passphrase)', false)
    .action(({ extension, ...options }: { wordsFd?: number; birthday?: number; extension: boolean }) =>
      perform({ command: 'recover', ...options, extensionPrompt: extension }),
    );
}
