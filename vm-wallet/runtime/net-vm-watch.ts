import {
  MAX_WATCHED_COINS,
  MAX_WATCHED_COINS_IN_ALL,
  MAX_WATCHED_JOINS,
  type WatchedJoin,
  type WatchNotice,
} from '../../shared/bridge/watch.ts';
import { sayNotice } from '../../shared/bridge/watch-text.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { TokenBucket } from '../../shared/rate.ts';
import { visibleAscii } from '../../shared/visible-text.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** Sentences a second, and at once. An honest net VM says a few an hour. */
const SENTENCES = { perSecond: 1 / 60, burst: 20 };
const MAX_SENTENCE = 500;

/**
 * Turns what the net VM's watch says into sentences for people. Nothing is done about any of it: an honest one spares a look into two
 * logs, a lying one can only make somebody look in vain. What is beyond the limit is dropped, and counted in the next sentence.
 */
export class NetVmWatch {
  readonly #bucket = new TokenBucket(SENTENCES.perSecond, SENTENCES.burst, 0);
  #dropped = 0;

  /**
   * The sentence to show; null when there were too many.
   * @param now Unix seconds.
   */
  sentence(notice: WatchNotice, now: number): string | null {
    if (!this.#bucket.take(now * 1000)) {
      this.#dropped += 1;
      return null;
    }
    const dropped = this.#dropped === 0 ? '' : ` (${this.#dropped} more were too many to show)`;
    this.#dropped = 0;
    return `the net VM says: ${visibleAscii(sayNotice(notice), MAX_SENTENCE)}${dropped}`;
  }
}

/**
 * What the net VM may watch: our signed transactions that it was handed for broadcast, and nothing else. The latest come first, as far
 * as the bridge carries them.
 */
export function watchedJoins({ pending }: Pick<ReadonlyState, 'pending'>): readonly WatchedJoin[] {
  const latest = Object.values(pending).sort((one, other) => other.at - one.at);
  let room = MAX_WATCHED_COINS_IN_ALL;
  const joins: WatchedJoin[] = [];
  for (const { raw } of latest.slice(0, MAX_WATCHED_JOINS)) {
    const { txid, inputs, outputs } = parseTransaction(fromHex(raw));
    if (Math.max(inputs.length, outputs.length) > MAX_WATCHED_COINS || inputs.length > room) continue;
    room -= inputs.length;
    joins.push({
      txid,
      inputs: inputs.map((input) => ({ txid: input.txid, vout: input.vout })),
      outputs: outputs.length,
    });
  }
  return joins;
}
