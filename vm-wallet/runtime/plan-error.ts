import { isMoney, sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { JmError } from '../../shared/errors.ts';
import type { Choice } from '../taker/choose/payment.ts';
import type { UnfitCoin } from '../taker/podle-source.ts';

/** Why a CoinJoin can't be started; nothing has left the wallet. */
export class PlanError extends JmError<
  | 'coinjoin-not-enough-coins'
  | 'coinjoin-no-commitment'
  | 'coinjoin-too-few-makers'
  | 'coinjoin-amount-too-small'
> {}

/** The coins do not suffice. */
export function notEnough(mixdepth: number, total: Sats, target: bigint): PlanError {
  const needed = isMoney(target) ? target : sats(0n);
  return new PlanError(
    'coinjoin-not-enough-coins',
    `Mixdepth ${mixdepth} has ${total} sat to spend, and ${needed} sat and fees are needed`,
    { cure: 'Deposit more, wait for confirmations, unfreeze coins, or choose another --mixdepth.' },
  );
}

/** Too few makers offer what is wanted. */
export function tooFew(choice: Extract<Choice, { outcome: 'too-few' }>, wanted: number): PlanError {
  const { ignored, wrongType, wrongSize, tooExpensive } = choice.leftOut;
  return new PlanError(
    'coinjoin-too-few-makers',
    `${choice.found} makers fit, ${wanted} are wanted (offers left out: ${wrongSize} by size, ${tooExpensive} by fee, ` +
      `${wrongType} by type, ${ignored} ours or failed before)`,
    {
      cure: 'Ask fewer with --makers, raise --max-fee-abs and --max-fee-rel, or try another amount or later.',
    },
  );
}

/** No coin can be committed to. */
export function noCommitment(unfit: readonly UnfitCoin[], age: number): PlanError {
  const rows = unfit.map(({ coin, confirmations, blocksMissing, valueMissing, triesLeft }) => {
    const reasons = [
      ...(blocksMissing > 0 ? [`${blocksMissing} more blocks`] : []),
      ...(valueMissing > 0n ? [`${valueMissing} sat too small`] : []),
      ...(triesLeft === 0 ? ['used up'] : []),
    ];
    return `  ${coin.txid}:${coin.vout}  ${coin.value} sat  ${confirmations} confirmations  ${reasons.join(', ')}`;
  });
  return new PlanError(
    'coinjoin-no-commitment',
    ['No coin can be shown to the makers as proof that we are serious (PoDLE):', ...rows].join('\n'),
    { cure: commitmentCure(unfit, age) },
  );
}

/** What helps when no coin can be proven. */
export function commitmentCure(unfit: readonly UnfitCoin[], age: number): string {
  const usable = unfit.filter(({ triesLeft, valueMissing }) => triesLeft > 0 && valueMissing === 0n);
  const soonest = Math.min(...usable.map((coin) => coin.blocksMissing));
  return soonest > 0 && Number.isFinite(soonest)
    ? `Coins need ${age} confirmations: wait for ${soonest} more block(s).`
    : 'Deposit a new coin of at least a fifth of the amount, mix a smaller amount, or add one of another wallet with "jm-wallet podle add".';
}
