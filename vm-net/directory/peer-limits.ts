import type { TrafficLimits } from '../../shared/config/directory.ts';
import { NOT_SERVING } from '../../shared/jm/onion/handshake.ts';
import { KeyedBuckets, TokenBucket } from '../../shared/rate.ts';
import { hostOf } from './join-limits.ts';

/** As many as joins can bring in a quarter of an hour, so that nobody is forgotten before its budgets are full again. */
const MAX_REMEMBERED = 20_000;

/**
 * What each nick may still say. A nick that leaves and comes back finds what it left, so that a new connection gains nothing. Most
 * peers are silent for hours: nothing is kept of a nick before it first speaks. Times are milliseconds on a monotonic clock.
 */
export class PeerLimitsByNick {
  readonly #limits: TrafficLimits;
  readonly #maxRemembered: number;
  readonly #orderbooksOfOnion: KeyedBuckets;
  /** In the order in which the nicks first spoke since they last joined. */
  readonly #byNick = new Map<string, PeerLimits>();

  /** A limit of Infinity is none. */
  constructor(limits: TrafficLimits, maxRemembered = MAX_REMEMBERED) {
    this.#limits = limits;
    this.#maxRemembered = maxRemembered;
    const { orderbooksPerMinute } = limits;
    this.#orderbooksOfOnion = new KeyedBuckets(orderbooksPerMinute / 60, orderbooksPerMinute, maxRemembered);
  }

  /** How many nicks are remembered. */
  get size(): number {
    return this.#byNick.size;
  }

  /** The budgets of a peer, to be asked for when it first speaks, and kept with the connection. */
  of({ nick, location }: { readonly nick: string; readonly location: string }): PeerLimits {
    const limits = this.#byNick.get(nick) ?? new PeerLimits(this.#limits, this.#orderbooksOfOnion);
    limits.onion = location === NOT_SERVING ? null : hostOf(location);
    this.#byNick.delete(nick);
    this.#byNick.set(nick, limits);
    const [oldest] = this.#byNick.keys();
    if (this.#byNick.size > this.#maxRemembered && oldest !== undefined) this.#byNick.delete(oldest);
    return limits;
  }
}

/** What one nick may still say. Each budget is made when it is first needed. */
export class PeerLimits {
  /** Where the nick serves, without port; null when it does not. */
  onion: string | null = null;
  readonly #limits: TrafficLimits;
  readonly #orderbooksOfOnion: KeyedBuckets;
  #messages: TokenBucket | null = null;
  #publicLines: TokenBucket | null = null;
  #publicBytes: TokenBucket | null = null;
  #orderbooks: TokenBucket | null = null;
  #peerlists: TokenBucket | null = null;

  constructor(limits: TrafficLimits, orderbooksOfOnion: KeyedBuckets) {
    this.#limits = limits;
    this.#orderbooksOfOnion = orderbooksOfOnion;
  }

  /** Whether one more line of any kind may come. */
  message(now: number): boolean {
    const { messagesPerSecond, messagesBurst } = this.#limits;
    if (messagesPerSecond === Infinity) return true;
    this.#messages ??= new TokenBucket(messagesPerSecond, messagesBurst, now);
    return this.#messages.take(now);
  }

  /** Whether a public line may go to everybody. @param orderbooks How often it asks for offers, from {@link orderbookRequests}. */
  publicLine(now: number, bytes: number, orderbooks: number): boolean {
    if (orderbooks > 0 && !this.#mayAskForOffers(now, orderbooks)) return false;
    const { publicMessagesPerMinute, publicBytesPerSecond, publicBytesBurst } = this.#limits;
    if (publicMessagesPerMinute !== Infinity) {
      this.#publicLines ??= perMinute(publicMessagesPerMinute, now);
      if (!this.#publicLines.take(now)) return false;
    }
    if (publicBytesPerSecond === Infinity) return true;
    this.#publicBytes ??= new TokenBucket(publicBytesPerSecond, publicBytesBurst, now);
    return this.#publicBytes.take(now, bytes);
  }

  /** Whether it may have the list of peers once more. */
  peerlist(now: number): boolean {
    const { peerlistsPerMinute } = this.#limits;
    if (peerlistsPerMinute === Infinity) return true;
    this.#peerlists ??= perMinute(peerlistsPerMinute, now);
    return this.#peerlists.take(now);
  }

  #mayAskForOffers(now: number, requests: number): boolean {
    const { orderbooksPerMinute } = this.#limits;
    if (orderbooksPerMinute === Infinity) return true;
    // Nobody sends a line that asks several times; joinmarket-clientserver ignores it, and another maker might answer each.
    if (requests > 1) return false;
    this.#orderbooks ??= perMinute(orderbooksPerMinute, now);
    if (!this.#orderbooks.take(now)) return false;
    return this.onion === null || this.#orderbooksOfOnion.take(this.onion, now);
  }
}

/** How often the line of a 687 asks makers for their offers. The word stands in no other command. */
export function orderbookRequests(line: string): number {
  let requests = 0;
  for (let at = line.indexOf(REQUEST); at !== -1; at = line.indexOf(REQUEST, at + REQUEST.length)) {
    requests += 1;
  }
  return requests;
}

const REQUEST = 'orderbook';

function perMinute(events: number, now: number): TokenBucket {
  return new TokenBucket(events / 60, events, now);
}
