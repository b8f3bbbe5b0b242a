import type { ReadonlyState } from '../store/wallet-store.ts';

/** What makers usually ask. */
export interface MakerFee {
  /** What one maker gets, as a fraction of the amount. */
  readonly relative: number;
  /** How many CoinJoins of our own it is the median of; 0 when there are none, and it is what makers ask unless told otherwise. */
  readonly joins: number;
}

/** `cjfee_r` of a maker who never touched it, here and in joinmarket-clientserver (protocol/config.md). */
const DEFAULT_RELATIVE = 0.00002;
/** Older ones tell of another market. */
const LATEST = 20;

/** The median of what makers got in our latest CoinJoins as a taker. Asks nobody. */
export function usualMakerFee({ history }: Pick<ReadonlyState, 'history'>): MakerFee {
  const fees = history
    .flatMap(({ kind, coinjoinFee, amount, peers }) =>
      kind === 'coinjoin-taker' && coinjoinFee !== null && peers.length > 0 && amount !== '0'
        ? [Math.max(0, Number(coinjoinFee) / peers.length / Number(amount))]
        : [],
    )
    .slice(-LATEST)
    .sort((one, other) => one - other);
  const [low, high] = [fees[Math.ceil(fees.length / 2) - 1], fees[Math.floor(fees.length / 2)]];
  if (low === undefined || high === undefined) return { relative: DEFAULT_RELATIVE, joins: 0 };
  return { relative: (low + high) / 2, joins: fees.length };
}
