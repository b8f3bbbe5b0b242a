import type { Nick } from '../../../shared/jm/command.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { parseAddressed } from '../../../shared/jm/onion/envelope.ts';
import { ONION_HOSTID, verifyLine } from '../../../shared/jm/signed-line.ts';
import { KeyedBuckets, TokenBucket } from '../../../shared/rate.ts';
import { RecentLines } from './recent-lines.ts';

/** A line that is worth the wallet's attention. `message` begins with `!`. */
export interface TakenLine {
  readonly kind: 'public' | 'private';
  readonly from: Nick;
  readonly message: string;
}

/** What one connection may still bring. Public lines do not use up what private ones need. */
export interface SourceBudget {
  readonly publicLines: TokenBucket;
  readonly privateLines: TokenBucket;
}

/** For a connection to a directory, which relays for many. */
export function directoryBudget(now: number): SourceBudget {
  return { publicLines: new TokenBucket(300, 5000, now), privateLines: new TokenBucket(300, 3000, now) };
}

/** For a direct connection. */
export function peerBudget(now: number): SourceBudget {
  return { publicLines: new TokenBucket(1, 20, now), privateLines: new TokenBucket(10, 100, now) };
}

const PUBLIC_PER_NICK = { perSecond: 5, burst: 100 };
const PRIVATE_PER_NICK = { perSecond: 10, burst: 100 };

/**
 * Decides which received lines reach the wallet: each line once, signed private ones only, and not more than the budgets of its
 * connection and its nick. A nick's budget for private lines is spent only by lines that it signed, so that nobody can use up
 * another's. The wallet trusts none of this and checks again.
 */
export class Inbox {
  readonly #nick: Nick;
  readonly #hostid: () => string;
  readonly #recent = new RecentLines();
  readonly #publicOf = new KeyedBuckets(PUBLIC_PER_NICK.perSecond, PUBLIC_PER_NICK.burst);
  readonly #privateOf = new KeyedBuckets(PRIVATE_PER_NICK.perSecond, PRIVATE_PER_NICK.burst);
  #shed = 0;

  /** @param hostid What private signatures must cover; an IRC server tells its own once it is connected. */
  constructor(nick: Nick, hostid: () => string = () => ONION_HOSTID) {
    this.#nick = nick;
    this.#hostid = hostid;
  }

  /**
   * Judges the line of a 685 or 687 that came over a connection with this budget.
   * @param only The nick that a direct connection speaks for; null for a directory.
   */
  take(text: string, source: SourceBudget, only: Nick | null, now: number): TakenLine | null {
    const addressed = parseAddressed(text);
    const from = addressed === null ? null : parseNick(addressed.from);
    if (addressed === null || from === null || from === this.#nick) return null;
    if (only !== null && from !== only) return null;
    const { to, message } = addressed;
    const isPublic = to === 'PUBLIC';
    if (!isPublic && to !== this.#nick) return null;
    if (this.#recent.has(text, now)) return null;
    if (isPublic) {
      if (source.publicLines.take(now) && this.#publicOf.take(from, now)) {
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
