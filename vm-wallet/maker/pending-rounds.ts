import type { RoundRecord, WalletState } from '../store/state.ts';
import { releaseLeases } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** A round whose transaction we signed, and which no block has completed. */
export interface PendingRound {
  readonly id: string;
  /** As it was signed; nested inputs of others change it. */
  readonly txid: string;
  /** Unix seconds. */
  readonly startedAt: number;
}

type Round = Pick<RoundRecord, 'role' | 'outcome' | 'txid'>;

function isPending(round: Round): boolean {
  return round.role === 'maker' && round.outcome === 'open' && round.txid !== null;
}

/** Rounds that were signed at least so many seconds ago and are in no block. */
export function pendingRounds(state: ReadonlyState, now: number, age: number): readonly PendingRound[] {
  return Object.values(state.rounds).flatMap(({ id, txid, startedAt, ...round }) =>
    txid !== null && isPending({ ...round, txid }) && now - startedAt >= age ? [{ id, txid, startedAt }] : [],
  );
}

/** How a pending round ended without being completed. */
export interface LostRound {
  readonly id: string;
  readonly reason: string;
}

/**
 * Pending rounds that come to nothing: another transaction spent one of their coins in a block, or the time for which the coins were
 * promised is over.
 * @param promise Seconds for which signed coins are promised.
 * @param seen Rounds whose transaction waits in the mempool: time does not end these.
 */
export function lostRounds(
  state: ReadonlyState,
  now: number,
  promise: number,
  seen: ReadonlySet<string>,
): readonly LostRound[] {
  return Object.values(state.rounds).flatMap((round) => {
    if (!isPending(round)) return [];
    const overtaken = overtakenBy(state, round);
    if (overtaken !== null) return [overtaken];
    if (now - round.startedAt < promise || seen.has(round.id)) return [];
    return [{ id: round.id, reason: 'nobody broadcast it in time; its coins may be used again' }];
  });
}

/** Pending rounds that can't be completed any more: another transaction spent one of their coins in a block. */
export function overtakenRounds(state: ReadonlyState): readonly LostRound[] {
  return Object.values(state.rounds).flatMap((round) =>
    isPending(round) ? (overtakenBy(state, round) ?? []) : [],
  );
}

function overtakenBy(
  state: ReadonlyState,
  { id, coins }: Pick<ReadonlyState['rounds'][string], 'id' | 'coins'>,
): LostRound | null {
  const rival = coins
    .map((key) => state.coins[key]?.spentBy)
    .find((spentBy) => spentBy != null && spentBy.height !== null);
  return rival == null ? null : { id, reason: `${rival.txid} spent its coins` };
}

/** Ends rounds that came to nothing, and gives their coins back. */
export function endLost(draft: WalletState, lost: readonly LostRound[]): void {
  for (const { id, reason } of lost) {
    releaseLeases(draft, id);
    const round = draft.rounds[id];
    if (round === undefined) continue;
    round.outcome = 'failed';
    round.reason = reason;
  }
}
