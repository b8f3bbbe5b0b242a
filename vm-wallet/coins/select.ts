import { sumSats, type Sats } from '../../shared/bitcoin/amount.ts';

/** Names of the reference's merge algorithms (`merge_algorithm` in joinmarket.cfg). */
export type MergeAlgorithm = 'default' | 'gradual' | 'greedy' | 'greediest';

interface Valued {
  readonly value: Sats;
}

/**
 * Picks coins worth at least `target` (protocol/coinjoin.md §10.4).
 * @returns null when all of them together are worth less.
 */
export function selectCoins<Item extends Valued>(
  algorithm: MergeAlgorithm,
  coins: readonly Item[],
  target: bigint,
): Item[] | null {
  if (sumSats(coins.map((coin) => coin.value)) < target) return null;
  const ascending = [...coins].sort((a, b) => Number(a.value - b.value));
  const low = ascending.filter((coin) => coin.value < target);
  const high = ascending.filter((coin) => coin.value >= target);
  switch (algorithm) {
    case 'default':
      return smallestOf(high) ?? takeUntil([...low].reverse(), target);
    case 'gradual':
      return target > sumOf(low) ? smallestOf(high) : gradual(low, target);
    case 'greediest':
      return target > sumOf(low) ? smallestOf(high) : takeUntil(low, target);
    case 'greedy':
      return greedy(ascending, target);
  }
}

/**
 * Picks coins that include at least one of `standard` (a plain key of this wallet, which `ioauth` needs first). The target is
 * raised until the choice has one (protocol/wallet.md §13). The standard coin comes first in the result.
 */
export function selectWithStandardCoin<Item extends Valued>(
  algorithm: MergeAlgorithm,
  coins: readonly Item[],
  target: bigint,
  isStandard: (coin: Item) => boolean,
): Item[] | null {
  for (let goal = target; ;) {
    const chosen = selectCoins(algorithm, coins, goal);
    if (chosen === null) return null;
    const standard = chosen.find(isStandard);
    if (standard !== undefined) return [standard, ...chosen.filter((coin) => coin !== standard)];
    goal = sumOf(chosen) + 1n;
  }
}

function smallestOf<Item>(ascending: readonly Item[]): Item[] | null {
  const [smallest] = ascending;
  return smallest === undefined ? null : [smallest];
}

function sumOf(coins: readonly Valued[]): bigint {
  return sumSats(coins.map((coin) => coin.value));
}

function takeUntil<Item extends Valued>(ordered: readonly Item[], target: bigint): Item[] {
  const taken: Item[] = [];
  let total = 0n;
  for (const coin of ordered) {
    if (total >= target) break;
    taken.push(coin);
    total += coin.value;
  }
  return taken;
}

/** Smallest coins first, then the smallest ones dropped again as far as the target allows. */
function gradual<Item extends Valued>(ascending: readonly Item[], target: bigint): Item[] {
  const taken = takeUntil(ascending, target);
  let total = sumOf(taken);
  while (taken.length > 0 && total - (taken[0]?.value ?? 0n) >= target) {
    total -= taken.shift()?.value ?? 0n;
  }
  return taken;
}

/** Smallest coins first up to the one that overshoots; of those before it only what is needed beside it. */
function greedy<Item extends Valued>(ascending: readonly Item[], target: bigint): Item[] {
  let missing = target;
  let end = 0;
  for (const coin of ascending) {
    if (missing <= 0n) break;
    missing -= coin.value;
    end += 1;
  }
  if (missing === 0n) return ascending.slice(0, end);
  const overshooting = ascending[end - 1];
  if (overshooting === undefined) return [];
  const taken = [overshooting];
  let spare = -missing;
  for (const coin of ascending.slice(0, end - 1).reverse()) {
    if (coin.value > spare) taken.push(coin);
    else spare -= coin.value;
  }
  return taken;
}
