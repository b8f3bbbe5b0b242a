import { InvalidArgumentError, type Command } from 'commander';
import { parseOutpoint, txid, type Outpoint, type Txid } from '../../../shared/bitcoin/outpoint.ts';
import { visible } from '../../../shared/visible-text.ts';
import { wholeNumber, type Perform } from './arguments.ts';

export interface FreezeInvocation {
  readonly command: 'freeze' | 'unfreeze';
  readonly coins: readonly Outpoint[];
  /** Every coin, of one mixdepth where one is given. */
  readonly all: boolean;
  readonly mixdepth?: number;
}

export interface LabelInvocation {
  readonly command: 'label';
  readonly what:
    | { readonly kind: 'address'; readonly ref: string }
    | { readonly kind: 'coin'; readonly ref: Outpoint }
    | { readonly kind: 'tx'; readonly ref: Txid };
  readonly text: string;
}

/** What BIP329 suggests as the longest label. */
const MAX_LABEL = 255;

/** Reads a label: one line without characters that a terminal would obey, 255 characters at most. @throws InvalidArgumentError */
export function labelText(text: string): string {
  if (visible(text) !== text) throw new InvalidArgumentError('Give printable characters.');
  if (text.length > MAX_LABEL) throw new InvalidArgumentError(`Give ${MAX_LABEL} characters at most.`);
  return text;
}

/** Commands that mark what is there: `freeze`, `unfreeze`, `label`. */
export function defineMark(program: Command, perform: Perform<FreezeInvocation | LabelInvocation>): void {
  defineFreeze(program, perform, 'freeze', 'keep coins from being spent or offered');
  defineFreeze(program, perform, 'unfreeze', 'let coins be spent and offered again');
  const label = program.command('label').description('name an address, a coin or a transaction');
  label
    .command('address')
    .description('name an address that was shown or paid')
    .argument('<address>', 'address of this wallet')
    .argument('<text>', 'up to 255 characters; empty to take the name away', labelText)
    .action((ref: string, text: string) =>
      perform({ command: 'label', what: { kind: 'address', ref }, text }),
    );
  label
    .command('coin')
    .description('name an unspent coin')
    .argument('<outpoint>', 'txid:vout', outpoint)
    .argument('<text>', 'up to 255 characters; empty to take the name away', labelText)
    .action((ref: Outpoint, text: string) =>
      perform({ command: 'label', what: { kind: 'coin', ref }, text }),
    );
  label
    .command('tx')
    .description('name a transaction of the history')
    .argument('<txid>', 'its id', transactionId)
    .argument('<text>', 'up to 255 characters; empty to take the name away', labelText)
    .action((ref: Txid, text: string) => perform({ command: 'label', what: { kind: 'tx', ref }, text }));
}

function defineFreeze(
  program: Command,
  perform: Perform<FreezeInvocation>,
  name: FreezeInvocation['command'],
  description: string,
): void {
  program
    .command(name)
    .description(description)
    .argument('[outpoint...]', 'coins as txid:vout', (text, before: readonly Outpoint[] | undefined) => [
      ...(before ?? []),
      outpoint(text),
    ])
    .option('--all', 'every coin', false)
    .option('--mixdepth <n>', 'with --all: every coin of this mixdepth', wholeNumber)
    .action((coins: readonly Outpoint[], options: Pick<FreezeInvocation, 'all' | 'mixdepth'>) =>
      perform({ command: name, coins, ...options }),
    );
}

function outpoint(text: string): Outpoint {
  return orInvalid(() => parseOutpoint(text.toLowerCase()), 'A coin is written txid:vout.');
}

function transactionId(text: string): Txid {
  return orInvalid(() => txid(text.toLowerCase()), 'A txid is 64 hex characters.');
}

function orInvalid<Value>(read: () => Value, message: string): Value {
  try {
    return read();
  } catch {
    throw new InvalidArgumentError(message);
  }
}
