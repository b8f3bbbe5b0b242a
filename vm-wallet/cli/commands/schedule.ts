import path from 'node:path';
import type { ScheduleEntry } from '../../../shared/jm/schedule.ts';
import { chooseFeeRate } from '../../runtime/fee-rate.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { isSameSchedule, readSchedule, scheduleOf } from '../../runtime/schedule-file.ts';
import { newTumble, scheduledEntry } from '../../tumbler/new-tumble.ts';
import { isOver } from '../../tumbler/progress.ts';
import { TumblerError } from '../../tumbler/tumbler-error.ts';
import type { CommandContext } from '../command-context.ts';
import type { ScheduleInvocation } from '../invocation/tumble.ts';
import { readConfig, withWallet } from '../open.ts';
import { requireNative } from '../require-native.ts';
import { withChain } from '../sync.ts';
import type { Terminal } from '../terminal.ts';
import { FEE_ROOM } from '../../tumbler/expected-cost.ts';
import { planRows } from '../tumble-text.ts';
import { holdingsOf, limitsFor, refuseUnfinished } from './tumble-plan.ts';
import { carryOut } from './tumble-run.ts';

const DEFAULT_MAX_RELATIVE = 0.004;
const DEFAULT_MAX_ABSOLUTE = 10_000;
const RETRY_SECONDS = 60;

/** Tells whether a schedule file can be carried out. */
export function scheduleCheck(command: CommandContext, { file }: ScheduleInvocation): Promise<void> {
  const { terminal } = command;
  const { network, policy } = readConfig(command);
  const entries = readSchedule(file, network);
  for (const row of planRows({ entries: entries.map(scheduledEntry) })) terminal.line(row);
  checkEntries(entries, { minimumMakers: policy.minimumMakers, mixdepths: 10 });
  const todo = entries.filter(({ progress }) => progress.state !== 'done').length;
  terminal.line(`${entries.length} entries, ${todo} to do`);
  terminal.data({ entries: entries.length, todo });
  return Promise.resolve();
}

/** Carries a schedule file out, and writes into it how far it came. */
export async function scheduleRun(command: CommandContext, { file }: ScheduleInvocation): Promise<void> {
  const { terminal } = command;
  const name = path.resolve(file);
  await withWallet(command, async (wallet) => {
    requireNative(wallet.store.state);
    const entries = readSchedule(name, wallet.store.state.network);
    if (!isGoingOn(wallet, name, entries)) await take(wallet, name, entries, terminal);
    await carryOut(command, wallet);
  });
}

/** True when this file was begun before: what is on disk in the wallet counts, and the file follows it. */
function isGoingOn({ store }: WalletContext, file: string, entries: readonly ScheduleEntry[]): boolean {
  const { tumble } = store.state;
  if (tumble === null || isOver(tumble) || tumble.file !== file) return false;
  if (isSameSchedule(entries, scheduleOf(tumble.entries, store.state.network))) return true;
  throw new TumblerError('schedule-changed', `${file} has other entries than when it was begun`, {
    cure: 'Put the old ones back, or give the old schedule up with "jm-wallet tumble cancel".',
  });
}

/** Takes a schedule into the wallet file, where its progress is kept. */
async function take(
  wallet: WalletContext,
  file: string,
  entries: readonly ScheduleEntry[],
  terminal: Terminal,
): Promise<void> {
  const { store, config, now, random } = wallet;
  const { policy } = config;
  refuseUnfinished(wallet);
  checkEntries(entries, { minimumMakers: policy.minimumMakers, mixdepths: store.state.mixdepths });
  checkKnown(wallet, entries);
  const stored = entries.map(scheduledEntry);
  await withChain(wallet, terminal, async (client) => {
    const { limits } = limitsFor(wallet, stored, holdingsOf(wallet, terminal), {
      feeRate: Math.ceil(FEE_ROOM * (await chooseFeeRate(client, policy, random))),
      feeAbsolute: policy.maxCoinjoinFeeAbsolute ?? DEFAULT_MAX_ABSOLUTE,
      feeRelative: policy.maxCoinjoinFeeRelative ?? DEFAULT_MAX_RELATIVE,
      minimumMakers: policy.minimumMakers,
      minimumAmount: '100000',
      retrySeconds: RETRY_SECONDS,
    });
    const tumble = newTumble({ entries: stored, file, limits, makerHours: 0, now: now(), random });
    await store.commit((draft) => {
      draft.tumble = tumble;
    });
  });
}

/** Refuses what the file's form allows and this wallet can't do. @throws TumblerError that names the entry. */
function checkEntries(
  entries: readonly ScheduleEntry[],
  { minimumMakers, mixdepths }: { readonly minimumMakers: number; readonly mixdepths: number },
): void {
  for (const [number, { mixdepth, makers, destination, progress }] of entries.entries()) {
    if (progress.state === 'done') continue;
    if (mixdepth >= mixdepths) throw badEntry(number, `spends from mixdepth ${mixdepth}, which is not there`);
    if (makers < minimumMakers) {
      throw badEntry(number, `asks ${makers} makers, fewer than minimum_makers (${minimumMakers})`);
    }
    if (destination === 'addrask')
      throw badEntry(number, 'wants to ask for an address: write it into the file');
  }
}

/** A transaction that this wallet does not know can't be waited for. @throws TumblerError */
function checkKnown({ store }: WalletContext, entries: readonly ScheduleEntry[]): void {
  for (const [number, { progress }] of entries.entries()) {
    if (progress.state !== 'broadcast') continue;
    const { txid } = progress;
    if (!store.state.history.some((entry) => entry.txid === txid)) {
      throw badEntry(number, `was sent as ${txid}, which this wallet does not know`);
    }
  }
}

function badEntry(number: number, reason: string): TumblerError {
  return new TumblerError('schedule-bad-entry', `Entry ${number + 1} of the schedule ${reason}`, {
    cure: 'Correct the file; "jm-wallet schedule check FILE" looks at it again.',
  });
}
