import { Command, Option } from 'commander';
import { homedir } from 'node:os';
import path from 'node:path';
import { visible } from '../../shared/visible-text.ts';
import {
  defineAddress,
  type AddressInvocation,
  type AddressListInvocation,
  type AddressReleaseInvocation,
} from './invocation/address.ts';
import { wholeNumber } from './invocation/arguments.ts';
import { defineBond, type BondInvocation } from './invocation/bond.ts';
import { defineCreate, type CreateInvocation, type RecoverInvocation } from './invocation/create.ts';
import {
  defineKeep,
  type BackupInvocation,
  type CheckInvocation,
  type PasswordInvocation,
  type RestoreInvocation,
} from './invocation/keep.ts';
import { defineExchange, type ExchangeInvocation } from './invocation/exchange.ts';
import {
  defineLook,
  type DisplayInvocation,
  type DoctorInvocation,
  type HistoryInvocation,
  type UtxosInvocation,
} from './invocation/look.ts';
import { defineMaker, type EarningsInvocation, type MakerInvocation } from './invocation/maker.ts';
import { defineMakerPassword, type MakerPasswordInvocation } from './invocation/maker-password.ts';
import { defineMark, type FreezeInvocation, type LabelInvocation } from './invocation/mark.ts';
import {
  defineMessage,
  type SignMessageInvocation,
  type VerifyMessageInvocation,
} from './invocation/message.ts';
import {
  definePay,
  type BumpInvocation,
  type CoinjoinInvocation,
  type SendInvocation,
} from './invocation/pay.ts';
import { definePodle, type PodleInvocation } from './invocation/podle.ts';
import { definePsbt, type PsbtInvocation } from './invocation/psbt.ts';
import {
  defineRounds,
  type RoundsFinishInvocation,
  type RoundsFreeInvocation,
  type RoundsInvocation,
} from './invocation/rounds.ts';
import { defineRules, type RulesGroupInvocation } from './invocation/rules.ts';
import { defineScan, type RescanInvocation, type ScanInvocation } from './invocation/scan.ts';
import { defineTumble, type TumbleInvocation } from './invocation/tumble.ts';

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
  | ExchangeInvocation
  | BackupInvocation
  | RestoreInvocation
  | PasswordInvocation
  | MakerPasswordInvocation
  | CheckInvocation
  | RescanInvocation
  | ScanInvocation
  | DisplayInvocation
  | UtxosInvocation
  | AddressInvocation
  | AddressListInvocation
  | AddressReleaseInvocation
  | FreezeInvocation
  | LabelInvocation
  | SendInvocation
  | BumpInvocation
  | PsbtInvocation
  | SignMessageInvocation
  | VerifyMessageInvocation
  | CoinjoinInvocation
  | RoundsInvocation
  | RoundsFinishInvocation
  | RoundsFreeInvocation
  | PodleInvocation
  | TumbleInvocation
  | MakerInvocation
  | EarningsInvocation
  | BondInvocation
  | RulesGroupInvocation
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
    // Before the commands are defined, which inherit it: a wrong use is thrown, and main decides on the exit code.
    .exitOverride()
    .showHelpAfterError('(jm-wallet help COMMAND explains it)')
    // It repeats the words that were wrong, and a link to pay may come from anybody.
    .configureOutput({
      outputError: (text, write) => {
        write(text.split('\n').map(visible).join('\n'));
      },
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 wallet file or password, 4 net VM or node,\n' +
        '            5 refused by a rule or by you, 6 interrupted.',
    );

  const perform = (invocation: Invocation): Promise<void> => run(invocation, program.opts<GlobalOptions>());
  defineCreate(program, perform);
  defineExchange(program, perform);
  defineKeep(program, perform);
  defineMakerPassword(program, perform);
  defineScan(program, perform);
  defineLook(program, perform);
  defineAddress(program, perform);
  defineMark(program, perform);
  definePay(program, perform);
  defineRounds(program, perform);
  definePodle(program, perform);
  defineTumble(program, perform);
  definePsbt(program, perform);
  defineMessage(program, perform);
  defineMaker(program, perform);
  defineBond(program, perform);
  defineRules(program, perform);
  return program;
}
