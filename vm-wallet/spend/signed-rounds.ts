import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { isLeased } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

type Round = ReadonlyState['rounds'][string];

/** A maker's round whose taker has our signatures: it may be broadcast at any time, until one of its coins is spent otherwise. */
export type SignedRound = Round & { readonly role: 'maker'; readonly txid: string };

/**
 * Whether a coin is promised to what may still be signed. Where the signatures have left, the promise binds nobody but the owner, and
 * to spend the coin otherwise is the only way to end it.
 * @param now Unix seconds.
 */
export function isPromised(state: ReadonlyState, coin: Outpoint, now: number): boolean {
  if (!isLeased(state, coin, now)) return false;
  const round = state.rounds[state.leases[outpointKey(coin)]?.round ?? ''];
  return round === undefined || !isSigned(round);
}

/** The rounds that can't be completed any more once a transaction with these unspent coins is in a block. */
export function roundsRuledOut(state: ReadonlyState, coins: readonly Outpoint[]): readonly SignedRound[] {
  const spent = new Set<string>(coins.map(outpointKey));
  return Object.values(state.rounds).flatMap((round) =>
    isSigned(round) && round.coins.some((key) => spent.has(key)) && !isOvertaken(state, round) ? [round] : [],
  );
}

function isSigned(round: Round): round is SignedRound {
  return round.role === 'maker' && round.txid !== null;
}

function isOvertaken(state: ReadonlyState, { coins }: Round): boolean {
  return coins.some((key) => state.coins[key]?.spentBy?.height != null);
}
