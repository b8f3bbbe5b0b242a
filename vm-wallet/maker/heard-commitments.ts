import type { Commitment } from '../../shared/jm/command.ts';
import { TokenBucket } from '../../shared/rate.ts';
import type { BlacklistFile } from './blacklist-file.ts';

/** New commitments a second that we write down on the word of others. The whole market uses a few hundred an hour. */
const LEARN = { perSecond: 1, burst: 200 };
/** Commitments a second that we publish because somebody asks us to. */
const PUBLISH = { perSecond: 0.1, burst: 20 };
/** Commitments a second that we pass on to another maker: our own joins, and whoever tries a burnt one. */
const PASS_ON = { perSecond: 0.2, burst: 60 };

/**
 * What others say about used commitments (`hp2`, protocol/messages.md §4.10). Nobody can prove it, and every new one costs a write
 * to the disk: both are bounded. In a flood some go unheard; a taker's double use then costs us one disclosure more.
 */
export class HeardCommitments {
  readonly #blacklist: BlacklistFile;
  readonly #learn: TokenBucket;
  readonly #publish: TokenBucket;
  readonly #passOn: TokenBucket;

  /** @param now Unix seconds. */
  constructor(blacklist: BlacklistFile, now: number) {
    this.#blacklist = blacklist;
    this.#learn = new TokenBucket(LEARN.perSecond, LEARN.burst, now * 1000);
    this.#publish = new TokenBucket(PUBLISH.perSecond, PUBLISH.burst, now * 1000);
    this.#passOn = new TokenBucket(PASS_ON.perSecond, PASS_ON.burst, now * 1000);
  }

  /** Writes one down, if it is new and there is room for it. */
  learn(commitment: Commitment, now: number): void {
    if (!this.#blacklist.has(commitment) && this.#learn.take(now * 1000))
      this.#blacklist.addHeard(commitment);
  }

  /** True while one more may be published for others. */
  mayPublish(now: number): boolean {
    return this.#publish.take(now * 1000);
  }

  /** True while one more may be passed on to another maker. */
  mayPassOn(now: number): boolean {
    return this.#passOn.take(now * 1000);
  }
}
