import { InvalidArgumentError, Option, type Command } from 'commander';
import { isTxid, parseOutpoint, type Outpoint, type Txid } from '../../../shared/bitcoin/outpoint.ts';
import { isJmError } from '../../../shared/errors.ts';
import { positiveNumber, wholeNumber, type Perform } from './arguments.ts';

/** How a command is told what to pay the miners. */
interface FeeOptions {
  /** sat/vB. */
  readonly feeRate?: number;
  readonly blocks?: number;
  readonly feeFactor?: number;
}

export interface SendInvocation extends FeeOptions {
  readonly command: 'send';
  /** Amounts and destinations by turns, or a payment link. */
  readonly words: readonly string[];
  readonly mixdepth?: number;
  /** Exactly these coins; empty to let the wallet choose. */
  readonly coin: readonly Outpoint[];
  readonly change?: string;
  readonly rbf: boolean;
  /** File for the unsigned transaction. */
  readonly psbt?: string;
}

export interface BumpInvocation extends FeeOptions {
  readonly command: 'bump';
  readonly txid: Txid;
  readonly cpfp: boolean;
}

/** Who broadcasts a CoinJoin. */
const BROADCASTERS = ['self', 'random-peer', 'not-self', 'multiple-peers'] as const;
/** Whose coin proves that a taker is serious. */
const PODLE_SOURCES = ['any', 'own', 'external'] as const;

export interface CoinjoinInvocation extends CoinjoinOptions {
  readonly command: 'coinjoin';
  /** Left out with `check` only. */
  readonly amount?: string;
  readonly destination?: string;
}

interface CoinjoinOptions {
  readonly mixdepth: number;
  readonly makers?: number;
  readonly choose?: string;
  /** Exactly these makers. */
  readonly maker: readonly string[];
  readonly pick: boolean;
  /** Most that one maker may ask: sats. */
  readonly maxFeeAbs?: number;
  /** And a fraction of the amount. */
  readonly maxFeeRel?: number;
  readonly broadcast?: (typeof BROADCASTERS)[number];
  readonly podle?: (typeof PODLE_SOURCES)[number];
  readonly feeRate?: number;
  readonly check: boolean;
}

/** `send`, `bump` and `coinjoin`. */
export function definePay(
  program: Command,
  perform: Perform<SendInvocation | BumpInvocation | CoinjoinInvocation>,
): void {
  defineSend(program, perform);
  defineBump(program, perform);

  defineCoinjoin(program, perform);
}

function defineCoinjoin(program: Command, perform: Perform<CoinjoinInvocation>): void {
  program
    .command('coinjoin')
    .description('mix as a taker')
    .argument('[amount]', '0.01btc, 1000000sat, or 0 to sweep the mixdepth')
    .argument('[destination]', 'address, or INTERNAL for the next mixdepth')
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
    .addOption(
      new Option('--pick', 'pick the makers from a table')
        .default(false)
        .conflicts(['maker', 'makers', 'choose']),
    )
    .addOption(
      new Option('--maker <nick>', 'take exactly this maker; once for each')
        .argParser((nick: string, before: readonly string[]) => [...before, nick])
        .default([])
        .conflicts(['makers', 'choose']),
    )
    .option('--max-fee-abs <sats>', 'most that one maker may ask, in sats', wholeNumber)
    .option(
      '--max-fee-rel <fraction>',
      'most that one maker may ask, as a fraction of the amount',
      positiveNumber,
    )
    .addOption(new Option('--broadcast <policy>', 'who broadcasts').choices(BROADCASTERS))
    .addOption(
      new Option('--podle <source>', 'whose coin proves to makers that you are serious').choices(
        PODLE_SOURCES,
      ),
    )
    .option('--fee-rate <rate>', 'miner fee in sat/vB instead of the estimate', positiveNumber)
    .option('--check', 'only tell whether the coins would do, coin by coin; asks nobody', false)
    .action((amount: string | undefined, destination: string | undefined, options: CoinjoinOptions) =>
      perform({
        command: 'coinjoin',
        ...(amount === undefined ? {} : { amount }),
        ...(destination === undefined ? {} : { destination }),
        ...options,
      }),
    );
}

function defineSend(program: Command, perform: Perform<SendInvocation>): void {
  const send = program
    .command('send')
    .description('pay without a CoinJoin')
    .argument(
      '<words...>',
      'amount and destination, several such pairs, or a bitcoin: link; an amount is 0.01btc, 1000000sat, or 0 to sweep, a ' +
        'destination an address, or INTERNAL for the next mixdepth',
    )
    .option('--mixdepth <n>', 'mixdepth to spend from (default: 0)', wholeNumber)
    .option('--coin <txid:vout>', 'spend exactly this coin; once for each', collectCoin, [])
    .option('--change <address>', 'where the change goes, instead of a new address of the mixdepth')
    .option('--no-rbf', 'make a transaction that can not be replaced by "bump"')
    .option('--psbt <file>', 'write it unsigned to a new file (BIP174) and send nothing');
  addFeeOptions(send).action((words: string[], options: Omit<SendInvocation, 'command' | 'words'>) =>
    perform({ command: 'send', words, ...options }),
  );
}

function defineBump(program: Command, perform: Perform<BumpInvocation>): void {
  const bump = program
    .command('bump')
    .description('help a transaction along that waits for a block: replace it (RBF), or spend from it (CPFP)')
    .argument('<txid>', 'a transaction of this wallet that is in no block', transactionId)
    .option('--cpfp', 'do not replace it; let a child pay for both', false);
  addFeeOptions(bump).action((txid: Txid, options: Omit<BumpInvocation, 'command' | 'txid'>) =>
    perform({ command: 'bump', txid, ...options }),
  );
}

function addFeeOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--fee-rate <rate>', 'miner fee in sat/vB instead of the estimate')
        .argParser(positiveNumber)
        .conflicts(['blocks', 'feeFactor']),
    )
    .option('--blocks <n>', 'blocks until it should be confirmed, instead of tx_fees', blockCount)
    .option(
      '--fee-factor <fraction>',
      'raise the estimate at random by up to this, instead of tx_fees_factor',
      fraction,
    );
}

/** A number of blocks that the node can estimate for. @throws InvalidArgumentError */
function blockCount(text: string): number {
  const blocks = wholeNumber(text);
  if (blocks < 1 || blocks > 1008) throw new InvalidArgumentError('Give 1 to 1008 blocks.');
  return blocks;
}

/** A number from 0 to 1. @throws InvalidArgumentError */
function fraction(text: string): number {
  if (!/^(0|1|0?\.[0-9]{1,9}|1\.0{1,9})$/u.test(text))
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  return Number(text);
}

/** Adds one coin to those that were named. @throws InvalidArgumentError */
function collectCoin(text: string, before: readonly Outpoint[]): readonly Outpoint[] {
  try {
    return [...before, parseOutpoint(text)];
  } catch (error) {
    if (isJmError(error)) throw new InvalidArgumentError('Give TXID:VOUT.');
    throw error;
  }
}

function transactionId(text: string): Txid {
  if (!isTxid(text)) throw new InvalidArgumentError('Give 64 lower-case hex characters.');
  return text;
}
