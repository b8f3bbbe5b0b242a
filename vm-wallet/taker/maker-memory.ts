import type { OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { Nick } from '../../shared/jm/command.ts';
import type { MakerRecord } from '../store/state.ts';
import type { Fault } from './round-types.ts';

/** Seconds in which half of what is held against a maker is forgotten. */
export const HALF_LIFE = 7 * 86_400;
/** From here on a maker is only asked when there are too few others: one failure counts for a week. */
export const SHUNNED_FROM = 0.5;
/** A maker that says no costs us a message; one that fails costs a minute, and a use of our coin. */
const DECLINE_WEIGHT = 0.25;
const MAX_MAKERS = 1000;
/** What is left of older faults is not worth a record. */
const FORGOTTEN_BELOW = 0.02;

/** What one round showed of a maker. */
export interface Observation {
  readonly bond: OutpointKey;
  readonly nick: Nick;
  /** Null for one that took part to the end. */
  readonly fault: Fault | null;
  readonly reason: string;
}

type Memory = Readonly<Record<string, Readonly<MakerRecord>>>;

/** What is held against a maker now: 1 for a failure just now, less for a refusal, half of it after a week. @param now Unix seconds. */
export function badness(record: Readonly<MakerRecord> | undefined, now: number): number {
  if (record === undefined) return 0;
  return (record.failed + DECLINE_WEIGHT * record.declined) * fading(record, now);
}

/** True for a maker that is asked only when there are too few others. Makers without a bond are forgotten with the run. */
export function isShunned(memory: Memory, bond: OutpointKey | undefined, now: number): boolean {
  return bond !== undefined && badness(memory[bond], now) >= SHUNNED_FROM;
}

/** Notes what a round showed. Who refused a burnt commitment did nothing wrong. */
export function remember(
  memory: Record<string, MakerRecord>,
  observations: readonly Observation[],
  now: number,
): void {
  for (const { bond, nick, fault, reason } of observations) {
    if (fault === 'blacklisted') continue;
    const before = memory[bond];
    const left = before === undefined ? 0 : fading(before, now);
    memory[bond] = {
      declined: rounded((before?.declined ?? 0) * left) + (fault === 'declined' ? 1 : 0),
      failed: rounded((before?.failed ?? 0) * left) + (fault === null || fault === 'declined' ? 0 : 1),
      joined: (before?.joined ?? 0) + (fault === null ? 1 : 0),
      at: now,
      nick,
      reason: fault === null ? (before?.reason ?? '') : reason.slice(0, 200),
    };
  }
  forget(memory, now);
}

/** Keeps those that say most, so that bonds made for it can't fill the wallet file. */
function forget(memory: Record<string, MakerRecord>, now: number): void {
  for (const [bond, record] of Object.entries(memory)) {
    if (record.joined === 0 && badness(record, now) < FORGOTTEN_BELOW) Reflect.deleteProperty(memory, bond);
  }
  const oldest = Object.entries(memory).sort(([, a], [, b]) => a.at - b.at);
  for (const [bond] of oldest.slice(0, Math.max(0, oldest.length - MAX_MAKERS))) {
    Reflect.deleteProperty(memory, bond);
  }
}

function fading({ at }: Readonly<MakerRecord>, now: number): number {
  return 2 ** (-Math.max(0, now - at) / HALF_LIFE);
}

function rounded(count: number): number {
  return Math.round(count * 1000) / 1000;
}
