import type { TrafficLimits } from '../../shared/config/directory.ts';
import { NOT_SERVING } from '../../shared/jm/onion/handshake.ts';
import { KeyedBuckets, TokenBucket } from '../../shared/rate.ts';

/** Why a handshake comes too soon: everybody together, or the same address again. */
export type JoinRefusal = 'joins' | 'joins-of-one';

/** At 1200 joins a minute an address is forgotten after a quarter of an hour at the soonest, when its budget has long been full again. */
const MAX_REMEMBERED = 20_000;

/**
 * How often peers may join. Every join costs a handshake here and, when the peer leaves, a line for everybody. All connections come from
 * Tor on this machine, so that there is nothing to tell them apart by but what they say: an address may be another's. That bounds peers
 * that come back in a loop; a flood of invented addresses is bounded by the budget for all.
 * Times are milliseconds on a monotonic clock.
 */
export class JoinLimits {
  readonly #all: TokenBucket | null;
  readonly #ofOne: KeyedBuckets | null;

  /** A limit of Infinity is none. */
  constructor(
    {
      joinsPerMinute,
      joinsPerMinutePerOnion,
    }: Pick<TrafficLimits, 'joinsPerMinute' | 'joinsPerMinutePerOnion'>,
    now: number,
    maxRemembered = MAX_REMEMBERED,
  ) {
    this.#all =
      joinsPerMinute === Infinity ? null : new TokenBucket(joinsPerMinute / 60, joinsPerMinute, now);
    this.#ofOne =
      joinsPerMinutePerOnion === Infinity
        ? null
        : new KeyedBuckets(joinsPerMinutePerOnion / 60, joinsPerMinutePerOnion, maxRemembered);
  }

  /** Takes a join, or says why not; what is refused costs nothing, so that trying again does not keep anybody out. */
  take(peer: { readonly nick: string; readonly location: string }, now: number): JoinRefusal | null {
    if (this.#all !== null && !this.#all.take(now)) return 'joins';
    if (this.#ofOne === null || this.#ofOne.take(keyOf(peer), now)) return null;
    // Who is stopped for itself gives back what it took from all.
    this.#all?.giveBack();
    return 'joins-of-one';
  }
}

/** Ports are free to choose behind one address, so that they don't count. */
function keyOf({ nick, location }: { readonly nick: string; readonly location: string }): string {
  return location === NOT_SERVING ? `nick ${nick}` : hostOf(location);
}

/** The address without the port. */
export function hostOf(location: string): string {
  return location.slice(0, location.lastIndexOf(':')).toLowerCase();
}
