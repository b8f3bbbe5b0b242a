import { createServer, type Server, type Socket } from 'node:net';
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
import { ChannelError, type Channel, type Emit } from '../channel.ts';
import { DirectoryLink } from './directory-link.ts';
import { directoryBudget, Inbox, peerBudget, type SourceBudget, type TakenLine } from './inbox.ts';
import { KnownPeers } from './known-peers.ts';
import { isLoopback, isOnionAddress, type Location } from './location.ts';
import { PeerLink } from './peer-link.ts';

/** How an onion channel is set up. */
export interface OnionChannelOptions {
  readonly nick: Nick;
  /** The network's name in handshakes. */
  readonly network: string;
  readonly directories: readonly Location[];
  /** Where a maker listens for direct connections; null for a taker. Port 0 takes a free one. */
  readonly serving: Location | null;
  /** True on regtest: plain TCP on this machine. */
  readonly loopback: boolean;
  readonly dial: (location: Location) => Socket;
  readonly emit: Emit;
  readonly jitter: () => number;
}

const NAME = 'onion';
const FEATURES = ['peerlist_features', 'ping'];
const START_TIMEOUT_MS = 62_000;
/** How long the other directories are waited for once one is up. */
const START_GRACE_MS = 5000;
/** When every directory failed so often, the start is over: the reasons are told, and connecting goes on. */
const START_FAILURES = 3;
const MAX_ACCEPTED = 200;

/** The onion message channel under one nick (protocol/onion-channel.md §6). */
export class OnionChannel implements Channel {
  readonly #options: OnionChannelOptions;
  #links: readonly DirectoryLink[] = [];
  readonly #peers = new KnownPeers<DirectoryLink>();
  /** Direct routes: connections that we dialled, and those that brought a signed line of the nick. */
  readonly #direct = new Map<Nick, PeerLink>();
  readonly #dialled = new Map<Nick, PeerLink>();
  readonly #accepted = new Set<PeerLink>();
  readonly #inbox: Inbox;
  #handshake = '';
  #server: Server | null = null;
  #starting = true;
  #stopped = false;
  #startTimer: NodeJS.Timeout | null = null;
  #settleStart: () => void = () => undefined;

  constructor(options: OnionChannelOptions) {
    this.#options = options;
    this.#inbox = new Inbox(options.nick);
  }

  get status(): ChannelStatus {
    const up = this.#links.filter((link) => link.isUp).length;
    const reasons = this.#links.filter((link) => !link.isUp).map((link) => `${link.name} (${link.detail})`);
    return {
      channel: NAME,
      hostid: ONION_HOSTID,
      state: up > 0 ? 'up' : this.#links.some((link) => link.failures === 0) ? 'connecting' : 'down',
      detail:
        `${up} of ${this.#links.length} directories up${reasons.length === 0 ? '' : `; down: ${reasons.join(', ')}`}`
          .replace(/[^\x20-\x7e]/gu, ' ')
          .slice(0, 500),
    };
  }

  /** Nicks that are reached without a directory. */
  get directNicks(): readonly Nick[] {
    return [...this.#direct.keys()];
  }

  async start(): Promise<void> {
    const location = this.#options.serving === null ? NOT_SERVING : await this.#listen(this.#options.serving);
    this.#handshake = formatClientHandshake({
      location,
      features: FEATURES,
      nick: this.#options.nick,
      network: this.#options.network,
    });
    const settled = new Promise<void>((resolve) => {
      this.#settleStart = resolve;
    });
    // The wallet may have gone while the listener was made.
    if (this.#stopped) {
      await this.stop();
      return;
    }
    this.#settleStartIn(START_TIMEOUT_MS);
    this.#links = this.#options.directories.map((directory) => this.#directoryLink(directory));
    for (const link of this.#links) link.connect();
    await settled;
    this.#starting = false;
    if (this.#startTimer !== null) clearTimeout(this.#startTimer);
  }

  publish(line: string): void {
    this.#checkLength(publicLine(this.#options.nick, line));
    const sent = this.#links.filter((link) =>
      link.send(ENVELOPE.publicMessage, publicLine(this.#options.nick, line)),
    );
    if (sent.length === 0) throw this.#down();
  }

  send(to: Nick, line: string): void {
    const text = privateLine(this.#options.nick, to, line);
    this.#checkLength(text);
    if (this.#direct.get(to)?.send(ENVELOPE.privateMessage, text) === true) return;
    this.#dialPeer(to);
    const seenOn = this.#peers.directoriesOf(to);
    const claimed = [...this.#accepted].filter((link) => link.nick === to);
    const others = this.#links.filter((link) => !seenOn.includes(link));
    const routes = [...seenOn, ...claimed, ...others];
    if (!routes.some((link) => link.send(ENVELOPE.privateMessage, text))) throw this.#down();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    for (const link of this.#links) link.stop();
    for (const link of [...this.#dialled.values(), ...this.#accepted]) link.close();
    this.#server?.close();
    this.#settleStart();
    return Promise.resolve();
  }

  #directoryLink(location: Location): DirectoryLink {
    const budget = directoryBudget(performance.now());
    return new DirectoryLink({
      location,
      handshake: this.#handshake,
      network: this.#options.network,
      dial: this.#options.dial,
      jitter: this.#options.jitter,
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

  #listen(location: Location): Promise<string> {
    return new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        this.#accept(socket);
      });
      // Once it listens, running out of descriptors comes here too, and passes.
      server.on('error', (cause) => {
        reject(
          new ChannelError(
            'channel-not-serving',
            `Direct connections can't be accepted at ${location.host}:${location.port} (${cause.message})`,
            {
              cure: 'Give each maker in this VM its own onion_serving_port in joinmarket.cfg.',
              cause,
            },
          ),
        );
      });
      server.listen(location.port, location.host, () => {
        const address = server.address();
        if (address === null || typeof address === 'string') return;
        this.#server = server;
        resolve(`${location.host}:${address.port}`);
      });
    });
  }

  /** When the house is full, the first who never said anything signed makes room. */
  #accept(socket: Socket): void {
    if (this.#accepted.size >= MAX_ACCEPTED) {
      const silent = [...this.#accepted].find((link) => link.nick === null || !this.#isRoute(link));
      if (silent === undefined) {
        socket.destroy();
        return;
      }
      silent.close();
    }
    this.#accepted.add(this.#peerLink(socket, null));
  }

  /** Direct connections are tried in the background, so that later messages need no directory. */
  #dialPeer(nick: Nick): void {
    const location = parseLocation(this.#peers.locationOf(nick));
    if (location === null || this.#dialled.has(nick) || this.#direct.has(nick)) return;
    const allowed = this.#options.loopback ? isLoopback(location.host) : isOnionAddress(location.host);
    if (!allowed) return;
    this.#dialled.set(nick, this.#peerLink(this.#options.dial(location), nick));
  }

  #peerLink(socket: Socket, expected: Nick | null): PeerLink {
    const budget = peerBudget(performance.now());
    return new PeerLink(socket, {
      handshake: this.#handshake,
      network: this.#options.network,
      expected,
      onUp: (link, nick) => {
        // Who connects to us only claims a nick. It becomes a route when it brings a line that the nick signed.
        if (expected !== null && !this.#direct.has(nick)) this.#direct.set(nick, link);
      },
      onEnvelope: (link, envelope) => {
        const taken = this.#receive(envelope, budget, link.nick);
        if (taken?.kind === 'private') this.#direct.set(taken.from, link);
      },
      onClose: (link) => {
        this.#accepted.delete(link);
        if (expected !== null) this.#dialled.delete(expected);
        const { nick } = link;
        if (nick === null || this.#direct.get(nick) !== link) return;
        this.#direct.delete(nick);
        if (this.#peers.directoriesOf(nick).length === 0)
          this.#options.emit({ event: 'left', channel: NAME, nick });
      },
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

  #isRoute(link: PeerLink): boolean {
    return link.nick !== null && this.#direct.get(link.nick) === link;
  }

  #receivePeerlist(line: string, link: DirectoryLink): void {
    for (const { nick, location, left } of parsePeerlist(line)) {
      if (nick === this.#options.nick) continue;
      if (left) {
        const gone = this.#peers.left(nick, link) && !this.#direct.has(nick);
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
