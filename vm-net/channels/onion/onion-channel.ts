import type { ChannelStatus } from '../../../shared/bridge/messages.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { ONION_HOSTID } from '../../../shared/jm/signed-line.ts';
import {
  encodeEnvelope,
  ENVELOPE,
  MAX_SENT_LINE,
  privateLine,
  publicLine,
  type Envelope,
} from '../../../shared/jm/onion/envelope.ts';
import { formatClientHandshake, NOT_SERVING, parseLocation } from '../../../shared/jm/onion/handshake.ts';
import { parsePeerlist } from '../../../shared/jm/onion/peerlist.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { ChannelError, type Channel, type DirectoryHealth, type Emit } from '../channel.ts';
import type { Dial } from '../dial.ts';
import { DirectPeers } from './direct-peers.ts';
import { DirectoryLink } from './directory-link.ts';
import { relayBudget, Inbox, type SourceBudget, type TakenLine } from '../inbox.ts';
import { KnownPeers } from './known-peers.ts';
import type { Location } from './location.ts';
import { PULSE, type PulseTimes } from './pulse.ts';

/** How a maker is reached: where it listens, and how that becomes an address that others can dial. */
export interface Serving {
  readonly listen: Location;
  /** True where any free port does when this one is taken: for several bots on one machine, on regtest. */
  readonly anyPort?: boolean;
  /**
   * Makes the listener's port reachable.
   * @param onChange Told what is wrong in one clause when it is lost, and null when it is back.
   * @param signal Aborted when the channel stops.
   */
  publish(
    port: number,
    onChange: (trouble: string | null) => void,
    signal: AbortSignal,
  ): Promise<PublishedAddress>;
}

/** An address that others can dial, for as long as it is not stopped. */
export interface PublishedAddress {
  /** `host:port` */
  readonly location: string;
  stop(): Promise<void>;
}

/** How an onion channel is set up. */
export interface OnionChannelOptions {
  readonly nick: Nick;
  /** The network's name in handshakes. */
  readonly network: string;
  readonly directories: readonly Location[];
  /** Null for a taker, which only connects out. */
  readonly serving: Serving | null;
  readonly dialDirectory: Dial;
  readonly dialPeer: Dial;
  /** Which hosts a peer may send us to: onions, or on regtest this machine. */
  readonly mayDial: (host: string) => boolean;
  readonly emit: Emit;
  /** Uniform in [0, 1). */
  readonly jitter: () => number;
  readonly pulse?: PulseTimes;
}

const NAME = 'onion';
const FEATURES = ['peerlist_features', 'ping'];
const START_TIMEOUT_MS = 62_000;
/** How long the other directories are waited for once one is up. */
const START_GRACE_MS = 5000;
/** When every directory failed so often, the start is over: the reasons are told, and connecting goes on. */
const START_FAILURES = 3;

/** The onion message channel under one nick (protocol/onion-channel.md §6). */
export class OnionChannel implements Channel {
  readonly #options: OnionChannelOptions;
  #links: readonly DirectoryLink[] = [];
  readonly #peers = new KnownPeers<DirectoryLink>();
  readonly #direct: DirectPeers;
  readonly #inbox: Inbox;
  readonly #stopping = new AbortController();
  #handshake = '';
  #published: PublishedAddress | null = null;
  /** What is wrong with our own address; null while nothing is. */
  #servingTrouble: string | null = null;
  #starting = true;
  #startTimer: NodeJS.Timeout | null = null;
  #settleStart: () => void = () => undefined;

  constructor(options: OnionChannelOptions) {
    this.#options = options;
    this.#inbox = new Inbox({ nick: options.nick, serving: options.serving !== null });
    this.#direct = new DirectPeers({
      network: options.network,
      dial: options.dialPeer,
      jitter: options.jitter,
      receive: (envelope, budget, nick) => this.#receive(envelope, budget, nick),
      onLost: (nick) => {
        if (this.#peers.directoriesOf(nick).length === 0)
          options.emit({ event: 'left', channel: NAME, nick });
      },
    });
  }

  get status(): ChannelStatus {
    const up = this.#links.filter((link) => link.isUp).length;
    const reasons = this.#links.filter((link) => !link.isUp).map((link) => `${link.name} (${link.detail})`);
    const trouble = this.#servingTrouble === null ? [] : [`not reachable directly: ${this.#servingTrouble}`];
    const down = reasons.length === 0 ? [] : [`down: ${reasons.join(', ')}`];
    return {
      channel: NAME,
      hostid: ONION_HOSTID,
      state: up > 0 ? 'up' : this.#links.some((link) => link.failures === 0) ? 'connecting' : 'down',
      detail: visibleAscii(
        [`${up} of ${this.#links.length} directories up`, ...trouble, ...down].join('; '),
        500,
      ),
    };
  }

  get directories(): readonly DirectoryHealth[] {
    return this.#links.map((link) => link.health);
  }

  /** Nicks that are reached without a directory. */
  get directNicks(): readonly Nick[] {
    return this.#direct.nicks;
  }

  /** @throws ChannelError when it can't listen, TorError when it can't be made reachable. */
  async start(): Promise<void> {
    const { nick, network, serving, directories } = this.#options;
    const location = serving === null ? NOT_SERVING : await this.#serve(serving);
    this.#handshake = formatClientHandshake({ location, features: FEATURES, nick, network });
    this.#direct.introduceAs(this.#handshake);
    const settled = new Promise<void>((resolve) => {
      this.#settleStart = resolve;
    });
    // The wallet may have gone while we were made reachable.
    if (this.#stopping.signal.aborted) {
      await this.stop();
      return;
    }
    this.#settleStartIn(START_TIMEOUT_MS);
    this.#links = directories.map((directory) => this.#directoryLink(directory));
    for (const link of this.#links) link.connect();
    await settled;
    this.#starting = false;
    if (this.#startTimer !== null) clearTimeout(this.#startTimer);
  }

  publish(line: string): void {
    const text = publicLine(this.#options.nick, line);
    this.#checkLength(text);
    const sent = this.#links.filter((link) => link.send(ENVELOPE.publicMessage, text));
    if (sent.length === 0) throw this.#down();
  }

  send(to: Nick, line: string): void {
    const text = privateLine(this.#options.nick, to, line);
    this.#checkLength(text);
    if (this.#direct.send(to, text)) return;
    const location = parseLocation(this.#peers.locationOf(to));
    if (location !== null && this.#options.mayDial(location.host)) this.#direct.reach(to, location);
    const seenOn = this.#peers.directoriesOf(to);
    const others = this.#links.filter((link) => !seenOn.includes(link));
    const routes = [...seenOn, ...this.#direct.claiming(to), ...others];
    if (!routes.some((link) => link.send(ENVELOPE.privateMessage, text))) throw this.#down();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const link of this.#links) link.stop();
    this.#direct.stop();
    this.#settleStart();
    await this.#published?.stop();
  }

  async #serve(serving: Serving): Promise<string> {
    const { listen, anyPort = false } = serving;
    const port = await this.#direct.listen(listen).catch((taken: unknown) => {
      if (anyPort) return this.#direct.listen({ ...listen, port: 0 });
      throw taken;
    });
    const onChange = (trouble: string | null): void => {
      this.#servingTrouble = trouble;
      this.#options.emit({ event: 'channel', ...this.status });
    };
    this.#published = await serving.publish(port, onChange, this.#stopping.signal);
    return this.#published.location;
  }

  #directoryLink(location: Location): DirectoryLink {
    const budget = relayBudget(performance.now());
    return new DirectoryLink({
      location,
      handshake: this.#handshake,
      network: this.#options.network,
      dial: this.#options.dialDirectory,
      jitter: this.#options.jitter,
      pulse: this.#options.pulse ?? PULSE,
      onEnvelope: (link, envelope) => {
        if (envelope.type === ENVELOPE.peerlist) this.#receivePeerlist(envelope.line, link);
        const taken = this.#receive(envelope, budget, null);
        if (taken !== null) this.#peers.seen(taken.from, link);
      },
      onChange: (link) => {
        this.#directoryChanged(link);
      },
    });
  }

  #checkLength(line: string): void {
    const length = encodeEnvelope(ENVELOPE.privateMessage, line).length;
    if (length <= MAX_SENT_LINE) return;
    throw new ChannelError(
      'channel-line-too-long',
      `A line of ${length} bytes is over the limit of the onion channel`,
    );
  }

  #down(): ChannelError {
    return new ChannelError('channel-down', `No directory is connected: ${this.status.detail}`, {
      cure: 'Check directory_nodes in joinmarket.cfg, and that the directories run.',
    });
  }

  /**
   * Takes a message and tells the wallet. Other types than messages are ignored: 785, 787 and 797 must never be believed from the
   * wire, and unknown ones mean nothing.
   */
  #receive(envelope: Envelope, budget: SourceBudget, only: Nick | null): TakenLine | null {
    if (envelope.type !== ENVELOPE.publicMessage && envelope.type !== ENVELOPE.privateMessage) return null;
    const taken = this.#inbox.take(envelope.line, budget, only, performance.now());
    if (taken === null) return null;
    const shed = this.#inbox.takeShed();
    if (shed > 0) this.#options.emit({ event: 'shed', publicLines: shed });
    const { kind, from, message } = taken;
    this.#options.emit({ event: kind, channel: NAME, from, line: message });
    return taken;
  }

  #receivePeerlist(line: string, link: DirectoryLink): void {
    for (const { nick, location, left } of parsePeerlist(line)) {
      if (nick === this.#options.nick) continue;
      if (left) {
        const gone = this.#peers.left(nick, link) && !this.#direct.hasRoute(nick);
        if (gone) this.#options.emit({ event: 'left', channel: NAME, nick });
        continue;
      }
      this.#peers.seen(nick, link);
      if (location !== NOT_SERVING) this.#peers.locate(nick, location);
    }
  }

  #directoryChanged(link: DirectoryLink): void {
    if (!link.isUp) this.#peers.lost(link);
    if (this.#links.every((one) => one.isUp || one.failures >= START_FAILURES)) this.#settleStart();
    else if (link.isUp && this.#starting) this.#settleStartIn(START_GRACE_MS);
    this.#options.emit({ event: 'channel', ...this.status });
  }

  #settleStartIn(delay: number): void {
    if (this.#startTimer !== null) clearTimeout(this.#startTimer);
    this.#startTimer = setTimeout(this.#settleStart, delay);
  }
}
