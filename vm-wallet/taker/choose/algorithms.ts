import type { Random } from '../../../shared/crypto/random.ts';
import type { Candidate } from './candidate.ts';

/** Names of the choosing algorithms, as the reference spells them. */
export type ChooseAlgorithm =
  | 'fidelity_bond_weighted_order_choose'
  | 'random_under_max_order_choose'
  | 'cheapest_order_choose'
  | 'weighted_order_choose';

/** Picks one candidate of a list that is sorted by net fee and not empty. */
export type Choose = (candidates: readonly Candidate[], makers: number, random: Random) => Candidate;

/** The algorithm of a name (protocol/coinjoin.md §3.2). */
export function chooser(algorithm: ChooseAlgorithm, bondlessAllowance: number): Choose {
  switch (algorithm) {
    case 'fidelity_bond_weighted_order_choose':
      return (candidates, _makers, random) => chooseByBond(candidates, bondlessAllowance, random);
    case 'random_under_max_order_choose':
      return (candidates, _makers, random) => at(candidates, random.below(candidates.length));
    case 'cheapest_order_choose':
      return (candidates) => at(candidates, 0);
    case 'weighted_order_choose':
      return (candidates, makers, random) => pickWeighted(candidates, feeWeights(candidates, makers), random);
  }
}

/** Picks `makers` different makers, or null when there are too few. */
export function chooseMakers(
  candidates: readonly Candidate[],
  makers: number,
  choose: Choose,
  random: Random,
): Candidate[] | null {
  const chosen: Candidate[] = [];
  let rest = candidates;
  while (chosen.length < makers) {
    if (rest.length === 0) return null;
    const pick = choose(rest, makers, random);
    chosen.push(pick);
    rest = rest.filter((candidate) => candidate.maker !== pick.maker);
  }
  return chosen;
}

/** Up to `count` more makers, in the order in which they would be chosen. */
export function drawSpares(
  candidates: readonly Candidate[],
  count: number,
  choose: Choose,
  random: Random,
): Candidate[] {
  const makers = Math.min(count, new Set(candidates.map(({ maker }) => maker)).size);
  return chooseMakers(candidates, makers, choose, random) ?? [];
}

/** Chooses among those that are not shunned as long as there are any. */
export function preferring(choose: Choose, isShunned: (candidate: Candidate) => boolean): Choose {
  return (candidates, makers, random) => {
    const preferred = candidates.filter((candidate) => !isShunned(candidate));
    return choose(preferred.length > 0 ? preferred : candidates, makers, random);
  };
}

function chooseByBond(candidates: readonly Candidate[], allowance: number, random: Random): Candidate {
  const uniform = (): Candidate => at(candidates, random.below(candidates.length));
  if (random.unit() < allowance) return uniform();
  const bonded = candidates.filter((candidate) => candidate.bondValue > 0);
  return bonded.length === 0 ? uniform() : pickWeighted(bonded, bondWeights(bonded), random);
}

/** Bond values scaled to a sum of 1. */
export function bondWeights(bonded: readonly { readonly bondValue: number }[]): number[] {
  const total = bonded.reduce((sum, candidate) => sum + candidate.bondValue, 0);
  return bonded.map((candidate) => candidate.bondValue / total);
}

/** Weights that fall off exponentially with the fee over the cheapest, scaled to a sum of 1. */
export function feeWeights(candidates: readonly { readonly netFee: bigint }[], makers: number): number[] {
  const fees = candidates.map((candidate) => Number(candidate.netFee));
  const cheapest = fees[0] ?? 0;
  const reach = makers * 3;
  const phi = (fees.length > reach ? (fees[reach] ?? 0) : (fees[fees.length - 1] ?? 0)) - cheapest;
  const raw = fees.map((fee) => (phi > 0 ? Math.exp(-(fee - cheapest) / phi) : 1));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/** The index that a number from [0, 1) falls on, when each has the given share. */
export function weightedIndex(weights: readonly number[], draw: number): number {
  let reached = 0;
  for (const [index, weight] of weights.entries()) {
    reached += weight;
    if (draw < reached) return index;
  }
  return weights.length - 1;
}

function pickWeighted(
  candidates: readonly Candidate[],
  weights: readonly number[],
  random: Random,
): Candidate {
  return at(candidates, weightedIndex(weights, random.unit()));
}

function at(candidates: readonly Candidate[], index: number): Candidate {
  const candidate = candidates[index];
  if (candidate === undefined) throw new RangeError('choosing from an empty list');
  return candidate;
}
