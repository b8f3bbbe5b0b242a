import { InvalidArgumentError, type Command } from 'commander';
import { parseOutpoint, type Outpoint } from '../../../shared/bitcoin/outpoint.ts';
import { wholeNumber, type Perform } from './arguments.ts';

export interface PodleAddInvocation {
  readonly command: 'podle add';
  readonly outpoint: Outpoint;
  /** File descriptor with the private key. */
  readonly keyFd?: number;
}

export interface PodleListInvocation {
  readonly command: 'podle list';
}

export interface PodleRemoveInvocation {
  readonly command: 'podle remove';
  readonly outpoint: Outpoint;
}

export type PodleInvocation = PodleAddInvocation | PodleListInvocation | PodleRemoveInvocation;

/** `podle add`, `podle list` and `podle remove`. */
export function definePodle(program: Command, perform: Perform<PodleInvocation>): void {
  const podle = program
    .command('podle')
    .description('coins of other wallets that prove to makers that you are serious')
    .showHelpAfterError('(jm-wallet podle help COMMAND explains it)');
  podle
    .command('add')
    .description('make all proofs of a coin with its private key, which is asked for and not kept')
    .argument('<outpoint>', 'the coin as txid:vout', outpoint)
    .option('--key-fd <n>', 'read the private key (WIF) from this file descriptor', wholeNumber)
    .action((coin: Outpoint, options: Pick<PodleAddInvocation, 'keyFd'>) =>
      perform({ command: 'podle add', outpoint: coin, ...options }),
    );
  podle
    .command('list')
    .description('coins that proofs are kept of, and how many are left')
    .action(() => perform({ command: 'podle list' }));
  podle
    .command('remove')
    .description('forget the proofs of a coin')
    .argument('<outpoint>', 'the coin as txid:vout', outpoint)
    .action((coin: Outpoint) => perform({ command: 'podle remove', outpoint: coin }));
}

function outpoint(text: string): Outpoint {
  try {
    return parseOutpoint(text.toLowerCase());
  } catch {
    throw new InvalidArgumentError('A coin is written txid:vout.');
  }
}
