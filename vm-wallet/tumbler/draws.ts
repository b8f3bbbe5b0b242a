import type { Random } from '../../shared/crypto/random.ts';
import type { Spread } from './options.ts';

/** One sample in twenty thousand would be longer; a plan must end. */
const LONGEST_WAIT = 10;

/** A waiting time: exponential around a mean, at most ten times it, to two decimals (protocol/coinjoin.md §9.3). */
export function drawWait(meanMinutes: number, random: Random): number {
  const sample = -Math.log(1 - random.unit()) * meanMinutes;
  return Math.round(Math.min(sample, LONGEST_WAIT * meanMinutes) * 100) / 100;
}

/** A whole number: normal, cut towards zero as the reference does. */
export function drawCount({ mean, deviation }: Spread, random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.unit()));
  return Math.trunc(mean + deviation * radius * Math.cos(2 * Math.PI * random.unit()));
}

/** The position of one of the weights, each with a probability proportional to it. */
export function drawWeighted(weights: readonly number[], random: Random): number {
  const point = random.unit() * weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const [position, weight] of weights.entries()) {
    sum += weight;
    if (point < sum) return position;
  }
  return weights.length - 1;
}

/** The last piece of a mixdepth is larger than this, so that the sweep is worth its fee. */
export const LEAST_LAST_PIECE = 0.05;

/** Decimals of a fraction: finer than a satoshi of most balances, and short enough for a schedule file. */
const DECIMALS = 1e10;

/**
 * Cuts the whole at random into pieces, of which the last is above a twentieth (protocol/coinjoin.md §9.3). No piece is 0.
 * @returns All pieces but the last, as fractions of the whole.
 */
export function drawFractions(pieces: number, random: Random): number[] {
  if (pieces < 2) return [];
  for (;;) {
    const cuts = Array.from({ length: pieces - 1 }, () => Math.floor(random.unit() * DECIMALS));
    cuts.sort((one, other) => other - one);
    const fractions = cuts.map((cut, position) => ((cuts[position - 1] ?? DECIMALS) - cut) / DECIMALS);
    const last = (cuts.at(-1) ?? 0) / DECIMALS;
    if (last > LEAST_LAST_PIECE && fractions.every((fraction) => fraction > 0)) return fractions;
  }
}
