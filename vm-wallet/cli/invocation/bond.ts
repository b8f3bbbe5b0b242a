import { InvalidArgumentError, type Command } from 'commander';
import { parseOutpoint, type Outpoint } from '../../../shared/bitcoin/outpoint.ts';
import { isJmError } from '../../../shared/errors.ts';
import { positiveNumber, wholeNumber, type Perform } from './arguments.ts';

export interface BondCreateInvocation {
  readonly command: 'bond create';
  /** `YYYY-MM`. */
  readonly until: string;
}

export interface BondWatchInvocation {
  readonly command: 'bond watch';
  readonly publicKey: string;
  readonly until: string;
  readonly coin?: Outpoint;
}

export interface BondFundInvocation {
  readonly command: 'bond fund';
  readonly address: string;
  readonly amount: string;
  readonly mixdepth: number;
  /** sat/vB. */
  readonly feeRate?: number;
}

export interface BondListInvocation {
  readonly command: 'bond list';
  readonly offline: boolean;
}

export interface BondRecoverInvocation {
  readonly command: 'bond recover';
}

export interface BondCertifyInvocation {
  readonly command: 'bond certify';
  readonly address: string;
  readonly periods?: number;
  readonly signature?: string;
}

export interface BondRedeemInvocation {
  readonly command: 'bond redeem';
  /** An address, or a coin as `TXID:VOUT`. */
  readonly bond: string;
  readonly destination: string;
  readonly psbt?: string;
  readonly feeRate?: number;
}

export interface BondValueInvocation {
  readonly command: 'bond value';
  readonly amount: string;
  readonly until: string;
  readonly interest?: number;
  readonly exponent?: number;
  readonly orderbook: boolean;
  readonly makers: number;
}

export type BondInvocation =
  | BondCreateInvocation
  | BondWatchInvocation
  | BondFundInvocation
  | BondListInvocation
  | BondRecoverInvocation
  | BondCertifyInvocation
  | BondRedeemInvocation
  | BondValueInvocation;

type Options<Invocation extends BondInvocation, Names extends keyof Invocation> = Pick<Invocation, Names>;

const FEE_RATE = ['--fee-rate <rate>', 'miner fee in sat/vB instead of the estimate'] as const;

/** `bond create`, `fund`, `list`, `recover`, `watch`, `certify`, `redeem` and `value`. */
export function defineBond(program: Command, perform: Perform<BondInvocation>): void {
  const bond = program
    .command('bond')
    .description('fidelity bonds: coins that are locked for a time, so that takers choose this maker')
    .showHelpAfterError('(jm-wallet bond help COMMAND explains it)');
  bond
    .command('create')
    .description('show the address of a bond; what is paid there is locked until the month begins')
    .requiredOption('--until <month>', 'YYYY-MM, from 2020-01 to 2099-12, and not begun yet')
    .action((options: Options<BondCreateInvocation, 'until'>) =>
      perform({ command: 'bond create', ...options }),
    );
  bond
    .command('fund')
    .description('pay to a bond address without a CoinJoin')
    .argument('<address>', 'one that "bond create" or "bond watch" showed')
    .argument('<amount>', '0.01btc, 1000000sat, or 0 to sweep the mixdepth, which leaves no change')
    .option('--mixdepth <n>', 'mixdepth to spend from', wholeNumber, 0)
    .option(...FEE_RATE, positiveNumber)
    .action((address: string, amount: string, options: Options<BondFundInvocation, 'mixdepth' | 'feeRate'>) =>
      perform({ command: 'bond fund', address, amount, ...options }),
    );
  defineLook(bond, perform);
  defineCold(bond, perform);
  bond
    .command('redeem')
    .description('spend a bond whose lock is over')
    .argument('<bond>', 'its address, or one of its coins as TXID:VOUT')
    .argument('[destination]', 'address, or INTERNAL for the next mixdepth', 'INTERNAL')
    .option('--psbt <file>', 'write it unsigned to a new file (BIP174) for whoever holds the key')
    .option(...FEE_RATE, positiveNumber)
    .action((name: string, destination: string, options: Options<BondRedeemInvocation, 'psbt' | 'feeRate'>) =>
      perform({ command: 'bond redeem', bond: name, destination, ...options }),
    );
}

function defineLook(bond: Command, perform: Perform<BondInvocation>): void {
  bond
    .command('list')
    .description('bonds with their coins, value, rank and certificates')
    .option('--offline', 'do not ask the net VM', false)
    .action((options: Options<BondListInvocation, 'offline'>) =>
      perform({ command: 'bond list', ...options }),
    );
  bond
    .command('recover')
    .description('tell which of the 960 possible months hold bonds of this wallet')
    .action(() => perform({ command: 'bond recover' }));
  bond
    .command('value')
    .description(
      'reckon what a bond would weigh, and how often takers would pick it; needs no wallet without --orderbook',
    )
    .argument('<amount>', '0.01btc or 1000000sat')
    .requiredOption('--until <month>', 'YYYY-MM')
    .option('--interest <rate>', 'yearly interest rate, instead of interest_rate', positiveNumber)
    .option('--exponent <number>', 'instead of bond_value_exponent', positiveNumber)
    .option('--orderbook', 'compare with the bonds of the makers that offer just now', false)
    .option('--makers <n>', 'how many makers a taker picks', makerCount, 9)
    .action(
      (
        amount: string,
        options: Options<BondValueInvocation, 'until' | 'interest' | 'exponent' | 'orderbook' | 'makers'>,
      ) => perform({ command: 'bond value', amount, ...options }),
    );
}

function defineCold(bond: Command, perform: Perform<BondInvocation>): void {
  bond
    .command('watch')
    .description('add a bond whose key is kept elsewhere, on a hardware wallet perhaps')
    .argument('<publickey>', 'the compressed public key, 66 hex characters')
    .requiredOption('--until <month>', 'YYYY-MM')
    .option('--coin <txid:vout>', 'the coin on its address, once it is in a block', outpoint)
    .action((publicKey: string, options: Options<BondWatchInvocation, 'until' | 'coin'>) =>
      perform({ command: 'bond watch', publicKey, ...options }),
    );
  bond
    .command('certify')
    .description('print the text that the key of such a bond has to sign, or take the signature')
    .argument('<address>', "the bond's address")
    .option(
      '--periods <n>',
      'for how many periods of 2,016 blocks, 1 to 104 (default: 52); makes a new key',
      periods,
    )
    .option('--signature <base64>', 'the signature over the text, as "sign message" gives it')
    .action((address: string, options: Options<BondCertifyInvocation, 'periods' | 'signature'>) =>
      perform({ command: 'bond certify', address, ...options }),
    );
}

function outpoint(text: string): Outpoint {
  try {
    return parseOutpoint(text.toLowerCase());
  } catch (error) {
    if (isJmError(error)) throw new InvalidArgumentError('Give TXID:VOUT.');
    throw error;
  }
}

/** The bound is the one of `bonds/certificate-request.ts`, which is too heavy for a help text. */
function periods(text: string): number {
  const count = wholeNumber(text);
  if (count < 1 || count > 104) throw new InvalidArgumentError('Give 1 to 104 periods.');
  return count;
}

function makerCount(text: string): number {
  const count = wholeNumber(text);
  if (count < 1 || count > 100) throw new InvalidArgumentError('Give 1 to 100 makers.');
  return count;
}
