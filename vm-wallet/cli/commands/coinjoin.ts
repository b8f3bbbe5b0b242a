import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { equalBytes } from '../../../shared/crypto/bytes.ts';
import type { UnsignedJoin } from '../../coinjoin/join.ts';
import type { CoinjoinPlan, CoinjoinRequest } from '../../runtime/coinjoin-plan.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { chooseFeeRate } from '../../runtime/fee-rate.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { TakerRunner } from '../../runtime/taker-runner.ts';
import { CoinjoinError } from '../../taker/outcome.ts';
import type { ChooseAlgorithm } from '../../taker/choose/algorithms.ts';
import { parseAmount } from '../amount.ts';
import { confirm } from '../confirm.ts';
import { drawTransaction } from '../draw-transaction.ts';
import { DeclinedError, UsageError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { requireNative } from '../require-native.ts';
import { withChain } from '../sync.ts';
import { amountText, printable, type Terminal } from '../terminal.ts';
import { warnOfRefused } from '../warn-of-refused.ts';

type CoinjoinInvocation = Extract<Invocation, { command: 'coinjoin' }>;

const DEFAULT_ALGORITHM: ChooseAlgorithm = 'fidelity_bond_weighted_order_choose';
const DEFAULT_MAX_RELATIVE = 0.004;
const DEFAULT_MAX_ABSOLUTE = 10_000;

/** Mixes as a taker. */
export async function coinjoin(command: CommandContext, invocation: CoinjoinInvocation): Promise<void> {
  const { terminal, options } = command;
  const interrupt = interruptSignal();
  await withWallet(command, (wallet) => {
    requireNative(wallet.store.state);
    return withChain(
      wallet,
      terminal,
      async (client) => {
        const feeRate = await chooseFeeRate(client, wallet.config.policy, wallet.random, invocation.feeRate);
        const request = requestOf(wallet, invocation, feeRate);
        const messages = await callMessages(wallet);
        try {
          const runner = new TakerRunner(wallet, client, messages, {
            report: (text) => {
              terminal.note(`${terminal.paint('dim', clock())} ${printable(text, 400)}`);
            },
            approvePlan: (plan) => {
              warnOfRefused(terminal, wallet.store.state, plan.coins);
              return approvePlan(terminal, plan, request, options.yes);
            },
            approveTransaction: async (join, destination) => {
              for (const line of drawing(terminal, wallet, join)) terminal.note(line);
              terminal.note(`  to ${destination}`);
              await confirm('Sign and broadcast?', { yes: options.yes });
            },
            signal: interrupt,
          });
          const result = await runner.run(request).catch((error: unknown) => {
            if (!isCalledOff(error, interrupt)) throw error;
            throw new DeclinedError(
              'interrupted',
              'Interrupted; nothing was spent, and the coins are free again',
            );
          });
          const { join } = result;
          terminal.line(
            `${terminal.paint('green', 'CoinJoin done')}: ${amountText(join.amount)} with ${join.makers.length} makers`,
          );
          terminal.line(`  txid ${result.txid}`);
          terminal.line(`  miner fee ${join.minerFee} sat, makers earn ${join.coinjoinFees} sat`);
          terminal.data({
            txid: result.txid,
            makers: join.makers.map(({ nick }) => nick),
            amount: join.amount,
            equalOutputs: equalOutputs(join),
            minerFee: join.minerFee,
            coinjoinFees: join.coinjoinFees,
            destination: result.destination,
            broadcastBy: result.broadcastBy,
            secondsFillToBroadcast: Number(result.secondsFillToBroadcast.toFixed(3)),
          });
        } finally {
          await messages.close();
        }
      },
      interrupt,
    );
  });
}

/** True while nothing was signed: anything else that goes wrong after ctrl-C must be told as it is. */
function isCalledOff(error: unknown, interrupt: AbortSignal): boolean {
  const cancelled = error instanceof CoinjoinError && error.code === 'coinjoin-cancelled';
  return interrupt.aborted && (cancelled || error === interrupt.reason);
}

function requestOf(wallet: WalletContext, invocation: CoinjoinInvocation, feeRate: number): CoinjoinRequest {
  const { policy } = wallet.config;
  const makers = invocation.makers ?? 8 + wallet.random.below(3);
  if (makers < policy.minimumMakers) {
    throw new UsageError(
      'usage',
      `${makers} makers are fewer than minimum_makers (${policy.minimumMakers})`,
      {
        cure: 'Ask more, or lower minimum_makers in joinmarket.cfg, which costs privacy.',
      },
    );
  }
  return {
    amount: parseAmount(invocation.amount),
    mixdepth: invocation.mixdepth,
    destination: invocation.destination,
    makers,
    minimumMakers: policy.minimumMakers,
    algorithm: algorithmOf(invocation.choose),
    limits: {
      absolute: invocation.maxFeeAbsolute ?? policy.maxCoinjoinFeeAbsolute ?? DEFAULT_MAX_ABSOLUTE,
      relative: invocation.maxFeeRelative ?? policy.maxCoinjoinFeeRelative ?? DEFAULT_MAX_RELATIVE,
    },
    broadcast: broadcastOf(invocation.broadcast, policy.txBroadcast),
    feeRate,
  };
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

function broadcastOf(
  text: string | undefined,
  fallback: CoinjoinRequest['broadcast'],
): CoinjoinRequest['broadcast'] {
  return text === 'self' || text === 'random-peer' || text === 'not-self' ? text : fallback;
}

async function approvePlan(
  terminal: Terminal,
  plan: CoinjoinPlan,
  request: CoinjoinRequest,
  yes: boolean,
): Promise<void> {
  terminal.note(
    `Mixing ${amountText(plan.amount)} to ${request.destination} with ${plan.makers.length} makers:`,
  );
  for (const { maker, offer, fee, bondValue } of plan.makers) {
    const bond = bondValue > 0 ? `, bond ${bondValue.toExponential(2)}` : '';
    terminal.note(`  ${maker}  ${offer.type}  asks ${fee} sat${bond}`);
  }
  const percent = ((Number(plan.coinjoinFees) / Number(plan.amount)) * 100).toFixed(3);
  terminal.note(
    `  makers ask ${plan.coinjoinFees} sat (${percent} %), the miner fee will be about ${plan.estimatedMinerFee} sat`,
  );
  if (Number(plan.coinjoinFees) > 0.02 * Number(plan.amount)) {
    terminal.note(terminal.paint('yellow', '  This is more than 2 % of the amount.'));
  }
  await confirm('Go on?', { yes });
}

function drawing(terminal: Terminal, wallet: WalletContext, join: UnsignedJoin): string[] {
  const { outputs } = parseTransaction(join.raw);
  const makerOf = (script: Uint8Array): string =>
    join.makers.find(
      (maker) => equalBytes(maker.coinjoinScript, script) || equalBytes(maker.changeScript, script),
    )?.nick ?? '';
  return drawTransaction(terminal, {
    inputs: join.inputs.map((input) => ({
      value: input.value,
      text: outpointKey(input),
      owner: input.owner ?? 'you',
    })),
    outputs: outputs.map(({ value, script }) => ({
      value,
      text: addressOfScript(script, wallet.store.state.network),
      owner: ownsScript(wallet, script) ? 'you' : makerOf(script),
    })),
  });
}

function equalOutputs(join: UnsignedJoin): number {
  return parseTransaction(join.raw).outputs.filter((output) => output.value === join.amount).length;
}

function clock(): string {
  return new Date().toISOString().slice(11, 19);
}
