import { createServer, type Server, type Socket } from 'node:net';
import type { Nick } from '../../shared/jm/command.ts';
import {
  decodeEnvelope,
  encodeEnvelope,
  ENVELOPE,
  MAX_RECEIVED_LINE,
  parseAddressed,
} from '../../shared/jm/onion/envelope.ts';
import {
  formatDirectoryHandshake,
  NOT_SERVING,
  parseClientHandshake,
  parseLocation,
  type ClientHandshake,
} from '../../shared/jm/onion/handshake.ts';
import { formatPeerEntry } from '../../shared/jm/onion/peerlist.ts';
import { isLoopback, isOnionAddress } from '../channels/onion/location.ts';
import { LineSocket, lineBytes } from '../channels/onion/line-socket.ts';
import { TokenBucket } from '../rate.ts';

/** How a directory node is set up. */
export interface DirectoryOptions {
  /** The network's name in handshakes. */
  readonly network: string;
  /** The directory's own nick. */
  readonly nick: Nick;
  readonly motd: string;
  /** True on regtest, where peers may serve on the loopback. */
  readonly loopback: boolean;
  readonly maxPeers?: number;
  readonly handshakeTimeoutMs?: number;
  /** After how long without a message a peer is asked whether it is there, and when it is dropped. */
  readonly idleMs?: number;
  readonly evictMs?: number;
  readonly pongMs?: number;
  readonly log?: (text: string) => void;
}

/** A directory that listens. */
export interface RunningDirectory {
  readonly port: number;
  /** Peers that shook hands. */
  readonly peerCount: number;
  close(): Promise<void>;
}

const FEATURES = ['peerlist_features', 'ping'];
const MAX_UNSENT = 2 * 1024 * 1024;
const PEERLIST_CHUNK = 20;
const MESSAGES_PER_SECOND = 500;
const MESSAGES_BURST = 1000;
const PEERLISTS_PER_SECOND = 3 / 60;
const PEERLISTS_BURST = 3;
const SWEEP_DIVISOR = 10;

interface Peer {
  readonly socket: LineSocket;
  readonly nick: string;
  readonly location: string;
  readonly features: readonly string[];
  readonly messages: TokenBucket;
  readonly peerlists: TokenBucket;
  lastHeard: number;
  askedAt: number | null;
}

/**
 * A directory node: relays lines between peers that it knows by nick, and reads nothing of them
 * (protocol/onion-channel.md §8). It connects to nobody.
 */
export class DirectoryNode {
  readonly #options: DirectoryOptions;
  readonly #peers = new Map<string, Peer>();
  readonly #ownEntry: { location: string } = { location: '' };
  #server: Server | null = null;
  #sweep: NodeJS.Timeout | null = null;
  #unshaken = new Set<LineSocket>();

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /** Listens; port 0 takes a free one. @throws Error when the port is taken. */
  listen(host: string, port: number): Promise<RunningDirectory> {
    return new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        this.#accept(socket);
      });
      server.once('error', reject);
      server.listen(port, host, () => {
        const address = server.address();
        if (address === null || typeof address === 'string') return;
        this.#server = server;
        this.#ownEntry.location = `${host}:${address.port}`;
        const every = (this.#options.idleMs ?? 600_000) / SWEEP_DIVISOR;
        this.#sweep = setInterval(() => {
          this.#heartbeat(performance.now());
        }, every);
        const peers = this.#peers;
        resolve({
          port: address.port,
          get peerCount() {
            return peers.size;
          },
          close: () => this.#close(),
        });
      });
    });
  }

  #accept(raw: Socket): void {
    let peer: Peer | null = null;
    const timer = setTimeout(() => {
      socket.close('no handshake in time');
    }, this.#options.handshakeTimeoutMs ?? 30_000);
    const socket = new LineSocket(
      raw,
      { maxLine: MAX_RECEIVED_LINE, maxUnsent: MAX_UNSENT },
      {
        onLine: (line) => {
          if (peer === null) {
            clearTimeout(timer);
            peer = this.#shakeHands(socket, line.toString('utf8'));
            if (peer === null) socket.close('handshake refused');
          } else {
            this.#receive(peer, line);
          }
        },
        onClose: (reason) => {
          clearTimeout(timer);
          this.#unshaken.delete(socket);
          if (peer !== null) this.#leave(peer, reason);
        },
      },
    );
    this.#unshaken.add(socket);
  }

  /** Registers a peer, or answers why not. Malformed handshakes get no answer at all. */
  #shakeHands(socket: LineSocket, text: string): Peer | null {
    const envelope = decodeEnvelope(text);
    if (envelope?.type !== ENVELOPE.handshake) return null;
    const read = parseClientHandshake(envelope.line, this.#options.network);
    if (!read.ok) {
      if (read.error !== 'malformed') this.#answer(socket, false, `Rejected: ${read.error}`);
      return null;
    }
    const handshake = read.value;
    if (!this.#mayServe(handshake)) {
      this.#answer(socket, false, 'Rejected: bad-location');
      return null;
    }
    if (this.#peers.has(handshake.nick)) {
      this.#answer(socket, false, `Rejected: Peer nick already registered: ${handshake.nick}`);
      return null;
    }
    const maxPeers = this.#options.maxPeers ?? 10_000;
    if (this.#peers.size >= maxPeers) {
      this.#answer(socket, false, `Rejected: Maximum peers reached: ${maxPeers}`);
      return null;
    }
    const now = performance.now();
    const peer: Peer = {
      socket,
      nick: handshake.nick,
      location: handshake.location,
      features: handshake.features,
      messages: new TokenBucket(MESSAGES_PER_SECOND, MESSAGES_BURST, now),
      peerlists: new TokenBucket(PEERLISTS_PER_SECOND, PEERLISTS_BURST, now),
      lastHeard: now,
      askedAt: null,
    };
    this.#unshaken.delete(socket);
    this.#peers.set(peer.nick, peer);
    this.#answer(socket, true, this.#options.motd);
    this.#options.log?.(`joined: ${peer.nick}`);
    return peer;
  }

  #mayServe({ location, nick }: ClientHandshake): boolean {
    if (/[;,!]/u.test(nick) || nick === 'PUBLIC') return false;
    if (location === NOT_SERVING) return true;
    const host = parseLocation(location)?.host ?? '';
    return isOnionAddress(host) || (this.#options.loopback && isLoopback(host));
  }

  #answer(socket: LineSocket, accepted: boolean, motd: string): void {
    const { nick, network } = this.#options;
    const line = formatDirectoryHandshake({ accepted, features: FEATURES, nick, network, motd });
    socket.send(encodeEnvelope(ENVELOPE.directoryHandshake, line));
  }

  #receive(peer: Peer, line: Buffer): void {
    const now = performance.now();
    peer.lastHeard = now;
    peer.askedAt = null;
    if (!peer.messages.take(now)) return;
    const envelope = decodeEnvelope(line.toString('utf8'));
    if (envelope === null) {
      peer.socket.close('not an envelope');
      return;
    }
    switch (envelope.type) {
      case ENVELOPE.publicMessage:
        this.#relayPublic(peer, envelope.line, line);
        return;
      case ENVELOPE.privateMessage:
        this.#relayPrivate(peer, envelope.line, line);
        return;
      case ENVELOPE.getPeerlist:
        if (peer.peerlists.take(now)) this.#sendPeerlist(peer);
        return;
      case ENVELOPE.ping:
        peer.socket.send(encodeEnvelope(ENVELOPE.pong, ''));
        return;
      default:
        return;
    }
  }

  /** The bytes go out as they came in; a sender that is not who it says is not relayed. */
  #relayPublic(sender: Peer, text: string, line: Buffer): void {
    const addressed = parseAddressed(text);
    if (addressed?.to !== 'PUBLIC' || addressed.from !== sender.nick) return;
    this.#broadcast(lineBytes(line), sender);
  }

  #relayPrivate(sender: Peer, text: string, line: Buffer): void {
    const addressed = parseAddressed(text);
    if (addressed === null || addressed.from !== sender.nick) return;
    const recipient = this.#peers.get(addressed.to);
    if (recipient === undefined) return;
    recipient.socket.sendBytes(lineBytes(line));
    if (sender.location === NOT_SERVING) return;
    const entry = formatPeerEntry(
      { ...sender, left: false },
      recipient.features.includes('peerlist_features'),
    );
    recipient.socket.send(encodeEnvelope(ENVELOPE.peerlist, entry));
  }

  #sendPeerlist(asking: Peer): void {
    const withFeatures = asking.features.includes('peerlist_features');
    const entries = [...this.#peers.values()]
      .filter((peer) => peer !== asking)
      .map((peer) => formatPeerEntry({ ...peer, left: false }, withFeatures));
    for (let at = 0; at === 0 || at < entries.length; at += PEERLIST_CHUNK) {
      asking.socket.send(encodeEnvelope(ENVELOPE.peerlist, entries.slice(at, at + PEERLIST_CHUNK).join(',')));
    }
  }

  #broadcast(bytes: Buffer, except: Peer | null): void {
    for (const peer of this.#peers.values()) {
      if (peer !== except) peer.socket.sendBytes(bytes);
    }
  }

  #leave(peer: Peer, reason: string): void {
    if (this.#peers.get(peer.nick) !== peer) return;
    this.#peers.delete(peer.nick);
    this.#options.log?.(`left: ${peer.nick} (${reason})`);
    const entry = formatPeerEntry({ ...peer, left: true }, false);
    this.#broadcast(Buffer.from(`${encodeEnvelope(ENVELOPE.peerlist, entry)}\r\n`, 'utf8'), null);
  }

  /** Peers that were silent for long are asked in a way that they understand, and dropped when they stay silent. */
  #heartbeat(now: number): void {
    const { idleMs = 600_000, evictMs = 1_500_000, pongMs = 30_000, nick } = this.#options;
    for (const peer of [...this.#peers.values()]) {
      const silent = now - peer.lastHeard;
      if (silent >= evictMs) peer.socket.close('silent for too long');
      else if (peer.askedAt !== null && now - peer.askedAt >= pongMs) peer.socket.close('no pong');
      else if (silent >= idleMs && peer.askedAt === null) {
        if (peer.features.includes('ping')) {
          peer.askedAt = now;
          peer.socket.send(encodeEnvelope(ENVELOPE.ping, ''));
        } else if (peer.location !== NOT_SERVING) {
          peer.socket.send(encodeEnvelope(ENVELOPE.publicMessage, `${nick}!PUBLIC!orderbook`));
        }
      }
    }
  }

  #close(): Promise<void> {
    if (this.#sweep !== null) clearInterval(this.#sweep);
    const { promise, resolve } = closing(this.#server);
    for (const peer of [...this.#peers.values()]) {
      this.#peers.delete(peer.nick);
      peer.socket.close('the directory stops');
    }
    for (const socket of [...this.#unshaken]) socket.close('the directory stops');
    if (this.#server === null) resolve();
    return promise;
  }
}

function closing(server: Server | null): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  server?.close(() => {
    resolve();
  });
  return { promise, resolve };
}
