import { createServer, type Server, type Socket } from 'node:net';
import type { ChannelStatus } from '../../../shared/bridge/messages.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { ONION_HOSTID, verifyLine } from '../../../shared/jm/signed-line.ts';
import {
  encodeEnvelope,
  ENVELOPE,
  MAX_SENT_LINE,
  parseAddressed,
  privateLine,
  publicLine,
  type Envelope,
} from '../../../shared/jm/onion/envelope.ts';
import { formatClientHandshake, NOT_SERVING, parseLocation } from '../../../shared/jm/onion/handshake.ts';
import { parsePeerlist } from '../../../shared/jm/onion/peerlist.ts';
import { KeyedBuckets, TokenBucket } from '../../rate.ts';
import { ChannelError, type Channel, type Emit } from '../channel.ts';
import { DirectoryLink } from './directory-link.ts';
import { isLoopback, isOnionAddress, type Location } from './location.ts';
import { PeerLink } from './peer-link.ts';
import { RecentLines } from './recent-lines.ts';

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
const MAX_PEERS = 20_000;
const MAX_DIRECT = 200;
const PUBLIC_PER_SECOND = 300;
const PUBLIC_BURST = 3000;
const PRIVATE_PER_SECOND = 10;
const PRIVATE_BURST = 100;

interface Peer {
  location: string;
  /** Directories that show the peer. */
  readonly seenOn: Set<DirectoryLink>;
}

/** The onion message channel under one nick (protocol/onion-channel.md §6). */
export class OnionChannel implements Channel {
  readonly #options: OnionChannelOptions;
  #links: readonly DirectoryLink[] = [];
  readonly #peers = new Map<Nick, Peer>();
  readonly #direct = new Map<Nick, PeerLink>();
  readonly #dialling = new Set<Nick>();
  readonly #accepted = new Set<PeerLink>();
  readonly #recent = new RecentLines();
  readonly #publicBudget = new TokenBucket(PUBLIC_PER_SECOND, PUBLIC_BURST, performance.now());
  readonly #privateBudget = new KeyedBuckets(PRIVATE_PER_SECOND, PRIVATE_BURST);
  #handshake = '';
  #server: Server | null = null;
  #shed = 0;
  #settleStart: () => void = () => undefined;

  constructor(options: OnionChannelOptions) {
    this.#options = options;
  }

  get status(): ChannelStatus {
    const up = this.#links.filter((link) => link.isUp).length;
    const reasons = this.#links.filter((link) => !link.isUp).map((link) => `${link.name} (${link.detail})`);
    return {
      channel: NAME,
      hostid: ONION_HOSTID,
      state: up > 0 ? 'up' : 'connecting',
      detail:
        `${up} of ${this.#links.length} directories up${reasons.length === 0 ? '' : `; down: ${reasons.join(', ')}`}`
          .replace(/[^\x20-\x7e]/gu, ' ')
          .slice(0, 500),
    };
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
    const timer = setTimeout(this.#settleStart, START_TIMEOUT_MS);
    this.#links = this.#options.directories.map((directory) => this.#directoryLink(directory));
    for (const link of this.#links) link.connect();
    await settled;
    clearTimeout(timer);
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
    const seenOn = this.#peers.get(to)?.seenOn ?? new Set<DirectoryLink>();
    const routes = [...seenOn, ...this.#links.filter((link) => !seenOn.has(link))];
    if (!routes.some((link) => link.send(ENVELOPE.privateMessage, text))) throw this.#down();
  }

  stop(): Promise<void> {
    for (const link of this.#links) link.stop();
    for (const link of [...this.#direct.values(), ...this.#accepted]) link.close();
    this.#server?.close();
    this.#settleStart();
    return Promise.resolve();
  }

  #directoryLink(location: Location): DirectoryLink {
    return new DirectoryLink({
      location,
      handshake: this.#handshake,
      network: this.#options.network,
      dial: this.#options.dial,
      jitter: this.#options.jitter,
      onEnvelope: (link, envelope) => {
        this.#receive(envelope, link);
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
        if (this.#accepted.size >= MAX_DIRECT) socket.destroy();
        else this.#accept(socket);
      });
      server.once('error', reject);
      server.listen(location.port, location.host, () => {
        const address = server.address();
        if (address === null || typeof address === 'string') return;
        this.#server = server;
        resolve(`${location.host}:${address.port}`);
      });
    });
  }

  #accept(socket: Socket): void {
    this.#accepted.add(this.#peerLink(socket, null));
  }

  /** Direct connections are tried in the background, so that later messages need no directory. */
  #dialPeer(nick: Nick): void {
    const location = parseLocation(this.#peers.get(nick)?.location ?? '');
    if (location === null || this.#dialling.has(nick) || this.#direct.has(nick)) return;
    const allowed = this.#options.loopback ? isLoopback(location.host) : isOnionAddress(location.host);
    if (!allowed) return;
    this.#dialling.add(nick);
    this.#peerLink(this.#options.dial(location), nick);
  }

  #peerLink(socket: Socket, expected: Nick | null): PeerLink {
    return new PeerLink(socket, {
      handshake: this.#handshake,
      network: this.#options.network,
      expected,
      onUp: (link, nick) => {
        // A second connection under the same nick does not displace the first: the claim is not proven yet.
        if (!this.#direct.has(nick)) this.#direct.set(nick, link);
      },
      onEnvelope: (link, envelope) => {
        this.#receive(envelope, link);
      },
      onClose: (link) => {
        this.#accepted.delete(link);
        if (expected !== null) this.#dialling.delete(expected);
        const { nick } = link;
        if (nick === null || this.#direct.get(nick) !== link) return;
        this.#direct.delete(nick);
        if (!this.#peers.has(nick)) this.#options.emit({ event: 'left', channel: NAME, nick });
      },
    });
  }

  #receive(envelope: Envelope, source: DirectoryLink | PeerLink): void {
    switch (envelope.type) {
      case ENVELOPE.publicMessage:
      case ENVELOPE.privateMessage:
        this.#receiveMessage(envelope.line, source);
        return;
      case ENVELOPE.peerlist:
        if (source instanceof DirectoryLink) this.#receivePeerlist(envelope.line, source);
        return;
      default:
        // Unknown types are ignored, and 785, 787, 797 must never be believed from the wire.
        return;
    }
  }

  #receiveMessage(text: string, source: DirectoryLink | PeerLink): void {
    const addressed = parseAddressed(text);
    const from = addressed === null ? null : parseNick(addressed.from);
    if (addressed === null || from === null || from === this.#options.nick) return;
    if (source instanceof PeerLink && source.nick !== from) return;
    const now = performance.now();
    if (addressed.to === 'PUBLIC') {
      if (this.#recent.seen(text, now)) return;
      if (!this.#publicBudget.take(now)) {
        this.#shed += 1;
        return;
      }
      this.#reportShed();
      this.#noteSeen(from, source);
      this.#options.emit({ event: 'public', channel: NAME, from, line: addressed.message });
      return;
    }
    if (addressed.to !== this.#options.nick) return;
    if (this.#recent.seen(text, now) || !this.#privateBudget.take(from, now)) return;
    if (!verifyLine(from, addressed.message, ONION_HOSTID).ok) return;
    this.#noteSeen(from, source);
    this.#options.emit({ event: 'private', channel: NAME, from, line: addressed.message });
  }

  #receivePeerlist(line: string, link: DirectoryLink): void {
    for (const entry of parsePeerlist(line)) {
      if (entry.nick === this.#options.nick) continue;
      if (entry.left) {
        this.#absent(entry.nick, link);
        continue;
      }
      this.#noteSeen(entry.nick, link);
      const peer = this.#peers.get(entry.nick);
      if (peer !== undefined && entry.location !== NOT_SERVING) peer.location = entry.location;
    }
  }

  #noteSeen(nick: Nick, source: DirectoryLink | PeerLink): void {
    if (source instanceof PeerLink) return;
    let peer = this.#peers.get(nick);
    if (peer === undefined) {
      if (this.#peers.size >= MAX_PEERS) return;
      peer = { location: '', seenOn: new Set() };
      this.#peers.set(nick, peer);
    }
    peer.seenOn.add(source);
  }

  #absent(nick: Nick, link: DirectoryLink): void {
    const peer = this.#peers.get(nick);
    if (peer === undefined) return;
    peer.seenOn.delete(link);
    if (peer.seenOn.size > 0) return;
    this.#peers.delete(nick);
    this.#privateBudget.forget(nick);
    if (!this.#direct.has(nick)) this.#options.emit({ event: 'left', channel: NAME, nick });
  }

  #directoryChanged(link: DirectoryLink): void {
    if (!link.isUp) {
      // A lost directory says nothing about the peers on it; they stay known for direct connections.
      for (const peer of this.#peers.values()) peer.seenOn.delete(link);
    }
    if (this.#links.every((one) => one.isUp)) this.#settleStart();
    this.#options.emit({ event: 'channel', ...this.status });
  }

  #reportShed(): void {
    if (this.#shed === 0) return;
    this.#options.emit({ event: 'shed', publicLines: this.#shed });
    this.#shed = 0;
  }
}
