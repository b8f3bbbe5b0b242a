import type { Random } from '../../shared/crypto/random.ts';
import { formatScheduledAmount, parseScheduledAmount } from '../../shared/jm/schedule.ts';
import type { TumbleEntry } from '../store/state.ts';
import { drawFractions } from './draws.ts';
import { runAt } from './runs.ts';

/** What a fraction is of the whole, or 0 for other amounts. */
export function fractionOf({ amount }: Pick<TumbleEntry, 'amount'>): number {
  const parsed = parseScheduledAmount(amount);
  return parsed?.kind === 'fraction' ? parsed.fraction : 0;
}

const DECIMALS = 1e10;

/**
 * Changes an entry that failed so that it has a better chance (protocol/coinjoin.md §9.4): a sweep asks one maker fewer; a fraction is
 * drawn anew together with those behind it, scaled to what is left of the mixdepth. Destinations never change.
 * @param current Number of the entry.
 */
export function tweak(entries: TumbleEntry[], current: number, minimumMakers: number, random: Random): void {
  const entry = entries[current];
  if (entry === undefined) return;
  if (fractionOf(entry) === 0) {
    if (entry.amount === '0' && entry.makers > minimumMakers) entry.makers -= 1;
    return;
  }
  const { start, end } = runAt(entries, current);
  const spent = entries.slice(start, current).reduce((sum, done) => sum + fractionOf(done), 0);
  const left = entries.slice(current, end).filter((piece) => fractionOf(piece) > 0);
  const drawn = drawFractions(left.length + 1, random);
  for (const [position, piece] of left.entries()) {
    const scaled = Math.floor((drawn[position] ?? 0) * (1 - spent) * DECIMALS) / DECIMALS;
    if (scaled > 0) piece.amount = formatScheduledAmount({ kind: 'fraction', fraction: scaled });
  }
}
