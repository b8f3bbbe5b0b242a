import { Command, InvalidArgumentError, Option } from 'commander';
import { homedir } from 'node:os';
import path from 'node:path';

/** Options that every command knows. */
export interface GlobalOptions {
  readonly datadir: string;
  readonly wallet: string;
  readonly config?: string;
  readonly passwordFd?: number;
  readonly json: boolean;
  readonly yes: boolean;
  readonly color: boolean;
}

/** What each command is called with, after the options were parsed. */
export type Invocation =
  | { readonly command: 'create'; readonly words: number; readonly extensionPrompt: boolean }
  | {
      readonly command: 'recover';
      readonly wordsFd?: number;
      readonly birthday?: number;
      readonly extensionPrompt: boolean;
    }
  | {
      readonly command: 'display';
      readonly mixdepth?: number;
      readonly all: boolean;
      readonly offline: boolean;
    }
  | { readonly command: 'address'; readonly mixdepth: number; readonly label: string }
  | {
      readonly command: 'send';
      readonly amount: string;
      readonly destination: string;
      readonly mixdepth: number;
      readonly feeRate?: number;
    }
  | {
      readonly command: 'coinjoin';
      readonly amount: string;
      readonly destination: string;
      readonly mixdepth: number;
      readonly makers?: number;
      readonly choose?: string;
      readonly maxFeeAbsolute?: number;
      readonly maxFeeRelative?: number;
      readonly broadcast?: string;
      readonly feeRate?: number;
    }
  | { readonly command: 'maker'; readonly ordertype?: string; readonly minsize?: number }
  | { readonly command: 'history'; readonly csv: boolean }
  | { readonly command: 'doctor' };

/** Runs a parsed invocation. */
export type Run = (invocation: Invocation, options: GlobalOptions) => Promise<void>;

/** The command line of jm-wallet. */
export function buildProgram(version: string, run: Run): Command {
  const program = new Command('jm-wallet')
    .description('A JoinMarket wallet that never touches the network')
    .version(version)
    .option(
      '--datadir <dir>',
      'where wallets, headers and joinmarket.cfg lie',
      path.join(homedir(), '.jm-wallet'),
    )
    .option('--wallet <name>', 'name of the wallet in the data directory', 'wallet')
    .option('--config <file>', 'joinmarket.cfg to use instead of the one in the data directory')
    .addOption(
      new Option('--password-fd <n>', 'read the password from this file descriptor').argParser(wholeNumber),
    )
    .option('--json', 'print results as JSON, for scripts', false)
    .option('-y, --yes', 'do not ask for confirmation', false)
    .option('--no-color', 'no colours')
    .showHelpAfterError('(jm-wallet help COMMAND explains it)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 wallet file or password, 4 net VM or node,\n' +
        '            5 refused by a rule or by you, 6 interrupted.',
    );

  const perform = (invocation: Invocation): Promise<void> => run(invocation, program.opts<GlobalOptions>());

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
    .action((options: { wordsFd?: number; birthday?: number; extension: boolean }) =>
      perform({
        command: 'recover',
        ...pick(options, ['wordsFd', 'birthday']),
        extensionPrompt: options.extension,
      }),
    );

  program
    .command('display')
    .description('show mixdepths, addresses and balances')
    .option('--mixdepth <n>', 'only this mixdepth', wholeNumber)
    .option('--all', 'also addresses that are used up', false)
    .option('--offline', 'do not ask the net VM; show what the last scan found', false)
    .action((options: { mixdepth?: number; all: boolean; offline: boolean }) =>
      perform({ command: 'display', ...options }),
    );

  program
    .command('address')
    .description('show a new deposit address; it is never shown again')
    .option('--mixdepth <n>', 'mixdepth to deposit into', wholeNumber, 0)
    .option('--label <text>', 'a note for yourself', '')
    .action((options: { mixdepth: number; label: string }) => perform({ command: 'address', ...options }));

  program
    .command('send')
    .description('pay without a CoinJoin')
    .argument('<amount>', '0.01btc, 1000000sat, or 0 to sweep the mixdepth')
    .argument('<destination>', 'address, or INTERNAL for the next mixdepth')
    .option('--mixdepth <n>', 'mixdepth to spend from', wholeNumber, 0)
    .option('--fee-rate <rate>', 'miner fee in sat/vB instead of the estimate', positiveNumber)
    .action((amount: string, destination: string, options: { mixdepth: number; feeRate?: number }) =>
      perform({ command: 'send', amount, destination, ...options }),
    );

  program
    .command('coinjoin')
    .description('mix as a taker')
    .argument('<amount>', '0.01btc, 1000000sat, or 0 to sweep the mixdepth')
    .argument('<destination>', 'address, or INTERNAL for the next mixdepth')
    .option('--mixdepth <n>', 'mixdepth to spend from', wholeNumber, 0)
    .option('--makers <n>', 'how many makers to ask; random from 8 to 10 when left out', wholeNumber)
    .addOption(
      new Option('--choose <algorithm>', 'how makers are chosen').choices([
        'fidelity_bond_weighted_order_choose',
        'random_under_max_order_choose',
        'cheapest_order_choose',
        'weighted_order_choose',
      ]),
    )
    .option('--max-fee-abs <sats>', 'most that one maker may ask, in sats', wholeNumber)
    .option(
      '--max-fee-rel <fraction>',
      'most that one maker may ask, as a fraction of the amount',
      positiveNumber,
    )
    .addOption(
      new Option('--broadcast <policy>', 'who broadcasts').choices(['self', 'random-peer', 'not-self']),
    )
    .option('--fee-rate <rate>', 'miner fee in sat/vB instead of the estimate', positiveNumber)
    .action(
      (
        amount: string,
        destination: string,
        options: {
          mixdepth: number;
          makers?: number;
          choose?: string;
          maxFeeAbs?: number;
          maxFeeRel?: number;
          broadcast?: string;
          feeRate?: number;
        },
      ) => {
        const { maxFeeAbs, maxFeeRel, ...rest } = options;
        return perform({
          command: 'coinjoin',
          amount,
          destination,
          ...rest,
          ...(maxFeeAbs === undefined ? {} : { maxFeeAbsolute: maxFeeAbs }),
          ...(maxFeeRel === undefined ? {} : { maxFeeRelative: maxFeeRel }),
        });
      },
    );

  program
    .command('maker')
    .description('offer coins to takers until interrupted')
    .addOption(new Option('--ordertype <type>', 'kind of offer').choices(['reloffer', 'absoffer', 'both']))
    .option('--minsize <sats>', 'smallest CoinJoin to take part in, in sats', wholeNumber)
    .action((options: { ordertype?: string; minsize?: number }) => perform({ command: 'maker', ...options }));

  program
    .command('history')
    .description('what moved money, oldest first')
    .option('--csv', 'comma-separated values', false)
    .action((options: { csv: boolean }) => perform({ command: 'history', ...options }));

  program
    .command('doctor')
    .description('test that this VM is apart from the network, and that all it needs answers')
    .action(() => perform({ command: 'doctor' }));

  return program;
}

function wholeNumber(text: string): number {
  if (!/^(0|[1-9][0-9]{0,14})$/u.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function positiveNumber(text: string): number {
  if (!/^[0-9]{1,9}(\.[0-9]{1,9})?$/u.test(text) || Number(text) <= 0) {
    throw new InvalidArgumentError('Give a number above 0.');
  }
  return Number(text);
}

function pick<Source extends object, Key extends keyof Source>(
  source: Source,
  keys: readonly Key[],
): Pick<Source, Key> {
  return Object.fromEntries(
    keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]),
  ) as Pick<Source, Key>;
}
