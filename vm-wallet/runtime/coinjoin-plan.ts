import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { isMoney, sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateFee } from '../../shared/bitcoin/size.ts';
import { JmError } from '../../shared/errors.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { DUST_THRESHOLD } from '../../shared/jm/offer.ts';
import type { Coin } from '../coins/coin.ts';
import { selectAgainstRefused } from '../coins/refused.ts';
import { spendableCoins } from '../coins/wallet-coins.ts';
import { chooser, type ChooseAlgorithm } from '../taker/choose/algorithms.ts';
import { NATIVE_TYPES, type BookOffer, type Candidate, type FeeLimits } from '../taker/choose/candidate.ts';
import { chooseForAmount, type Choice, type Wanted } from '../taker/choose/payment.ts';
import { chooseForSweep } from '../taker/choose/sweep.ts';
import { findPodleSource, type PodleSource, type UnfitCoin } from '../taker/podle-source.ts';
import type { WalletContext } from './context.ts';

/** What the user asked for. */
export interface CoinjoinRequest {
  /** 0 sweeps the mixdepth. */
  readonly amount: Sats;
  readonly mixdepth: number;
  /** An address, or INTERNAL for the next mixdepth. */
  readonly destination: string;
  readonly makers: number;
  readonly minimumMakers: number;
  readonly algorithm: ChooseAlgorithm;
  readonly limits: FeeLimits;
  readonly broadcast: 'self' | 'random-peer' | 'not-self';
  /** sat/kvB. */
  readonly feeRate: number;
}

/** A CoinJoin that could be started now. */
export interface CoinjoinPlan {
  readonly makers: readonly Candidate[];
  readonly amount: Sats;
  readonly coinjoinFees: Sats;
  readonly estimatedMinerFee: bigint;
  readonly sweepMinerFee: bigint | null;
  readonly coins: readonly Coin[];
  readonly podle: Extract<PodleSource, { outcome: 'found' }>;
}

/** Why a CoinJoin can't be started; nothing has left the wallet. */
export class PlanError extends JmError<
  | 'coinjoin-not-enough-coins'
  | 'coinjoin-no-commitment'
  | 'coinjoin-too-few-makers'
  | 'coinjoin-amount-too-small'
> {}

/** Chooses makers, coins and the coin to commit to. @throws PlanError, AddressError */
export function planCoinjoin(
  context: WalletContext,
  request: CoinjoinRequest,
  book: readonly BookOffer[],
  exclude: { readonly ignored: ReadonlySet<Nick>; readonly only: ReadonlySet<Nick> | null },
): CoinjoinPlan {
  const { state } = context.store;
  checkRequest(context, request);
  const { makers: count, feeRate } = request;
  const tipHeight = context.headers.chain.height;
  const available = spendableCoins(state, { tipHeight, now: context.now(), mixdepth: request.mixdepth });
  const wanted: Wanted = {
    makers: count,
    types: NATIVE_TYPES,
    limits: request.limits,
    isIgnored: (maker) => exclude.ignored.has(maker) || (exclude.only !== null && !exclude.only.has(maker)),
    choose: chooser(request.algorithm, context.config.policy.bondlessMakersAllowance),
    random: context.random,
  };
  const sweep = request.amount === 0n;
  const total = sumSats(available.map((coin) => coin.value));
  const sweepFee = estimateFee(available.length + 3 * count, 2 * count + 1, feeRate);
  if (total === 0n) throw notEnough(request, total, request.amount);
  const choice = sweep
    ? chooseForSweep(book, total, sweepFee, wanted)
    : chooseForAmount(book, request.amount, wanted);
  if (choice.outcome === 'too-few') throw tooFew(choice, count);
  const guess = estimateFee(3, 2, feeRate) * BigInt(count);
  const target = choice.amount + choice.totalFee + guess;
  const coins = sweep
    ? available
    : selectAgainstRefused(state, context.config.policy.mergeAlgorithm, available, target);
  if (coins === null) throw notEnough(request, total, target);
  const policy = {
    retries: context.config.policy.takerUtxoRetries,
    age: context.config.policy.takerUtxoAge,
    amountPercent: context.config.policy.takerUtxoAmountPercent,
  };
  const podle = findPodleSource(state, coins, available, choice.amount, tipHeight, policy);
  if (podle.outcome === 'none') throw noCommitment(podle.unfit, policy.age);
  return {
    makers: choice.makers,
    amount: choice.amount,
    coinjoinFees: choice.totalFee,
    estimatedMinerFee: sweep ? sweepFee : guess,
    sweepMinerFee: choice.sweepMinerFee,
    coins,
    podle,
  };
}

/** Refuses before any network work what can't succeed. @throws PlanError, AddressError */
export function checkRequest(context: WalletContext, request: CoinjoinRequest): void {
  if (request.destination !== 'INTERNAL') scriptOfAddress(request.destination, context.store.state.network);
  if (request.amount !== 0n && request.amount < DUST_THRESHOLD) {
    throw new PlanError('coinjoin-amount-too-small', `A CoinJoin moves at least ${DUST_THRESHOLD} sat`, {
      cure: 'Give a larger amount, or 0 to sweep the mixdepth.',
    });
  }
}

/** Refuses before the order book is asked for when the coins can't do. @throws PlanError */
export function checkFunds(context: WalletContext, request: CoinjoinRequest): void {
  const { state } = context.store;
  const tipHeight = context.headers.chain.height;
  const coins = spendableCoins(state, { tipHeight, now: context.now(), mixdepth: request.mixdepth });
  const total = sumSats(coins.map((coin) => coin.value));
  if (total === 0n || total <= request.amount) throw notEnough(request, total, request.amount);
  const { takerUtxoRetries, takerUtxoAge, takerUtxoAmountPercent } = context.config.policy;
  const policy = { retries: takerUtxoRetries, age: takerUtxoAge, amountPercent: takerUtxoAmountPercent };
  const amount = request.amount === 0n ? total : request.amount;
  const podle = findPodleSource(state, [], coins, amount, tipHeight, policy);
  if (podle.outcome === 'none') throw noCommitment(podle.unfit, policy.age);
}

function notEnough(request: CoinjoinRequest, total: Sats, target: bigint): PlanError {
  const needed = isMoney(target) ? target : sats(0n);
  return new PlanError(
    'coinjoin-not-enough-coins',
    `Mixdepth ${request.mixdepth} has ${total} sat to spend, and ${needed} sat and fees are needed`,
    { cure: 'Deposit more, wait for confirmations, unfreeze coins, or choose another --mixdepth.' },
  );
}

function tooFew(choice: Extract<Choice, { outcome: 'too-few' }>, wanted: number): PlanError {
  const { ignored, wrongType, wrongSize, tooExpensive } = choice.leftOut;
  return new PlanError(
    'coinjoin-too-few-makers',
    `${choice.found} makers fit, ${wanted} are wanted (offers left out: ${wrongSize} by size, ${tooExpensive} by fee, ` +
      `${wrongType} by type, ${ignored} failed before)`,
    {
      cure: 'Ask fewer with --makers, raise --max-fee-abs and --max-fee-rel, or try another amount or later.',
    },
  );
}

function noCommitment(unfit: readonly UnfitCoin[], age: number): PlanError {
  const rows = unfit.map(({ coin, confirmations, blocksMissing, valueMissing, triesLeft }) => {
    const reasons = [
      ...(blocksMissing > 0 ? [`${blocksMissing} more blocks`] : []),
      ...(valueMissing > 0n ? [`${valueMissing} sat too small`] : []),
      ...(triesLeft === 0 ? ['used up'] : []),
    ];
    return `  ${coin.txid}:${coin.vout}  ${coin.value} sat  ${confirmations} confirmations  ${reasons.join(', ')}`;
  });
  const soonest = Math.min(...unfit.filter((coin) => coin.triesLeft > 0).map((coin) => coin.blocksMissing));
  return new PlanError(
    'coinjoin-no-commitment',
    ['No coin can be shown to the makers as proof that we are serious (PoDLE):', ...rows].join('\n'),
    {
      cure:
        soonest > 0 && Number.isFinite(soonest)
          ? `Coins need ${age} confirmations: wait for ${soonest} more block(s).`
          : 'Deposit a new coin of at least a fifth of the amount, or mix a smaller amount.',
    },
  );
}
