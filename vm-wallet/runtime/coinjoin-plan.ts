import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateFee } from '../../shared/bitcoin/size.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import type { BroadcastPolicy, PolicyConfig } from '../../shared/config/joinmarket-cfg.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { DUST_THRESHOLD } from '../../shared/jm/offer.ts';
import type { Coin } from '../coins/coin.ts';
import { selectAgainstRefused } from '../coins/refused.ts';
import { spendableCoins } from '../coins/wallet-coins.ts';
import { chooser, drawSpares, preferring, type ChooseAlgorithm } from '../taker/choose/algorithms.ts';
import {
  filterOffers,
  NATIVE_TYPES,
  type BookOffer,
  type Candidate,
  type FeeLimits,
} from '../taker/choose/candidate.ts';
import { chooseForAmount, type Choice, type Wanted } from '../taker/choose/payment.ts';
import { chooseForSweep } from '../taker/choose/sweep.ts';
import { findExternalProof, type ExternalSource } from '../taker/external-proof.ts';
import { isShunned } from '../taker/maker-memory.ts';
import { findPodleSource, type PodlePolicy, type PodleSource } from '../taker/podle-source.ts';
import type { WalletContext } from './context.ts';
import { noCommitment, notEnough, PlanError, tooFew } from './plan-error.ts';

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
  readonly broadcast: BroadcastPolicy;
  /** sat/kvB. */
  readonly feeRate: number;
  /** Only these makers, all of them, and none in their place. */
  readonly named?: readonly Nick[];
  /** True when the user picks the makers from a table. */
  readonly pick?: boolean;
  /** Whose coin proves that we are serious; `any` when left out: our own while one fits, else one outside the wallet. */
  readonly podle?: PodleChoice;
}

export type PodleChoice = 'any' | 'own' | 'external';

/** A CoinJoin that could be started now. */
export interface CoinjoinPlan {
  readonly makers: readonly Candidate[];
  /** Who may replace makers that fail, the first ones first. */
  readonly spares: readonly Candidate[];
  readonly amount: Sats;
  readonly coinjoinFees: Sats;
  /** What the makers may ask together once some were replaced. */
  readonly maxCoinjoinFees: Sats;
  /** Sats that the makers may cost, less what they give to the miner, so that our coins suffice. */
  readonly feeBudget: bigint;
  readonly estimatedMinerFee: bigint;
  readonly sweepMinerFee: bigint | null;
  readonly coins: readonly Coin[];
  readonly podle: Extract<PodleSource, { outcome: 'found' }> | ExternalSource;
}

/** What a choice of makers is made from. */
export interface MarketView {
  readonly book: readonly BookOffer[];
  /** Makers that failed in this run. */
  readonly ignored: ReadonlySet<Nick>;
  /** The only makers to ask, or null for any. */
  readonly only: ReadonlySet<Nick> | null;
  /** Coins outside this wallet that proofs were stored for, as the chain shows them now. */
  readonly externalCoins: readonly VerifiedCoin[];
}

/** Spares that are drawn for each maker: one for each pass of replacements. */
const SPARES_PER_MAKER = 6;

/** Chooses makers, coins and the coin to commit to. @throws PlanError, AddressError */
export function planCoinjoin(
  context: WalletContext,
  request: CoinjoinRequest,
  market: MarketView,
): CoinjoinPlan {
  const { state } = context.store;
  checkRequest(context, request);
  const { makers: count, feeRate } = request;
  const tipHeight = context.headers.chain.height;
  const available = spendableCoins(state, { tipHeight, now: context.now(), mixdepth: request.mixdepth });
  const wanted = wantedOf(context, request, market);
  const sweep = request.amount === 0n;
  const total = sumSats(available.map((coin) => coin.value));
  const sweepFee = estimateFee(available.length + 3 * count, 2 * count + 1, feeRate);
  if (total === 0n) throw notEnough(request.mixdepth, total, request.amount);
  const choice = sweep
    ? chooseForSweep(market.book, total, sweepFee, wanted)
    : chooseForAmount(market.book, request.amount, wanted);
  if (choice.outcome === 'too-few') throw tooFew(choice, count);
  const guess = estimateFee(3, 2, feeRate) * BigInt(count);
  const target = choice.amount + choice.totalFee + guess;
  const coins = sweep
    ? available
    : selectAgainstRefused(state, context.config.policy.mergeAlgorithm, available, target);
  if (coins === null) throw notEnough(request.mixdepth, total, target);
  const spares =
    market.only === null && request.named === undefined ? sparesFor(choice, market.book, wanted) : [];
  const planned = netCost(choice.makers);
  const carried = sumSats(coins.map((coin) => coin.value)) - choice.amount - guess;
  return {
    makers: choice.makers,
    spares,
    amount: choice.amount,
    coinjoinFees: choice.totalFee,
    maxCoinjoinFees: dearest([...choice.makers, ...spares], choice.makers.length),
    feeBudget: sweep || carried < planned ? planned : carried,
    estimatedMinerFee: sweep ? sweepFee : guess,
    sweepMinerFee: choice.sweepMinerFee,
    coins,
    podle: choosePodle(context, request, { coins, available, amount: choice.amount }, market.externalCoins),
  };
}

/** Offers that a user may pick from, the cheapest first. */
export function listCandidates(
  context: WalletContext,
  request: CoinjoinRequest,
  market: MarketView,
): readonly Candidate[] {
  const { state } = context.store;
  const tipHeight = context.headers.chain.height;
  const available = spendableCoins(state, { tipHeight, now: context.now(), mixdepth: request.mixdepth });
  const amount = request.amount === 0n ? sumSats(available.map((coin) => coin.value)) : request.amount;
  return filterOffers(market.book, {
    ...wantedOf(context, request, market),
    amount,
    fits: (offer) => offer.minsize < amount && offer.maxsize > amount,
    subtractTxfee: request.amount !== 0n,
  }).candidates;
}

/** The coin that proves that we are serious (protocol/crypto.md §3.5). @throws PlanError */
export function choosePodle(
  { store, headers, config }: WalletContext,
  { podle: choice = 'any' }: Pick<CoinjoinRequest, 'podle'>,
  own: { readonly coins: readonly Coin[]; readonly available: readonly Coin[]; readonly amount: Sats },
  externalCoins: readonly VerifiedCoin[],
): CoinjoinPlan['podle'] {
  const policy = podlePolicy(config.policy);
  const { coins, available, amount } = own;
  const tipHeight = headers.chain.height;
  const found: PodleSource =
    choice === 'external'
      ? { outcome: 'none', unfit: [] }
      : findPodleSource(store.state, coins, available, amount, tipHeight, policy);
  if (found.outcome === 'found') return found;
  const external = choice === 'own' ? null : findExternalProof(store.state, externalCoins, amount, policy);
  if (external === null) throw noCommitment(found.unfit, policy.age);
  return external;
}

/** What makers demand of the coin behind a commitment. */
export function podlePolicy(policy: PolicyConfig): PodlePolicy {
  return {
    retries: policy.takerUtxoRetries,
    age: policy.takerUtxoAge,
    amountPercent: policy.takerUtxoAmountPercent,
  };
}

function wantedOf(context: WalletContext, request: CoinjoinRequest, market: MarketView): Wanted {
  const { makers } = context.store.state;
  const named = request.named === undefined ? null : new Set(request.named);
  const choose = chooser(request.algorithm, context.config.policy.bondlessMakersAllowance);
  return {
    makers: request.makers,
    types: NATIVE_TYPES,
    limits: request.limits,
    isIgnored: (maker) =>
      market.ignored.has(maker) ||
      (market.only !== null && !market.only.has(maker)) ||
      (named !== null && !named.has(maker)),
    choose: preferring(choose, ({ bond }) => isShunned(makers, bond, context.now())),
    random: context.random,
  };
}

/** Who else could take part at the amount that was chosen. */
function sparesFor(
  { makers, amount, sweepMinerFee }: Extract<Choice, { outcome: 'chosen' }>,
  book: readonly BookOffer[],
  wanted: Wanted,
): readonly Candidate[] {
  const chosen = new Set(makers.map(({ maker }) => maker));
  const sweep = sweepMinerFee !== null;
  const { candidates } = filterOffers(book, {
    ...wanted,
    isIgnored: (maker) => chosen.has(maker) || wanted.isIgnored(maker),
    amount,
    fits: ({ minsize, maxsize }) =>
      sweep ? minsize <= amount && amount <= maxsize : minsize < amount && maxsize > amount,
    subtractTxfee: !sweep,
  });
  return drawSpares(candidates, SPARES_PER_MAKER * makers.length, wanted.choose, wanted.random);
}

/** What so many of the makers ask together at most. */
function dearest(makers: readonly Candidate[], count: number): Sats {
  const fees = makers.map(({ fee }) => fee).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  return sumSats(fees.slice(0, count));
}

function netCost(makers: readonly Candidate[]): bigint {
  return makers.reduce((sum, { fee, offer }) => sum + fee - offer.txfee, 0n);
}

/** Refuses before any network work what can't succeed. @throws PlanError, AddressError */
export function checkRequest(
  context: Pick<WalletContext, 'store'>,
  request: Pick<CoinjoinRequest, 'amount' | 'destination'>,
): void {
  if (request.destination !== 'INTERNAL') scriptOfAddress(request.destination, context.store.state.network);
  if (request.amount !== 0n && request.amount < DUST_THRESHOLD) {
    throw new PlanError('coinjoin-amount-too-small', `A CoinJoin moves at least ${DUST_THRESHOLD} sat`, {
      cure: 'Give a larger amount, or 0 to sweep the mixdepth.',
    });
  }
}
