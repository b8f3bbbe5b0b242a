import { sumSats } from '../../shared/bitcoin/amount.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { Nick, Offer, PublicCommand } from '../../shared/jm/command.ts';
import { formatOffer } from '../../shared/jm/offer.ts';
import { TokenBucket } from '../../shared/rate.ts';
import { spendableCoins } from '../coins/wallet-coins.ts';
import { drawOffers, type OfferSettings } from '../maker/offers.ts';
import type { WalletContext } from './context.ts';
import type { MessageHub } from './message-hub.ts';

const ANSWER_EVERY_SECONDS = 10;
const MAX_REMEMBERED_ASKERS = 5000;
/** Answers to all askers together: whoever sends `orderbook` under invented nicks gets no more out of us. */
const ANSWERS = { perSecond: 20, burst: 100 };

/** How often offers are said in public because not everybody who asks can be answered. */
const REPEAT_EVERY_SECONDS = 20;

/** The maker's offers, and how they reach the market. */
export class OfferBoard {
  readonly #context: WalletContext;
  readonly #settings: OfferSettings;
  readonly #report: (text: string) => void;
  readonly #answered = new Map<Nick, number>();
  readonly #answers: TokenBucket;
  #offers: readonly Offer[] = [];
  #repeatedAt = -Infinity;

  constructor(context: WalletContext, settings: OfferSettings, report: (text: string) => void) {
    this.#context = context;
    this.#settings = settings;
    this.#report = report;
    this.#answers = new TokenBucket(ANSWERS.perSecond, ANSWERS.burst, context.now() * 1000);
  }

  /** What stands in the market. */
  get offers(): readonly Offer[] {
    return this.#offers;
  }

  /** Draws offers from the balances, and says what changed. */
  async announce(hub: MessageHub): Promise<void> {
    const { store, headers, random, now } = this.#context;
    const coins = spendableCoins(store.state, { tipHeight: headers.chain.height, now: now() });
    const balances = Array.from({ length: store.state.mixdepths }, (_unused, mixdepth) =>
      sumSats(coins.filter((coin) => coin.path.mixdepth === mixdepth).map((coin) => coin.value)),
    );
    const before = this.#offers;
    this.#offers = drawOffers(balances, this.#settings, random);
    const vanished = before.filter((old) => !this.#offers.some(({ oid }) => oid === old.oid));
    if (vanished.length > 0) {
      await this.publish(hub, ...vanished.map(({ oid }) => ({ command: 'cancel', oid }) as const));
    }
    for (const offer of this.#offers) this.#report(`offering: ${formatOffer(offer)}`);
    await this.repeat(hub);
    if (this.#offers.length === 0) this.#report('nothing to offer: no mixdepth has enough confirmed coins');
  }

  /** Says the same offers again: one public message each, as the onion channel wants it. */
  async repeat(hub: MessageHub): Promise<void> {
    for (const offer of this.#offers) await this.publish(hub, { command: 'offer', offer });
  }

  /**
   * Says the offers in public while requests are lost in a flood, so that whoever asked in vain hears them all the same.
   * At most every twenty seconds: directories limit what one peer says in public.
   */
  async repeatInFlood(hub: MessageHub): Promise<void> {
    const now = this.#context.now();
    if (now - this.#repeatedAt < REPEAT_EVERY_SECONDS) return;
    this.#repeatedAt = now;
    await this.repeat(hub);
  }

  /** One private message an offer, so that joinmarket-ng sees all of them; not more than one answer in ten seconds. */
  async answer(hub: MessageHub, from: Nick): Promise<void> {
    const now = this.#context.now();
    if (now - (this.#answered.get(from) ?? -Infinity) < ANSWER_EVERY_SECONDS) return;
    if (!this.#answers.take(now * 1000)) {
      await this.repeatInFlood(hub);
      return;
    }
    const [oldest] = this.#answered.keys();
    if (this.#answered.size >= MAX_REMEMBERED_ASKERS && oldest !== undefined) this.#answered.delete(oldest);
    this.#answered.set(from, now);
    for (const offer of this.#offers) await hub.send(from, { command: 'offers', offers: [offer] });
  }

  /** Says something in public. Without a directory it goes unsaid; offers are said again when one is back. */
  async publish(hub: MessageHub, ...commands: readonly PublicCommand[]): Promise<void> {
    try {
      await hub.publish(...commands);
    } catch (error) {
      if (!(error instanceof PeerFailure)) throw error;
      this.#report(`not published: ${error.message}`);
    }
  }
}
