import type { Nick } from '../../shared/jm/command.ts';
import { parseNick } from '../../shared/jm/nick.ts';
import { parseAddressed } from '../../shared/jm/onion/envelope.ts';
import { ONION_HOSTID, verifyLine } from '../../shared/jm/signed-line.ts';
import { KeyedBuckets, TokenBucket } from '../../shared/rate.ts';
import { RecentLines } from './recent-lines.ts';

/** A line that is worth the wallet's attention. `message` begins with `!`. */
export interface TakenLine {
  readonly kind: 'public' | 'private';
  readonly from: Nick;
  readonly message: string;
}

/** What one connection may still bring. Public lines do not use up what private ones need. */
export interface SourceBudget {
  /** Requests for the order book are what a flood is made of: each costs its sender nothing, and every maker an answer. */
  readonly orderbookRequests: TokenBucket;
  readonly otherPublicLines: TokenBucket;
  readonly privateLines: TokenBucket;
}

/** For a connection to a directory or an IRC server, which relays for many. */
export function relayBudget(now: number): SourceBudget {
  return {
    // Well below what a maker answers in all, so that a flooded relay leaves answers for who asks on another.
    orderbookRequests: new TokenBucket(5, 50, now),
    otherPublicLines: new TokenBucket(300, 5000, now),
    privateLines: new TokenBucket(300, 3000, now),
  };
}

/** For a direct connection. */
export function peerBudget(now: number): SourceBudget {
  return {
    orderbookRequests: new TokenBucket(1 / 30, 2, now),
    otherPublicLines: new TokenBucket(1, 20, now),
    privateLines: new TokenBucket(10, 100, now),
  };
}

const PUBLIC_PER_NICK = { perSecond: 5, burst: 100 };
const PRIVATE_PER_NICK = { perSecond: 10, burst: 100 };
/** Also behind other commands of the same line. */
const ORDERBOOK = /!orderbook(?:[ !]|$)/u;

/** Whose lines are judged. */
export interface Recipient {
  readonly nick: Nick;
  /** Only who has offers is told that somebody asks for them. */
  readonly serving: boolean;
}

/**
 * Decides which received lines reach the wallet: each line once, signed private ones only, and not more than the budgets of its
 * connection and its nick. A nick's budget for private lines is spent only by lines that it signed, so that nobody can use up
 * another's. The wallet trusts none of this and checks again.
 */
export class Inbox {
  readonly #recipient: Recipient;
  readonly #hostid: () => string;
  readonly #recent = new RecentLines();
  readonly #publicOf = new KeyedBuckets(PUBLIC_PER_NICK.perSecond, PUBLIC_PER_NICK.burst);
  readonly #privateOf = new KeyedBuckets(PRIVATE_PER_NICK.perSecond, PRIVATE_PER_NICK.burst);
  #shed = 0;

  /** @param hostid What private signatures must cover; an IRC server tells its own once it is connected. */
  constructor(recipient: Recipient, hostid: () => string = () => ONION_HOSTID) {
    this.#recipient = recipient;
    this.#hostid = hostid;
  }

  /**
   * Judges the line of a 685 or 687 that came over a connection with this budget.
   * @param only The nick that a direct connection speaks for; null for a directory.
   */
  take(text: string, source: SourceBudget, only: Nick | null, now: number): TakenLine | null {
    const { nick, serving } = this.#recipient;
    const addressed = parseAddressed(text);
    const from = addressed === null ? null : parseNick(addressed.from);
    if (addressed === null || from === null || from === nick) return null;
    if (only !== null && from !== only) return null;
    const { to, message } = addressed;
    const isPublic = to === 'PUBLIC';
    if (!isPublic && to !== nick) return null;
    if (this.#recent.has(text, now)) return null;
    if (isPublic) {
      const asks = ORDERBOOK.test(message);
      if (asks && !serving) return null;
      const budget = asks ? source.orderbookRequests : source.otherPublicLines;
      if (budget.take(now) && this.#publicOf.take(from, now)) {
        this.#recent.add(text, now);
        return { kind: 'public', from, message };
      }
      this.#shed += 1;
      return null;
    }
    if (!source.privateLines.take(now)) return null;
    this.#recent.add(text, now);
    if (!verifyLine(from, message, this.#hostid()).ok || !this.#privateOf.take(from, now)) return null;
    return { kind: 'private', from, message };
  }

  /** How many public lines were shed since the last call. */
  takeShed(): number {
    const shed = this.#shed;
    this.#shed = 0;
    return shed;
  }
}
