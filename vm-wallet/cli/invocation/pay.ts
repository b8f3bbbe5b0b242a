import { Option, type Command } from 'commander';
import { positiveNumber, wholeNumber, type Perform } from './arguments.ts';

export interface SendInvocation {
  readonly command: 'send';
  readonly amount: string;
  readonly destination: string;
  readonly mixdepth: number;
  readonly feeRate?: number;
}

export interface CoinjoinInvocation {
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

/** `send` and `coinjoin`. */
export function definePay(program: Command, perform: Perform<SendInvocation | CoinjoinInvocation>): void {
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
    .action((amount: string, destination: string, { maxFeeAbs, maxFeeRel, ...rest }: CoinjoinOptions) =>
      perform({
        command: 'coinjoin',
        amount,
        destination,
        ...rest,
        ...(maxFeeAbs === undefined ? {} : { maxFeeAbsolute: maxFeeAbs }),
        ...(maxFeeRel === undefined ? {} : { maxFeeRelative: maxFeeRel }),
      }),
    );
}

interface CoinjoinOptions {
  readonly mixdepth: number;
  readonly makers?: number;
  readonly choose?: string;
  readonly maxFeeAbs?: number;
  readonly maxFeeRel?: number;
  readonly broadcast?: string;
  readonly feeRate?: number;
}
