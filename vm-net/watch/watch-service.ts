import { setTimeout as pause } from 'node:timers/promises';
import type { MessagesEvent } from '../../shared/bridge/messages.ts';
import type { WatchedJoin, WatchNotice } from '../../shared/bridge/watch.ts';
import { sayNotice } from '../../shared/bridge/watch-text.ts';
import type { WatchConfig } from '../../shared/config/watch.ts';
import { isOfferType } from '../../shared/jm/offer.ts';
import { TokenBucket } from '../../shared/rate.ts';
import type { BitcoindRpc } from '../bitcoind/rpc.ts';
import type { DirectoryHealth } from '../channels/channel.ts';
import { BondWatch } from './bonds.ts';
import { DirectoryWatch } from './directories.ts';
import { JoinWatch } from './joins.ts';
import type { OwnOffersSight } from './own-offers.ts';
import { Settled } from './settled.ts';
import { judgeTip, readTip, type TipFacts } from './tip.ts';

/** What the watch looks at, and whom it tells. */
export interface WatchWorld {
  readonly rpc: Pick<BitcoindRpc, 'batch'>;
  readonly config: WatchConfig;
  readonly directories: () => readonly DirectoryHealth[];
  /** Asks a directory for offers as a stranger. */
  readonly observe: (directory: string, signal: AbortSignal) => Promise<OwnOffersSight>;
  readonly emit: (event: MessagesEvent) => void;
  readonly log: (text: string) => void;
  /** Uniform in [0, 1). */
  readonly jitter: () => number;
  readonly times?: Partial<WatchTimes>;
}

/** In milliseconds. */
export interface WatchTimes {
  /** Between two looks at the node and the directories. */
  readonly lookMs: number;
  /** Between the first offers and the first look whether they are seen, at least; ten times as much at most. */
  readonly firstOffersMs: number;
}

const TIMES: WatchTimes = { lookMs: 15_000, firstOffersMs: 120_000 };
const MINUTE = 60_000;
/** Notices a second, and at once; each is told when something changed, so that more of them tell nobody anything. */
const NOTICES = { perSecond: 0.5, burst: 60 };

/**
 * The watch of one call: keyless eyes on the wallet's pending transactions, its announced bonds, its offers, the directories and the
 * tip. It tells what changed, and does nothing about it.
 */
export class WatchService {
  readonly #world: WatchWorld;
  readonly #times: WatchTimes;
  readonly #joins = new JoinWatch();
  readonly #bonds = new BondWatch();
  readonly #directories = new DirectoryWatch();
  readonly #tip = new Settled('well');
  readonly #ownOffers = new Map<string, string>();
  readonly #bucket = new TokenBucket(NOTICES.perSecond, NOTICES.burst, performance.now());
  readonly #stopping = new AbortController();
  /** The oids of what stands in the market. */
  readonly #offered = new Set<string>();
  #isObserving = false;

  constructor(world: WatchWorld) {
    this.#world = world;
    this.#times = { ...TIMES, ...world.times };
  }

  start(): void {
    void this.#repeat(this.#times.lookMs, () => this.#look());
  }

  stop(): void {
    this.#stopping.abort();
  }

  watch(joins: readonly WatchedJoin[]): void {
    this.#joins.watch(joins);
  }

  /** Takes note of a public line of ours: from the first offer on, directories are asked for it. */
  published(line: string): void {
    for (const part of line.split('!')) {
      const [word = '', oid = ''] = part.split(' ');
      if (isOfferType(word)) this.#offered.add(oid);
      if (word === 'cancel') this.#offered.delete(oid);
    }
    const { ownOffersMinutes } = this.#world.config;
    if (this.#isObserving || this.#offered.size === 0 || ownOffersMinutes === 0) return;
    this.#isObserving = true;
    void this.#observeFrom(ownOffersMinutes * MINUTE);
  }

  /** Takes note of a private line of ours. */
  said(line: string): void {
    this.#bonds.said(line);
  }

  async #observeFrom(everyMs: number): Promise<void> {
    // A stranger that always came so long after the maker would be known as its own.
    await this.#wait(this.#times.firstOffersMs * (1 + 9 * this.#world.jitter()));
    await this.#repeat(everyMs, async () => {
      for (const { directory, isUp } of this.#world.directories()) {
        // Nothing to see where we are not, or have nothing on offer any more.
        if (isUp && this.#offered.size > 0 && !this.#stopping.signal.aborted) await this.#observe(directory);
      }
    });
  }

  async #observe(directory: string): Promise<void> {
    const sight = await this.#world.observe(directory, this.#stopping.signal);
    if (this.#ownOffers.get(directory) === sight.finding || this.#stopping.signal.aborted) return;
    this.#ownOffers.set(directory, sight.finding);
    this.#tell({ about: 'own-offers', directory, ...sight });
  }

  async #look(): Promise<void> {
    const { directories, rpc } = this.#world;
    for (const notice of this.#directories.look(directories(), performance.now())) this.#tell(notice);
    const facts = await readTip(rpc).catch(() => null);
    const { finding, behind } = this.#judge(facts);
    const height = facts?.blocks ?? 0;
    if (this.#tip.isNews(finding)) this.#tell({ about: 'tip', finding, height, behind });
    // A node that is not there yet knows neither our coins nor who spent them.
    if (facts === null || finding === 'syncing') return;
    const time = { height, medianTime: facts.medianTime };
    const notices = [...(await this.#joins.look(rpc)), ...(await this.#bonds.look(rpc, time))];
    for (const notice of notices) this.#tell(notice);
  }

  #judge(facts: TipFacts | null): ReturnType<typeof judgeTip> {
    if (facts === null) return { finding: 'unreachable', behind: 0 };
    return judgeTip(facts, Date.now() / 1000, this.#world.config.staleTipMinutes);
  }

  /** Over and over until the watch stops; what fails once is tried again. */
  async #repeat(everyMs: number, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await work().catch((error: unknown) => {
        if (!signal.aborted)
          this.#world.log(`watch: ${error instanceof Error ? error.message : String(error)}`);
      });
      await this.#wait(everyMs * (0.75 + this.#world.jitter() / 2));
    }
  }

  async #wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  #tell(notice: WatchNotice): void {
    if (this.#stopping.signal.aborted || !this.#bucket.take(performance.now())) return;
    this.#world.log(`watch: ${sayNotice(notice)}`);
    this.#world.emit({ event: 'watch', notice });
  }
}
