import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { PolicyConfig } from '../../shared/config/joinmarket-cfg.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';

/** A fee rate that no sane transaction pays. */
export class FeeError extends JmError<'fee-absurd'> {}

/** What the user said about the fee rate. */
export interface FeeWish {
  /** sat/vB, used as it is. */
  readonly satsPerVbyte?: number | undefined;
  /** Blocks until confirmation. */
  readonly blocks?: number | undefined;
  /** Instead of `tx_fees_factor`. */
  readonly factor?: number | undefined;
}

/** Used when the node has no estimate, in sat/kvB (protocol/wallet.md §10). */
const FALLBACK = 20_000;

/** No node relays for less, whatever the net VM says of its own: sat/kvB. */
const LEAST = 1000;

/** `tx_fees` above this is a rate, up to it a number of blocks. */
const MAX_BLOCKS = 1000;

/**
 * The fee rate for a transaction in sat/kvB: estimated or configured, raised a little at random, above what the node's mempool takes
 * (`mempoolminfee`, never below its relay minimum) and below `absurd_fee_per_kb`. The node's word counts only within these bounds.
 * @param chosen sat/vB from the command line, which is used as it is.
 * @throws FeeError
 */
export function chooseFeeRate(
  client: ChainClient,
  policy: PolicyConfig,
  random: Random,
  chosen?: number,
): Promise<number> {
  return feeRateFor(client, policy, random, { satsPerVbyte: chosen });
}

/** The fee rate as `chooseFeeRate` finds it, by what the user wishes (protocol/wallet.md §10). @throws FeeError */
export async function feeRateFor(
  client: Pick<ChainClient, 'feeEstimate'>,
  policy: Pick<PolicyConfig, 'txFees' | 'txFeesFactor' | 'absurdFeePerKb'>,
  random: Random,
  { satsPerVbyte, blocks, factor = policy.txFeesFactor }: FeeWish,
): Promise<number> {
  const { txFees, absurdFeePerKb } = policy;
  const estimate = await client.feeEstimate(blocks ?? Math.min(txFees, MAX_BLOCKS));
  const fixed = blocks === undefined && txFees > MAX_BLOCKS ? txFees : null;
  const base = satsPerVbyte === undefined ? (fixed ?? estimate.satsPerKvb ?? FALLBACK) : satsPerVbyte * 1000;
  const blurred = satsPerVbyte === undefined ? blur(base, factor, random) : base;
  const minimum = Math.max(LEAST, estimate.mempoolMinimumSatsPerKvb);
  if (minimum > absurdFeePerKb) throw minimumAbsurd(minimum, absurdFeePerKb);
  // The blur hides our factor; it must not turn a minimum that we can pay into one that we can't.
  const raised = (): number => Math.min(absurdFeePerKb, blur(minimum, factor, random));
  const rate = Math.trunc(blurred < minimum ? raised() : blurred);
  if (rate > absurdFeePerKb) {
    throw new FeeError(
      'fee-absurd',
      `A fee rate of ${rate} sat/kvB is above absurd_fee_per_kb (${absurdFeePerKb})`,
      {
        cure: 'If fees really are that high, raise absurd_fee_per_kb; else check the node in the net VM.',
      },
    );
  }
  return rate;
}

function minimumAbsurd(minimum: number, absurd: number): FeeError {
  return new FeeError(
    'fee-absurd',
    `The node takes nothing below ${minimum} sat/kvB into its mempool, and absurd_fee_per_kb is ${absurd}`,
    {
      cure:
        'Wait until its mempool is less full. If other nodes ask as much, raise absurd_fee_per_kb; ' +
        'else check minrelaytxfee and maxmempool of the node in the net VM.',
    },
  );
}

function blur(rate: number, factor: number, random: Random): number {
  return rate * (1 + factor * random.unit());
}
