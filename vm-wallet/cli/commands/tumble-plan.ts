import { AddressError, scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { sumSats } from '../../../shared/bitcoin/amount.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { DUST_THRESHOLD } from '../../../shared/jm/offer.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { chooseFeeRate, FeeError } from '../../runtime/fee-rate.ts';
import { expectedCostOf } from '../../runtime/tumble-cost.ts';
import { movableCoins } from '../../runtime/tumble-surroundings.ts';
import { costBound, type CostBound, type Holding } from '../../tumbler/bounds.ts';
import { FEE_ROOM } from '../../tumbler/expected-cost.ts';
import { makePlan } from '../../tumbler/make-plan.ts';
import { newTumble, storedEntry } from '../../tumbler/new-tumble.ts';
import { checkOptions, type TumbleOptions } from '../../tumbler/options.ts';
import { isOver } from '../../tumbler/progress.ts';
import { TumblerError } from '../../tumbler/tumbler-error.ts';
import type { TumbleEntry, TumbleLimits } from '../../store/state.ts';
import type { CommandContext } from '../command-context.ts';
import { expectedCostRows } from '../expected-cost-text.ts';
import type { TumblePlanInvocation } from '../invocation/tumble.ts';
import { withWallet } from '../open.ts';
import { requireNative } from '../require-native.ts';
import { withChain } from '../sync.ts';
import { amountText, type Terminal } from '../terminal.ts';
import { showPlan, tumbleData } from '../tumble-text.ts';
import { warn } from '../warn.ts';

const DEFAULT_MAX_RELATIVE = 0.004;
const DEFAULT_MAX_ABSOLUTE = 10_000;

/** Draws a plan, shows it and keeps it. */
export async function tumblePlan(command: CommandContext, invocation: TumblePlanInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async (wallet) => {
    requireNative(wallet.store.state);
    refuseUnfinished(wallet);
    const options = optionsOf(invocation);
    checkDestinations(wallet, invocation, terminal);
    checkOptions(options, wallet.store.state.mixdepths);
    await withChain(wallet, terminal, async (client) => {
      const holdings = holdingsOf(wallet, terminal);
      const { policy } = wallet.config;
      const rateNow = await rateToday(wallet, client, invocation);
      const feeRate =
        invocation.maxFeeRate === undefined
          ? Math.ceil(FEE_ROOM * rateNow)
          : Math.round(invocation.maxFeeRate * 1000);
      const planned = makePlan({
        options,
        mixdepths: wallet.store.state.mixdepths,
        filled: [...holdings.keys()],
        destinations: invocation.destinations,
        random: wallet.random,
      });
      const entries = planned.map(storedEntry);
      const { limits, cost } = limitsFor(wallet, entries, holdings, {
        feeRate,
        feeAbsolute: invocation.maxFeeAbs ?? policy.maxCoinjoinFeeAbsolute ?? DEFAULT_MAX_ABSOLUTE,
        feeRelative: invocation.maxFeeRel ?? policy.maxCoinjoinFeeRelative ?? DEFAULT_MAX_RELATIVE,
        minimumMakers: options.minimumMakers,
        minimumAmount: invocation.mincjamount.toString(),
        retrySeconds: invocation.liquiditywait,
      });
      const { makerHours } = invocation;
      const { now, random } = wallet;
      const tumble = newTumble({ entries, file: null, limits, makerHours, now: now(), random });
      await wallet.store.commit((draft) => {
        draft.tumble = tumble;
      });
      showPlan(terminal, tumble, policy.takerUtxoAge, cost);
      const expected = expectedCostOf(tumble, wallet.store.state, Math.min(rateNow, feeRate));
      for (const row of expectedCostRows(expected)) terminal.line(row);
      terminal.line('Nothing is spent yet. "jm-wallet tumble run" starts it.');
      terminal.data({ ...Object(tumbleData(tumble, policy.takerUtxoAge)), expectedCost: expected });
    });
  });
}

/** What miners ask now, in sat/kvB. A limit that the user named holds, also where the node's own rate is absurd. @throws FeeError */
function rateToday(
  { config, random }: WalletContext,
  client: ChainClient,
  { maxFeeRate }: TumblePlanInvocation,
): Promise<number> {
  return chooseFeeRate(client, config.policy, random).catch((error: unknown) => {
    if (maxFeeRate !== undefined && error instanceof FeeError) return Math.round(maxFeeRate * 1000);
    throw error;
  });
}

/** Refuses a plan over one that is not over. @throws TumblerError */
export function refuseUnfinished({ store }: Pick<WalletContext, 'store'>): void {
  const { tumble } = store.state;
  if (tumble === null || isOver(tumble)) return;
  const what = tumble.file === null ? 'A plan' : `The schedule ${tumble.file}`;
  throw new TumblerError('tumble-unfinished', `${what} is not finished`, {
    cure: 'Look at it with "jm-wallet tumble status"; "jm-wallet tumble cancel" gives it up.',
  });
}

/** The limits of a plan, with the most that it can cost within them. */
export function limitsFor(
  wallet: WalletContext,
  entries: readonly TumbleEntry[],
  holdings: ReadonlyMap<number, Holding>,
  prices: Omit<TumbleLimits, 'cost'>,
): { readonly limits: TumbleLimits; readonly cost: CostBound } {
  const cost = costBound(entries, holdings, wallet.store.state.mixdepths, prices);
  return { limits: { ...prices, cost: cost.total.toString() }, cost };
}

/** What each mixdepth holds that a CoinJoin could move. */
export function holdingsOf(wallet: WalletContext, terminal: Terminal): Map<number, Holding> {
  const holdings = new Map<number, Holding>();
  for (let mixdepth = 0; mixdepth < wallet.store.state.mixdepths; mixdepth += 1) {
    const coins = movableCoins(wallet, mixdepth);
    const total = sumSats(coins.map(({ value }) => value));
    if (total >= DUST_THRESHOLD) holdings.set(mixdepth, { total, coins: coins.length });
    else if (total > 0n)
      terminal.note(`mixdepth ${mixdepth} is left out: ${amountText(total)} is too little to mix`);
  }
  return holdings;
}

function checkDestinations(
  wallet: WalletContext,
  { destinations, addrcount, allowFewDestinations }: TumblePlanInvocation,
  terminal: Terminal,
): void {
  for (const [number, address] of destinations.entries()) {
    if (destinations.indexOf(address) < number) throw badDestination(address, 'is named twice');
    if (ownsScript(wallet, scriptOf(address, wallet)))
      throw badDestination(address, 'belongs to this wallet');
  }
  if (destinations.length >= addrcount) return;
  if (!allowFewDestinations) {
    throw new TumblerError(
      'tumble-few-destinations',
      `${destinations.length} destination(s) are fewer than ${addrcount}`,
      { cure: 'Give more addresses that nobody can tie together, or --allow-few-destinations.' },
    );
  }
  warn(
    terminal,
    `with fewer than ${addrcount} destinations more of the money meets again on one ` +
      'address: amounts can be added up, and who knows that address knows how much you mixed.',
  );
}

function scriptOf(address: string, { store }: WalletContext): Uint8Array {
  try {
    return scriptOfAddress(address, store.state.network);
  } catch (error) {
    if (error instanceof AddressError)
      throw badDestination(address, `is no address on ${store.state.network}`);
    throw error;
  }
}

function badDestination(address: string, reason: string): TumblerError {
  return new TumblerError('tumble-bad-destination', `${address} ${reason}`, {
    cure: 'Give addresses of other wallets, each of them once.',
  });
}

function optionsOf(invocation: TumblePlanInvocation): TumbleOptions {
  const [makerMean, makerDeviation] = invocation.makercountrange;
  const [transactionMean, transactionDeviation] = invocation.txcountparams;
  return {
    addressCount: invocation.destinations.length,
    makerCount: { mean: makerMean, deviation: makerDeviation },
    minimumMakers: invocation.minmakercount,
    mixdepthCount: invocation.mixdepthcount,
    transactionCount: { mean: transactionMean, deviation: transactionDeviation },
    minimumTransactions: invocation.mintxcount,
    timeLambda: invocation.timelambda,
    firstStageIncrease: invocation.stage1TimelambdaIncrease,
    roundingChance: invocation.roundingChance,
    roundingWeights: invocation.roundingSigfigWeights,
  };
}
