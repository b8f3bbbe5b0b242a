import { toHex } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { formatScheduledAmount, type ScheduleEntry } from '../../shared/jm/schedule.ts';
import type { TumbleEntry, TumbleLimits, TumbleState } from '../store/state.ts';
import type { PlannedEntry } from './make-plan.ts';

/** A drawn entry as it is stored. */
export function storedEntry({
  mixdepth,
  fraction,
  makers,
  destination,
  wait,
  rounding,
}: PlannedEntry): TumbleEntry {
  const amount = fraction === 0 ? '0' : formatScheduledAmount({ kind: 'fraction', fraction });
  return {
    mixdepth,
    amount,
    makers,
    destination,
    wait,
    rounding,
    status: 'waiting',
    coins: [],
    txids: [],
    cost: '0',
  };
}

/** An entry of a schedule file as it is stored. */
export function scheduledEntry(entry: ScheduleEntry): TumbleEntry {
  const { mixdepth, makers, destination, wait, rounding, progress } = entry;
  const amount = formatScheduledAmount(entry.amount);
  const status = progress.state === 'to-do' ? 'waiting' : progress.state;
  const txids = progress.state === 'broadcast' ? [progress.txid] : [];
  return { mixdepth, amount, makers, destination, wait, rounding, status, coins: [], txids, cost: '0' };
}

/** A plan as it is stored, before it is started. */
export function newTumble(plan: {
  readonly entries: readonly TumbleEntry[];
  readonly file: string | null;
  readonly limits: TumbleLimits;
  readonly makerHours: number;
  /** Unix seconds. */
  readonly now: number;
  readonly random: Random;
}): TumbleState {
  const { entries, file, limits, makerHours, now, random } = plan;
  return {
    id: toHex(random.bytes(8)),
    createdAt: now,
    status: 'planned',
    reason: null,
    file,
    entries: [...entries],
    destinations: entries.map(({ destination }) => destination).filter((text) => text !== 'INTERNAL'),
    current: 0,
    failures: 0,
    notBefore: 0,
    base: null,
    limits,
    makerHours,
    session: null,
  };
}
