import type { CoinjoinPlan, CoinjoinRequest } from '../../runtime/coinjoin-plan.ts';
import { checkRequest } from '../../runtime/coinjoin-plan.ts';
import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { NOBODY } from '../../runtime/broadcast.ts';
import { scriptIndex } from '../../chain/watch-list.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { chooseFeeRate } from '../../runtime/fee-rate.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { preflight } from '../../runtime/preflight.ts';
import { PreflightError } from '../../runtime/preflight-error.ts';
import type { CoinjoinResult } from '../../runtime/sign-round.ts';
import { TakerRunner, type TakerInterface } from '../../runtime/taker-runner.ts';
import { finalCost } from '../../coinjoin/cost.ts';
import { freeOwnScripts } from '../../spend/free-scripts.ts';
import { CoinjoinError } from '../../taker/outcome.ts';
import type { ChooseAlgorithm } from '../../taker/choose/algorithms.ts';
import { parseAmount } from '../amount.ts';
import { confirm } from '../confirm.ts';
import { DeclinedError, UsageError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import type { CommandContext } from '../command-context.ts';
import type { CoinjoinInvocation } from '../invocation/pay.ts';
import { checkMixdepth } from '../mixdepth.ts';
import { withWallet } from '../open.ts';
import { candidateTable, pickMakers } from '../pick-makers.ts';
import { requireNative } from '../require-native.ts';
import { costLines, equalOutputs, joinDrawing, planLines } from '../show-coinjoin.ts';
import { explain, preflightData, preflightLines } from '../show-preflight.ts';
import { withChain } from '../sync.ts';
import { amountText, type Terminal } from '../terminal.ts';
import { warnOfRefused } from '../warn-of-refused.ts';

const DEFAULT_ALGORITHM: ChooseAlgorithm = 'fidelity_bond_weighted_order_choose';
const DEFAULT_MAX_RELATIVE = 0.004;
const DEFAULT_MAX_ABSOLUTE = 10_000;

/** Mixes as a taker, or tells whether it could. */
export async function coinjoin(command: CommandContext, invocation: CoinjoinInvocation): Promise<void> {
  const { terminal } = command;
  const interrupt = interruptSignal();
  await withWallet(command, async (wallet) => {
    checkMixdepth(wallet.store.state, invocation.mixdepth);
    requireNative(wallet.store.state);
    // What no node and no maker could change is refused before either is asked.
    const wish = wishOf(wallet, invocation);
    if (invocation.check) {
      check(terminal, wallet, wish);
      return;
    }
    await withChain(
      wallet,
      terminal,
      async (client) => {
        const found = preflight(wallet, wish);
        if (found.problem !== null) {
          explain(terminal, found, wish.mixdepth);
          throw new PreflightError(found, found.problem);
        }
        const feeRate = await chooseFeeRate(client, wallet.config.policy, wallet.random, invocation.feeRate);
        const request = { ...wish, feeRate };
        const messages = await callMessages(wallet);
        try {
          const runner = new TakerRunner(
            wallet,
            client,
            messages,
            interfaceOf(command, wallet, request, interrupt),
          );
          const result = await runner.run(request).catch((error: unknown) => {
            if (!isCalledOff(error, interrupt)) throw error;
            throw new DeclinedError(
              'interrupted',
              'Interrupted; nothing was spent, and the coins are free again',
            );
          });
          tell(terminal, result);
        } finally {
          await messages.close();
        }
      },
      interrupt,
    );
  });
}

/** Everything of a request but the fee rate, for which the node is asked. */
type Wish = Omit<CoinjoinRequest, 'feeRate'>;

/** Looks at the coins as the last scan left them, and at nothing else. */
function check(terminal: Terminal, wallet: WalletContext, wish: Wish): void {
  const found = preflight(wallet, wish);
  for (const line of preflightLines(found, wish.mixdepth)) terminal.line(line);
  terminal.line('Nobody was asked; "jm-wallet display" brings the coins up to date.');
  // The error is the one JSON value then, and carries the same rows.
  if (found.problem !== null) throw new PreflightError(found, found.problem);
  terminal.data(preflightData(found));
}

function interfaceOf(
  { terminal, options }: CommandContext,
  wallet: WalletContext,
  request: CoinjoinRequest,
  signal: AbortSignal,
): TakerInterface {
  const { store } = wallet;
  const asking = { yes: options.yes, signal };
  return {
    report: (text) => {
      terminal.note(`${terminal.paint('dim', clock())} ${visibleAscii(text, 400)}`);
    },
    approvePlan: async (plan: CoinjoinPlan) => {
      warnOfRefused(terminal, store.state, plan.coins);
      const summary = planLines(terminal, plan, request);
      for (const line of summary) terminal.note(line);
      const outflow =
        leaving(wallet, request.destination, plan.amount) + plan.coinjoinFees + plan.estimatedMinerFee;
      await confirm('Go on?', { ...asking, spending: { wallet, outflow, summary } });
    },
    approveTransaction: async (join, destination) => {
      const cost = finalCost(join);
      for (const line of joinDrawing(terminal, wallet, join)) terminal.note(line);
      const summary = costLines(terminal, join, destination);
      for (const line of summary) terminal.note(line);
      const outflow = leaving(wallet, destination, join.amount) + cost.total;
      await confirm('Sign and broadcast?', { ...asking, spending: { wallet, outflow, summary } });
    },
    pickMakers: (candidates) =>
      pickMakers(
        terminal,
        candidateTable(candidates, request.amount, store.state.makers, wallet.now()),
        candidates,
        signal,
      ),
    signal,
  };
}

/** What leaves the wallet beside the fees: nothing when it mixes to itself. What goes into a bond of ours has left for years. */
function leaving(wallet: WalletContext, destination: string, amount: bigint): bigint {
  const isOurs =
    destination === 'INTERNAL' ||
    freeOwnScripts(scriptIndex(wallet.store, wallet.keys))(
      scriptOfAddress(destination, wallet.store.state.network),
    );
  return isOurs ? 0n : amount;
}

function tell(terminal: Terminal, result: CoinjoinResult): void {
  const { join, broadcastBy } = result;
  const cost = finalCost(join);
  const done = broadcastBy === NOBODY ? terminal.paint('yellow', 'CoinJoin signed, not broadcast') : null;
  terminal.line(
    `${done ?? terminal.paint('green', 'CoinJoin done')}: ${amountText(join.amount)} with ${join.makers.length} makers`,
  );
  terminal.line(`  txid ${result.txid}`);
  terminal.line(`  miner fee ${join.minerFee} sat, makers earn ${join.coinjoinFees} sat`);
  terminal.line(`  it cost ${cost.total} sat (${cost.percent.toFixed(3)} %)`);
  terminal.data({
    txid: result.txid,
    makers: join.makers.map(({ nick }) => nick),
    amount: join.amount,
    equalOutputs: equalOutputs(join),
    minerFee: join.minerFee,
    coinjoinFees: join.coinjoinFees,
    cost: cost.total,
    destination: result.destination,
    broadcastBy,
    secondsFillToBroadcast: Number(result.secondsFillToBroadcast.toFixed(3)),
  });
}

/** True while nothing was signed: anything else that goes wrong after ctrl-C must be told as it is. */
function isCalledOff(error: unknown, interrupt: AbortSignal): boolean {
  const cancelled = error instanceof CoinjoinError && error.code === 'coinjoin-cancelled';
  return interrupt.aborted && (cancelled || error === interrupt.reason);
}

/** What the user asked for. @throws UsageError, PlanError, AddressError, AmountError */
function wishOf(wallet: WalletContext, invocation: CoinjoinInvocation): Wish {
  const { policy } = wallet.config;
  if (!invocation.check && (invocation.amount === undefined || invocation.destination === undefined)) {
    throw new UsageError('usage', 'A CoinJoin needs an amount and a destination', {
      cure: 'For example: jm-wallet coinjoin 0.05btc INTERNAL',
    });
  }
  const named = invocation.maker.length === 0 ? null : namedMakers(invocation.maker);
  const makers = named?.length ?? invocation.makers ?? 8 + wallet.random.below(3);
  if (makers < policy.minimumMakers) {
    throw new UsageError(
      'usage',
      `${makers} makers are fewer than minimum_makers (${policy.minimumMakers})`,
      {
        cure: 'Ask more, or lower minimum_makers in joinmarket.cfg, which costs privacy.',
      },
    );
  }
  const wish: Wish = {
    amount: parseAmount(invocation.amount ?? '0'),
    mixdepth: invocation.mixdepth,
    destination: invocation.destination ?? 'INTERNAL',
    makers,
    minimumMakers: policy.minimumMakers,
    algorithm: algorithmOf(invocation.choose),
    limits: {
      absolute: invocation.maxFeeAbs ?? policy.maxCoinjoinFeeAbsolute ?? DEFAULT_MAX_ABSOLUTE,
      relative: invocation.maxFeeRel ?? policy.maxCoinjoinFeeRelative ?? DEFAULT_MAX_RELATIVE,
    },
    broadcast: invocation.broadcast ?? policy.txBroadcast,
    podle: invocation.podle ?? 'any',
    pick: invocation.pick,
    ...(named === null ? {} : { named }),
  };
  checkRequest(wallet, wish);
  return wish;
}

/** @throws UsageError */
function namedMakers(texts: readonly string[]): readonly Nick[] {
  const nicks = texts.map((text) => {
    const nick = parseNick(text);
    if (nick !== null) return nick;
    throw new UsageError('usage', `"${visibleAscii(text, 40)}" is no nick of a maker`, {
      cure: 'Copy it from the table of --pick: J5 and 14 letters and digits.',
    });
  });
  return [...new Set(nicks)];
}

function algorithmOf(text: string | undefined): ChooseAlgorithm {
  switch (text) {
    case 'random_under_max_order_choose':
    case 'cheapest_order_choose':
    case 'weighted_order_choose':
      return text;
    default:
      return DEFAULT_ALGORITHM;
  }
}

function clock(): string {
  return new Date().toISOString().slice(11, 19);
}
