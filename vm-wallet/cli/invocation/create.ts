import { InvalidArgumentError, Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';
import { backendOption, type Backend } from './scan.ts';

/** What `create` and `recover` have in common. */
interface NewWalletOptions {
  readonly mixdepths: number;
  readonly backend: Backend;
  readonly extension: boolean;
  readonly extensionFd?: number;
}

export interface CreateInvocation extends NewWalletOptions {
  readonly command: 'create';
  readonly words: number;
}

export interface RecoverInvocation extends NewWalletOptions {
  readonly command: 'recover';
  readonly wordsFd?: number;
  readonly birthday?: number;
}

/** `create` and `recover`. */
export function defineCreate(program: Command, perform: Perform<CreateInvocation | RecoverInvocation>): void {
  const lengths = new Option('--words <n>', 'length of the mnemonic').choices(['12', '15', '18', '21', '24']);
  withNewWallet(program.command('create').description('make a new wallet and show its words'))
    .addOption(lengths.default('24'))
    .action(({ words, ...options }: NewWalletOptions & { readonly words: string }) =>
      perform({ command: 'create', words: Number(words), ...options }),
    );

  withNewWallet(program.command('recover').description('make a wallet from its words'))
    .option('--words-fd <n>', 'read the words from this file descriptor', wholeNumber)
    .option('--birthday <height>', 'no coin of this wallet is in a block below this height', wholeNumber)
    .action((options: Omit<RecoverInvocation, 'command'>) => perform({ command: 'recover', ...options }));
}

function withNewWallet(command: Command): Command {
  return command
    .option('--mixdepths <n>', 'how many mixdepths it has, 1 to 10', mixdepths, 5)
    .option('--extension', 'ask for a mnemonic extension (BIP39 passphrase)', false)
    .option('--extension-fd <n>', 'read the extension from this file descriptor', wholeNumber)
    .addOption(backendOption().default('filters'));
}

function mixdepths(text: string): number {
  if (!/^([1-9]|10)$/u.test(text)) throw new InvalidArgumentError('Give a number from 1 to 10.');
  return Number(text);
}
