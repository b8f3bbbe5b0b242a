import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { Nick, Offer, PublicCommand } from '../../shared/jm/command.ts';
import { DUST_THRESHOLD, formatOffer } from '../../shared/jm/offer.ts';
import { TokenBucket } from '../../shared/rate.ts';
import { reachOf, singleCoins } from '../maker/merge-groups.ts';
import { offerableCoins } from '../maker/offerable-coins.ts';
import { drawOffers, type OfferSettings } from '../maker/offers.ts';
import { SizeDrift } from '../maker/size-drift.ts';
import type { WalletContext } from './context.ts';
import type { MakerBond } from './maker-bond.ts';
import type { Tell } from './maker-notice.ts';
import type { MessageHub } from './message-hub.ts';

const ANSWER_EVERY_SECONDS = 10;
const MAX_REMEMBERED_ASKERS = 5000;
/** Answers to all askers together: whoever sends `orderbook` under invented nicks gets no more out of us. */
const ANSWERS = { perSecond: 20, burst: 100 };

/** How often offers are said in public because not everybody who asks can be answered. */
const REPEAT_EVERY_SECONDS = 20;

/** What the board needs besides the wallet. */
export interface BoardOptions {
  readonly settings: OfferSettings;
  readonly tell: Tell;
  /** Our own nick, which bond proofs name. */
  readonly nick: Nick;
  readonly bond: MakerBond | null;
}

/** The maker's offers, and how they reach the market. */
export class OfferBoard {
  readonly #context: WalletContext;
  readonly #options: BoardOptions;
  readonly #drift: SizeDrift;
  readonly #answered = new Map<Nick, number>();
  readonly #answers: TokenBucket;
  #offers: readonly Offer[] = [];
  /** What the offers were drawn from; null before the first draw. */
  #drawnFrom: string | null = null;
  /** When a changed balance is announced, in Unix seconds; null when nothing changed. */
  #due: number | null = null;
  #hasOffered = false;
  #repeatedAt = -Infinity;

  constructor(context: WalletContext, options: BoardOptions) {
    this.#context = context;
    this.#options = options;
    this.#drift = new SizeDrift(context.random);
    this.#answers = new TokenBucket(ANSWERS.perSecond, ANSWERS.burst, context.now() * 1000);
  }

  /** What stands in the market. */
  get offers(): readonly Offer[] {
    return this.#offers;
  }

  /** Brings the offers to the market: drawn at the first call, and said again at each later one. */
  async announce(hub: MessageHub): Promise<void> {
    if (this.#drawnFrom === null) await this.#draw(hub, this.#reaches());
    else {
      await this.repeat(hub);
      await this.update(hub);
    }
  }

  /**
   * Looks at the balances again. An offer that they do not cover any more is made smaller or cancelled at once, so that no taker
   * tries in vain. Anything else waits for a random time: offers that change with a block name the maker of its CoinJoin.
   */
  async update(hub: MessageHub): Promise<void> {
    const reaches = this.#reaches();
    const largest = largestOf(reaches);
    const isCovered = this.#offers.every((offer) => isWithin(offer, largest));
    if (!isCovered || !this.#hasOffered) {
      await this.#draw(hub, reaches);
      return;
    }
    if (reaches.join() === this.#drawnFrom) this.#due = null;
    else this.#due ??= this.#context.now() + this.#delay();
    await this.tick(hub);
  }

  /** Announces what has waited long enough. */
  async tick(hub: MessageHub): Promise<void> {
    if (this.#due !== null && this.#context.now() >= this.#due) await this.#draw(hub, this.#reaches());
  }

  /** Takes all offers back. */
  async withdraw(hub: MessageHub): Promise<void> {
    const before = this.#offers;
    this.#offers = [];
    await this.#cancel(hub, before);
  }

  #delay(): number {
    const { config, random } = this.#context;
    return random.below(config.maker.announceDelay + 1);
  }

  #reaches(): readonly Sats[] {
    const { store, headers, now, config } = this.#context;
    const { state } = store;
    const coins = offerableCoins(state, { tipHeight: headers.chain.height, now: now() });
    return reachOf(coins, state.mixdepths, singleCoins(state, config.maker.mergesMixdepthZero));
  }

  /** Draws offers, and says what changed. */
  async #draw(hub: MessageHub, reaches: readonly Sats[]): Promise<void> {
    const { random } = this.#context;
    const blur = this.#drift.next();
    const before = this.#offers;
    this.#drawnFrom = reaches.join();
    this.#due = null;
    this.#offers = drawOffers(reaches, this.#options.settings, random, () => blur);
    this.#hasOffered ||= this.#offers.length > 0;
    const offers = this.#offers.map(formatOffer);
    await this.#cancel(
      hub,
      before.filter((old) => !this.#offers.some(({ oid }) => oid === old.oid)),
    );
    if (offers.length > 0 && offers.join() === before.map(formatOffer).join()) return;
    this.#options.tell({ event: 'offers', offers });
    await this.repeat(hub);
  }

  async #cancel(hub: MessageHub, offers: readonly Offer[]): Promise<void> {
    if (offers.length === 0) return;
    await this.publish(hub, ...offers.map(({ oid }) => ({ command: 'cancel', oid }) as const));
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
    const { bond, nick } = this.#options;
    const proof = this.#offers.length === 0 ? null : ((await bond?.proofFor(from, nick)) ?? null);
    for (const offer of this.#offers) {
      await hub.send(from, {
        command: 'offers',
        offers: [offer],
        ...(proof === null ? {} : { bond: proof }),
      });
    }
  }

  /** Says something in public. Without a directory it goes unsaid; offers are said again when one is back. */
  async publish(hub: MessageHub, ...commands: readonly PublicCommand[]): Promise<void> {
    try {
      await hub.publish(...commands);
    } catch (error) {
      if (!(error instanceof PeerFailure)) throw error;
      this.#options.tell({ event: 'note', text: `not published: ${error.message}` });
    }
  }
}

function largestOf(reaches: readonly Sats[]): Sats {
  return reaches.reduce((most, reach) => (reach > most ? reach : most), sats(0n));
}

/** True while a CoinJoin of the largest size leaves the change that it must. */
function isWithin({ maxsize, txfee }: Offer, largest: Sats): boolean {
  return maxsize + (txfee > DUST_THRESHOLD ? txfee : DUST_THRESHOLD) <= largest;
}
