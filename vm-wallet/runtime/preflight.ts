import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import { confirmationsOf, type Coin } from '../coins/coin.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import { isLeased } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { externalTries } from '../taker/external-proof.ts';
import { findPodleSource, nextIndex, type PodlePolicy } from '../taker/podle-source.ts';
import { podlePolicy, type CoinjoinRequest } from './coinjoin-plan.ts';
import type { WalletContext } from './context.ts';
import { noCommitment, notEnough, type PlanError } from './plan-error.ts';

/** Why a coin can't be mixed now. */
type Held = 'frozen' | 'bond' | 'promised' | 'unconfirmed';

/** One coin of the mixdepth, as a CoinJoin sees it. */
export interface CoinCheck {
  readonly outpoint: OutpointKey;
  readonly value: Sats;
  readonly confirmations: number;
  /** Null for a coin that can be mixed now. */
  readonly held: Held | null;
  /** When the round that it is promised to must be over, in Unix seconds. */
  readonly heldUntil: number | null;
  /** Commitments that it still has. */
  readonly triesLeft: number;
  /** Blocks until it may be committed to; 0 when it may. */
  readonly blocksMissing: number;
  /** Sats that it is short of for a commitment to this amount. */
  readonly valueMissing: bigint;
}

/** Whether a CoinJoin could start with the coins as they are known now. */
export interface Preflight {
  /** Height up to which the coins are known. */
  readonly height: number;
  /** What is to be mixed; for a sweep all that can be. */
  readonly amount: Sats;
  readonly spendable: Sats;
  readonly coins: readonly CoinCheck[];
  /** Stored uses of coins outside this wallet. */
  readonly externalTries: number;
  /** Null when it could start. */
  readonly problem: PlanError | null;
  /** Blocks after which it could start, if nothing else changes; null when waiting does not help. */
  readonly blocksToWait: number | null;
}

type Question = Pick<CoinjoinRequest, 'amount' | 'mixdepth' | 'podle'>;

/** Looks at each coin of the mixdepth, and asks nobody. */
export function preflight(context: WalletContext, request: Question): Preflight {
  const { store, headers, config, now } = context;
  const { state } = store;
  const policy = podlePolicy(config.policy);
  const height = Math.min(state.scanned?.height ?? 0, headers.chain.height);
  const mine = unspentCoins(state).filter(({ path }) => path.mixdepth === request.mixdepth);
  const free = mine.filter((coin) => heldOf(context, coin, height) === null);
  const spendable = sumSats(free.map(({ value }) => value));
  const amount = request.amount === 0n ? spendable : request.amount;
  const coins = mine.map((coin): CoinCheck => ({
    outpoint: outpointKey(coin),
    value: coin.value,
    confirmations: confirmationsOf(coin, height),
    held: heldOf(context, coin, height),
    heldUntil: isLeased(state, coin, now()) ? (state.leases[outpointKey(coin)]?.until ?? null) : null,
    ...commitmentOf(coin, amount, height, policy, nextIndex(state, outpointKey(coin))),
  }));
  const stored = [...externalTries(state, policy.retries).values()].reduce((sum, tries) => sum + tries, 0);
  const problem = problemOf(context, request, { free, spendable, amount, height }, policy);
  return {
    height,
    amount,
    spendable,
    coins,
    externalTries: stored,
    problem,
    blocksToWait: problem === null ? 0 : blocksToWait(coins, request, policy),
  };
}

/** Refuses before the order book is asked for when the coins can't do. @throws PlanError */
export function checkFunds(context: WalletContext, request: Question): void {
  const { problem } = preflight(context, request);
  if (problem !== null) throw problem;
}

function heldOf({ store, now }: WalletContext, coin: Coin, height: number): Held | null {
  if (coin.frozen) return 'frozen';
  if (coin.locktime !== null) return 'bond';
  if (isLeased(store.state, coin, now())) return 'promised';
  return confirmationsOf(coin, height) < 1 ? 'unconfirmed' : null;
}

function commitmentOf(
  coin: Coin,
  amount: Sats,
  height: number,
  policy: PodlePolicy,
  used: number,
): Pick<CoinCheck, 'triesLeft' | 'blocksMissing' | 'valueMissing'> {
  const needed = leastValue(amount, policy);
  return {
    triesLeft: Math.max(0, policy.retries - used),
    blocksMissing: Math.max(0, policy.age - confirmationsOf(coin, height)),
    valueMissing: coin.value < needed ? needed - coin.value : 0n,
  };
}

interface Found {
  readonly free: readonly Coin[];
  readonly spendable: Sats;
  readonly amount: Sats;
  readonly height: number;
}

function problemOf(
  { store }: WalletContext,
  { mixdepth, amount: asked, podle = 'any' }: Question,
  { free, spendable, amount, height }: Found,
  policy: PodlePolicy,
): PlanError | null {
  if (spendable === 0n || spendable <= asked) return notEnough(mixdepth, spendable, asked);
  if (podle !== 'own' && hasExternal(store.state, amount, policy)) return null;
  const found =
    podle === 'external'
      ? ({ outcome: 'none', unfit: [] } as const)
      : findPodleSource(store.state, [], free, amount, height, policy);
  return found.outcome === 'found' ? null : noCommitment(found.unfit, policy.age);
}

/** The chain is asked about those coins when one is needed; until then what was seen when they were added counts. */
function hasExternal(state: ReadonlyState, amount: Sats, policy: PodlePolicy): boolean {
  return [...externalTries(state, policy.retries)].some(
    ([key, tries]) =>
      tries > 0 && BigInt(state.externalProofs[key]?.value ?? 0) >= leastValue(amount, policy),
  );
}

/** Blocks until the coins that only lack confirmations would do. */
function blocksToWait(
  coins: readonly CoinCheck[],
  { amount, podle }: Question,
  policy: PodlePolicy,
): number | null {
  const ripening = coins.filter(({ held }) => held === null || held === 'unconfirmed');
  const total = sumSats(ripening.map(({ value }) => value));
  if (total <= amount) return null;
  const needed = leastValue(amount === 0n ? total : amount, policy);
  if (podle === 'external') return null;
  const provable = ripening.filter(({ value, triesLeft }) => triesLeft > 0 && value >= needed);
  if (provable.length === 0) return null;
  const first = Math.min(...provable.map(({ blocksMissing }) => blocksMissing));
  return first === 0 ? 1 : first;
}

function leastValue(amount: Sats, policy: PodlePolicy): Sats {
  return sats((amount * BigInt(policy.amountPercent)) / 100n);
}
