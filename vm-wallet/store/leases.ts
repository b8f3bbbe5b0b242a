import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { JmError } from '../../shared/errors.ts';
import { takeBackUnseen } from './address-book.ts';
import type { RoundRecord, WalletState } from './state.ts';
import type { ReadonlyState } from './wallet-store.ts';

/** A coin that another round holds, or that is gone. */
export class LeaseError extends JmError<'lease-coin-taken' | 'lease-coin-gone'> {}

/** Stage of a taker's round whose addresses nobody has seen yet. */
export const UNSEEN = 'fill';

/**
 * Promises coins to a round until a time. All or none.
 * @param until Unix seconds.
 * @throws LeaseError
 */
export function leaseCoins(
  draft: WalletState,
  coins: readonly Outpoint[],
  lease: { readonly round: string; readonly until: number; readonly now: number },
): void {
  const keys = coins.map(outpointKey);
  for (const key of keys) {
    const coin = draft.coins[key];
    if (coin === undefined || coin.spentBy !== null) {
      throw new LeaseError('lease-coin-gone', `The coin ${key} is spent`);
    }
    const held = draft.leases[key];
    if (held !== undefined && held.round !== lease.round && held.until > lease.now) {
      throw new LeaseError('lease-coin-taken', `The coin ${key} is promised to another round`);
    }
  }
  for (const key of keys) draft.leases[key] = { round: lease.round, until: lease.until };
}

/**
 * Ends a round that signed nothing: its coins are free again, and its addresses too as long as no maker saw them. Those of a taker
 * are first seen in `tx`.
 */
export function endUnsigned(
  draft: WalletState,
  round: RoundRecord,
  end: { readonly outcome: 'failed' | 'abandoned'; readonly reason: string },
): void {
  releaseLeases(draft, round.id);
  if (round.stage === UNSEEN) takeBackUnseen(draft, round.addresses.splice(0));
  round.outcome = end.outcome;
  round.reason = end.reason;
}

/** Gives back all coins of a round. */
export function releaseLeases(draft: WalletState, round: string): void {
  for (const [key, lease] of Object.entries(draft.leases)) {
    if (lease.round === round) Reflect.deleteProperty(draft.leases, key);
  }
}

/** True while a round other than `round` holds the coin. */
export function isLeased(state: ReadonlyState, coin: Outpoint, now: number, round?: string): boolean {
  const lease = state.leases[outpointKey(coin)];
  return lease !== undefined && lease.until > now && lease.round !== round;
}

/** True for a round without an end and without a signature. After a restart, nobody is working on it any more. */
export function isLeftOpen({ outcome, txid }: Pick<RoundRecord, 'outcome' | 'txid'>): boolean {
  return outcome === 'open' && txid === null;
}

/**
 * Ends rounds that a stopped process left open, and gives their coins back. A round with a transaction stays: its signatures may
 * have left.
 */
export function abandonOpenRounds(draft: WalletState): void {
  for (const round of Object.values(draft.rounds).filter(isLeftOpen)) {
    endUnsigned(draft, round, { outcome: 'abandoned', reason: 'the wallet was stopped' });
  }
}
