import type { ReadonlyState } from '../store/wallet-store.ts';

/** One CoinJoin in which this wallet was a maker. Amounts are sats. */
export interface EarnedJoin {
  readonly txid: string;
  /** Time of its block in Unix seconds. */
  readonly at: number;
  readonly amount: bigint;
  /** Our coins in it, and what they were worth. */
  readonly inputs: number;
  readonly inputValue: bigint;
  /** Our contribution to the miner fee is deducted. */
  readonly earned: bigint;
  /** Seconds from its `fill` to its block; null when the round is not on record any more. */
  readonly confirmedAfter: number | null;
  /** Seconds since the confirmation before it; null for the first. */
  readonly idleBefore: number | null;
}

/** What one day brought, in UTC. */
export interface EarnedDay {
  /** `2026-01-31`. */
  readonly day: string;
  readonly joins: number;
  readonly earned: bigint;
  readonly amount: bigint;
}

/** All that a maker earned. */
export interface Earnings {
  /** Oldest first. */
  readonly joins: readonly EarnedJoin[];
  readonly days: readonly EarnedDay[];
  readonly earned: bigint;
  /** The mean of a join in sats, and as a fraction of what was mixed; null without joins. */
  readonly mean: { readonly earned: number; readonly relative: number } | null;
  /** Seconds that passed between two joins at most, and in the mean; null with less than two. */
  readonly idle: { readonly longest: number; readonly mean: number } | null;
}

/**
 * What the wallet earned as a maker, from its history and what it remembers of rounds.
 * @param since Unix seconds; what was confirmed before is left out.
 */
export function earningsOf(state: ReadonlyState, since = -Infinity): Earnings {
  const joins = joinsOf(state).filter(({ at }) => at >= since);
  const earned = sum(joins.map((join) => join.earned));
  const amount = sum(joins.map((join) => join.amount));
  const idle = joins.slice(1).flatMap(({ idleBefore }) => idleBefore ?? []);
  return {
    joins,
    days: daysOf(joins),
    earned,
    mean:
      joins.length === 0
        ? null
        : {
            earned: Number(earned) / joins.length,
            relative: amount === 0n ? 0 : Number(earned) / Number(amount),
          },
    idle:
      idle.length === 0
        ? null
        : {
            longest: idle.reduce((most, one) => Math.max(most, one), 0),
            mean: idle.reduce((all, one) => all + one, 0) / idle.length,
          },
  };
}

function joinsOf(state: ReadonlyState): EarnedJoin[] {
  const started = new Map(Object.values(state.rounds).map(({ txid, startedAt }) => [txid, startedAt]));
  const inputs = inputsByTxid(state);
  const entries = state.history
    .filter(({ kind, height }) => kind === 'coinjoin-maker' && height !== null)
    .toSorted((one, other) => one.at - other.at);
  return entries.map(({ txid, at, amount, delta }, index): EarnedJoin => {
    const values = inputs.get(txid) ?? [];
    const startedAt = started.get(txid);
    const before = entries[index - 1];
    return {
      txid,
      at,
      amount: BigInt(amount),
      inputs: values.length,
      inputValue: sum(values),
      earned: BigInt(delta),
      confirmedAfter: startedAt === undefined ? null : Math.max(0, at - startedAt),
      idleBefore: before === undefined ? null : at - before.at,
    };
  });
}

/** What our coins were worth, by the transaction that spent them. */
function inputsByTxid({ coins }: ReadonlyState): Map<string, bigint[]> {
  const inputs = new Map<string, bigint[]>();
  for (const { spentBy, value } of Object.values(coins)) {
    if (spentBy !== null) inputs.set(spentBy.txid, [...(inputs.get(spentBy.txid) ?? []), BigInt(value)]);
  }
  return inputs;
}

function daysOf(joins: readonly EarnedJoin[]): EarnedDay[] {
  const days = new Map<string, EarnedDay>();
  for (const { at, earned, amount } of joins) {
    const day = new Date(at * 1000).toISOString().slice(0, 10);
    const known = days.get(day) ?? { day, joins: 0, earned: 0n, amount: 0n };
    days.set(day, {
      day,
      joins: known.joins + 1,
      earned: known.earned + earned,
      amount: known.amount + amount,
    });
  }
  return [...days.values()];
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((all, value) => all + value, 0n);
}
