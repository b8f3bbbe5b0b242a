import type { OwnOffersFinding } from '../../shared/bridge/watch.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { OFFER_TYPES } from '../../shared/jm/offer.ts';
import { ChannelError, type Channel, type Emit } from '../channels/channel.ts';

/** What somebody who asks for offers on a directory gets of ours. */
export interface OwnOffersSight {
  readonly finding: OwnOffersFinding;
  readonly offers: number;
}

/** How long answers are waited for, and for how long more once one has come, in milliseconds. */
export interface ObservationTimes {
  readonly answerMs: number;
  readonly furtherMs: number;
}

/** An answer comes back over Tor twice; a maker with ten offers sends ten lines. */
const TIMES: ObservationTimes = { answerMs: 90_000, furtherMs: 5000 };
const OFFER = new RegExp(`!(?:${OFFER_TYPES.join('|')}) `, 'gu');
const MAX_OFFERS = 100;

/**
 * Asks one directory for offers as a stranger does: over a connection of its own, under a nick that is thrown away. Only answers
 * count that are signed for our nick; the channel's inbox verifies that.
 * @param own The nick under which the wallet offers.
 * @param open Makes a channel to this directory alone.
 */
export async function observeOwnOffers(
  own: Nick,
  open: (emit: Emit) => Channel,
  signal: AbortSignal,
  times: ObservationTimes = TIMES,
): Promise<OwnOffersSight> {
  const patience = new Patience(times, signal);
  let offers = 0;
  const channel = open((event) => {
    if (event.event !== 'private' || event.from !== own) return;
    const found = event.line.match(OFFER)?.length ?? 0;
    offers = Math.min(MAX_OFFERS, offers + found);
    if (found > 0) patience.shorten();
  });
  try {
    await Promise.race([channel.start(), patience.over]);
    if (channel.status.state !== 'up') return { finding: 'unreachable', offers: 0 };
    try {
      channel.publish('!orderbook');
    } catch (error) {
      // It was lost just now.
      if (!(error instanceof ChannelError)) throw error;
      return { finding: 'unreachable', offers: 0 };
    }
    await patience.over;
    return { finding: offers > 0 ? 'seen' : 'unanswered', offers };
  } finally {
    patience.end();
    await channel.stop();
  }
}

/** Waits for answers: long for the first, shortly for more. */
class Patience {
  readonly over: Promise<void>;
  readonly #times: ObservationTimes;
  readonly #signal: AbortSignal;
  #end: () => void = () => undefined;
  #timer: NodeJS.Timeout;

  constructor(times: ObservationTimes, signal: AbortSignal) {
    this.#times = times;
    this.#signal = signal;
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#timer = setTimeout(this.#end, times.answerMs);
    signal.addEventListener('abort', this.#end, { once: true });
    if (signal.aborted) this.#end();
  }

  shorten(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#end, this.#times.furtherMs);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#end);
  }
}
