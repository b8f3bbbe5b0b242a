import { Command, Option } from 'commander';
import { homedir } from 'node:os';
import path from 'node:path';
import { defineAddress, type AddressInvocation } from './invocation/address.ts';
import { wholeNumber } from './invocation/arguments.ts';
import { defineCreate, type CreateInvocation, type RecoverInvocation } from './invocation/create.ts';
import {
  defineLook,
  type DisplayInvocation,
  type DoctorInvocation,
  type HistoryInvocation,
} from './invocation/look.ts';
import { defineMaker, type MakerInvocation } from './invocation/maker.ts';
import { definePay, type CoinjoinInvocation, type SendInvocation } from './invocation/pay.ts';

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
  | CreateInvocation
  | RecoverInvocation
  | DisplayInvocation
  | AddressInvocation
  | SendInvocation
  | CoinjoinInvocation
  | MakerInvocation
  | HistoryInvocation
  | DoctorInvocation;

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
  defineCreate(program, perform);
  defineLook(program, perform);
  defineAddress(program, perform);
  definePay(program, perform);
  defineMaker(program, perform);
  return program;
}
