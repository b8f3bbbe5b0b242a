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
import { sweepSilent } from './heartbeat.ts';
import { createPeer, relayed, type Peer } from './peer.ts';

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
  /** After how long a peer is dropped that leaves what it is sent unread. */
  readonly stallMs?: number;
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
const MAX_UNSENT = 1024 * 1024;
const PEERLIST_CHUNK = 20;
const SWEEP_DIVISOR = 10;
/** Connections that have not shaken hands yet; beyond it the oldest goes. */
const MAX_UNSHAKEN = 512;

/**
 * A directory node: relays lines between peers that it knows by nick, and reads nothing of them
 * (protocol/onion-channel.md §8). It connects to nobody.
 */
export class DirectoryNode {
  readonly #options: DirectoryOptions;
  readonly #peers = new Map<string, Peer>();
  #departed: Peer[] = [];
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
      // Once it listens, running out of descriptors comes here too, and passes.
      server.on('error', (error) => {
        this.#options.log?.(`listening: ${error.message}`);
        reject(error);
      });
      server.listen(port, host, () => {
        const address = server.address();
        if (address === null || typeof address === 'string') return;
        this.#server = server;
        const every = (this.#options.idleMs ?? 600_000) / SWEEP_DIVISOR;
        this.#sweep = setInterval(() => {
          sweepSilent(this.#peers.values(), this.#options, performance.now());
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
      { maxLine: MAX_RECEIVED_LINE, maxUnsent: MAX_UNSENT, stallMs: this.#options.stallMs ?? 30_000 },
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
    const [oldest] = this.#unshaken;
    if (this.#unshaken.size >= MAX_UNSHAKEN) oldest?.close('too many wait for a handshake');
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
    const peer = createPeer(socket, handshake, performance.now());
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
        this.#relayPublic(peer, envelope.line, now);
        return;
      case ENVELOPE.privateMessage:
        this.#relayPrivate(peer, envelope.line);
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

  /** A sender that is not who it says is not relayed. */
  #relayPublic(sender: Peer, text: string, now: number): void {
    const addressed = parseAddressed(text);
    if (addressed?.to !== 'PUBLIC' || addressed.from !== sender.nick) return;
    const bytes = relayed(ENVELOPE.publicMessage, text);
    if (bytes === null || !sender.publicBytes.take(now, bytes.length)) return;
    this.#broadcast(bytes, sender);
  }

  #relayPrivate(sender: Peer, text: string): void {
    const addressed = parseAddressed(text);
    if (addressed === null || addressed.from !== sender.nick) return;
    const recipient = this.#peers.get(addressed.to);
    const bytes = relayed(ENVELOPE.privateMessage, text);
    if (recipient === undefined || bytes === null) return;
    recipient.socket.sendBytes(bytes);
    if (sender.introduction === null) return;
    const { plain, withFeatures } = sender.introduction;
    recipient.socket.sendBytes(recipient.features.includes('peerlist_features') ? withFeatures : plain);
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
    this.#departed.push(peer);
    // Told later and together: a broadcast may itself find slow readers, whose leaving would then be told within it.
    if (this.#departed.length === 1)
      setImmediate(() => {
        this.#tellDepartures();
      });
  }

  #tellDepartures(): void {
    const gone = this.#departed.filter((peer) => !this.#peers.has(peer.nick));
    this.#departed = [];
    const entries = gone.map((peer) => formatPeerEntry({ ...peer, left: true }, false));
    for (let at = 0; at < entries.length; at += PEERLIST_CHUNK) {
      const list = entries.slice(at, at + PEERLIST_CHUNK).join(',');
      this.#broadcast(lineBytes(encodeEnvelope(ENVELOPE.peerlist, list)), null);
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
