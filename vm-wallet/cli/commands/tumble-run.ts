import { sumSats } from '../../../shared/bitcoin/amount.ts';
import { isJmError } from '../../../shared/errors.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { keepServing } from '../../runtime/keep-serving.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { TumbleRunner } from '../../runtime/run-tumble.ts';
import { writeProgress } from '../../runtime/schedule-file.ts';
import { callsOf } from '../../runtime/tumble-calls.ts';
import { expectedCostOf } from '../../runtime/tumble-cost.ts';
import { openTumbleLog, timeText } from '../../runtime/tumble-log.ts';
import { movableCoins } from '../../runtime/tumble-surroundings.ts';
import type { TumbleEnd } from '../../runtime/tumble-world.ts';
import { dropWish, readWish } from '../../runtime/tumble-wish.ts';
import type { ApprovedBy } from '../../rules/spending/approvals.ts';
import { isOver } from '../../tumbler/progress.ts';
import { TumblerError } from '../../tumbler/tumbler-error.ts';
import type { ReadonlyTumble } from '../../tumbler/next-move.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import { expectedCostRows } from '../expected-cost-text.ts';
import { DeclinedError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import type { TumbleRunInvocation } from '../invocation/tumble.ts';
import { withWallet } from '../open.ts';
import { requireNative } from '../require-native.ts';
import { withChain } from '../sync.ts';
import { planRows, showPlan, tumbleData } from '../tumble-text.ts';

/** Starts the plan or goes on with it, until it is done, paused or interrupted. */
export async function tumbleRun(command: CommandContext, invocation: TumbleRunInvocation): Promise<void> {
  await withWallet(command, async (wallet) => {
    const tumble = planOf(wallet);
    if (invocation.command === 'tumble run' && tumble.status === 'paused') {
      throw new TumblerError('tumble-paused', `The plan is paused: ${tumble.reason ?? 'as you wished'}`, {
        cure: 'Run "jm-wallet tumble resume".',
      });
    }
    await carryOut(command, wallet);
  });
}

/** The plan that waits to be carried out. @throws TumblerError */
export function planOf({ store }: Pick<WalletContext, 'store'>): ReadonlyTumble {
  const { tumble } = store.state;
  if (tumble === null) {
    throw new TumblerError('tumble-no-plan', 'There is no plan', {
      cure: 'Make one: "jm-wallet tumble plan ADDRESS ADDRESS ADDRESS".',
    });
  }
  if (isOver(tumble)) {
    throw new TumblerError('tumble-over', `The plan is ${tumble.status}`, {
      cure: 'Make a new one: "jm-wallet tumble plan ADDRESS ADDRESS ADDRESS".',
    });
  }
  return tumble;
}

/** Shows the plan, asks once, and works it off. @throws TumblerError, DeclinedError */
export async function carryOut(command: CommandContext, wallet: WalletContext): Promise<void> {
  const { terminal, options } = command;
  const { store, config } = wallet;
  requireNative(store.state);
  showPlan(terminal, planOf(wallet), config.policy.takerUtxoAge, null);
  for (const row of expectedCostRows(expectedCostOf(planOf(wallet), store.state))) terminal.line(row);
  await confirm('Carry out this plan, and sign each of its CoinJoins within these limits?', {
    yes: options.yes,
    spending: { wallet, outflow: outflowOf(wallet, planOf(wallet)), summary: planRows(planOf(wallet)) },
  });
  const end = await work(command, wallet, wallet.approvals.by ?? 'user');
  const { tumble } = store.state;
  if (tumble !== null)
    terminal.data({ event: 'end', end, ...Object(tumbleData(tumble, config.policy.takerUtxoAge)) });
  terminal.line(`The plan is ${end}.`);
  if (end === 'paused') {
    throw new TumblerError('tumble-paused', `The plan is paused: ${tumble?.reason ?? 'as you wished'}`, {
      cure: 'Run "jm-wallet tumble resume" when the reason is gone.',
    });
  }
  if (end === 'interrupted') {
    throw new DeclinedError('interrupted', 'Interrupted; what is done is on disk', {
      cure: '"jm-wallet tumble run" goes on.',
    });
  }
}

/** Most that can leave the wallet: all that is mixed, when some of it is paid out, and the fees. */
function outflowOf(wallet: WalletContext, { entries, current, limits }: ReadonlyTumble): bigint {
  const left = entries.slice(current);
  const pays = left.some(({ destination }) => destination !== 'INTERNAL');
  const sources = new Set(left.map(({ mixdepth }) => mixdepth));
  const moved = [...sources].flatMap((mixdepth) => movableCoins(wallet, mixdepth));
  return pays ? sumSats(moved.map(({ value }) => value)) : BigInt(limits.cost);
}

async function work(
  command: CommandContext,
  wallet: WalletContext,
  approvedBy: ApprovedBy,
): Promise<TumbleEnd> {
  const { terminal } = command;
  const { store, random } = wallet;
  const signal = interruptSignal();
  const log = openTumbleLog(wallet.dataDir, wallet.now);
  const report = (text: string): void => {
    const safe = text.split('\n').map((line) => visibleAscii(line, 400));
    log(safe.join('\n'));
    const [first = '', ...rest] = safe;
    terminal.line(`${terminal.paint('dim', timeText(wallet.now()))} ${first}`);
    for (const line of rest) terminal.line(`  ${line}`);
    terminal.data({ event: 'log', text: safe.join('\n') });
  };
  const detail = (text: string): void => {
    log(`  ${visibleAscii(text, 400)}`);
    terminal.note(`${terminal.paint('dim', timeText(wallet.now()))}   ${visibleAscii(text, 400)}`);
  };
  dropWish(store.file);
  let end: TumbleEnd = 'interrupted';
  const serve = async (onUp: () => void): Promise<void> => {
    const run = withChain(
      wallet,
      terminal,
      (chain) => {
        onUp();
        const runner = new TumbleRunner(wallet, {
          ...callsOf(wallet, { chain, callMessages: () => callMessages(wallet) }, { report: detail, signal }),
          wish: {
            read: () => readWish(store.file),
            drop: () => {
              dropWish(store.file);
            },
          },
          onProgress: ({ file, entries }) => {
            if (file !== null) writeProgress(file, entries);
          },
          report,
          approvedBy,
          signal,
        });
        return runner.run();
      },
      signal,
    );
    end = await run;
  };
  await keepServing(serve, { signal, random, report }).catch((error: unknown) => {
    report(`stopped: ${isJmError(error) ? error.message : 'an error that should not be'}`);
    throw error;
  });
  return end;
}
