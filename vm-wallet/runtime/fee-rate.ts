import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { PolicyConfig } from '../../shared/config/joinmarket-cfg.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';

/** A fee rate that no sane transaction pays. */
export class FeeError extends JmError<'fee-absurd'> {}

/** Used when the node has no estimate, in sat/kvB (protocol/wallet.md §10). */
const FALLBACK = 20_000;

/** `tx_fees` above this is a rate, up to it a number of blocks. */
const MAX_BLOCKS = 1000;

/**
 * The fee rate for a transaction in sat/kvB: estimated or configured, raised a little at random, above the mempool's minimum and
 * below `absurd_fee_per_kb`. The node's word counts only within these bounds.
 * @param chosen sat/vB from the command line, which is used as it is.
 * @throws FeeError
 */
export async function chooseFeeRate(
  client: ChainClient,
  policy: PolicyConfig,
  random: Random,
  chosen?: number,
): Promise<number> {
  const { txFees, txFeesFactor, absurdFeePerKb } = policy;
  const estimate = await client.feeEstimate(Math.min(txFees, MAX_BLOCKS));
  const base =
    chosen !== undefined ? chosen * 1000 : txFees > MAX_BLOCKS ? txFees : (estimate.satsPerKvb ?? FALLBACK);
  const blurred = chosen === undefined ? base * (1 + txFeesFactor * random.unit()) : base;
  const minimum = estimate.mempoolMinimumSatsPerKvb;
  const rate = Math.trunc(blurred < minimum ? minimum * (1 + txFeesFactor * random.unit()) : blurred);
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
