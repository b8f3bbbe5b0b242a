import { InvalidArgumentError, Option, type Command } from 'commander';
import { wholeNumber, type Perform } from './arguments.ts';
import { labelText } from './mark.ts';

export interface AddressInvocation {
  readonly command: 'address';
  readonly mixdepth: number;
  readonly label: string;
  readonly count: number;
}

export interface AddressListInvocation {
  readonly command: 'address list';
}

export interface AddressReleaseInvocation {
  readonly command: 'address release';
  readonly address: string;
}

/** As many as one change of the wallet file may take. */
export const MAX_ADDRESSES = 1000;

interface Options {
  readonly mixdepth: number;
  readonly label: string;
  readonly reserve?: string;
  readonly count: number;
  readonly list: boolean;
}

/** `address` and `address release`. */
export function defineAddress(
  program: Command,
  perform: Perform<AddressInvocation | AddressListInvocation | AddressReleaseInvocation>,
): void {
  const address = program
    .command('address')
    .description('show a new deposit address; it is never shown as new again')
    .option('--mixdepth <n>', 'mixdepth to deposit into', wholeNumber, 0)
    .option('--label <text>', 'a note for yourself', labelText, '')
    .addOption(
      new Option('--reserve <text>', 'set one aside under this name; as --label does')
        .argParser(labelText)
        .conflicts('label'),
    )
    .option('--count <n>', `how many, up to ${MAX_ADDRESSES}`, addressCount, 1)
    .addOption(
      new Option('--list', 'list the addresses that were shown and are neither paid nor released')
        .default(false)
        .conflicts(['mixdepth', 'label', 'reserve', 'count']),
    )
    .action(({ list, reserve, label, ...options }: Options) =>
      perform(
        list ? { command: 'address list' } : { command: 'address', label: reserve ?? label, ...options },
      ),
    );
  address
    .command('release')
    .description('give up an address that was shown and never paid: it is listed no more, but still watched')
    .argument('<address>', 'the address')
    .action((given: string) => perform({ command: 'address release', address: given }));
}

function addressCount(text: string): number {
  const count = wholeNumber(text);
  if (count < 1 || count > MAX_ADDRESSES) {
    throw new InvalidArgumentError(`Give a number from 1 to ${MAX_ADDRESSES}.`);
  }
  return count;
}
