import { createServer, type Server } from 'node:net';
import type { Nick } from '../../shared/jm/command.ts';
import {
  decodeEnvelope,
  encodeEnvelope,
  ENVELOPE,
  MAX_RECEIVED_LINE,
  parseAddressed,
  type Envelope,
} from '../../shared/jm/onion/envelope.ts';
import { formatDirectoryHandshake } from '../../shared/jm/onion/handshake.ts';
import type { LineLimits, LineSocket } from '../channels/onion/line-socket.ts';
import { admit } from './admission.ts';
import { Backlog } from './backlog.ts';
import { Batch, type Line } from './batch.ts';
import { Connection, type ConnectionOwner } from './connection.ts';
import { sweepSilent } from './heartbeat.ts';
import { DEFAULT_LIMITS, type DirectoryLimits } from './limits.ts';
import { Peer } from './peer.ts';
import { departures, peerlists } from './peerlists.ts';
import { readPlainEnvelope } from './plain-envelope.ts';
import { WaitingRoom } from './waiting-room.ts';

/** How a directory node is set up. */
export interface DirectoryOptions {
  /** The network's name in handshakes. */
  readonly network: string;
  /** The directory's own nick. */
  readonly nick: Nick;
  readonly motd: string;
  /** True on regtest, where peers may serve on the loopback. */
  readonly loopback: boolean;
  /** The default ones, where they are not given. */
  readonly limits?: Partial<DirectoryLimits>;
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
  /** Bytes for peers that the system has not taken yet, of all of them. */
  readonly unsent: number;
  close(): Promise<void>;
}

const FEATURES = ['peerlist_features', 'ping'];
const SWEEP_DIVISOR = 10;
/** Connections that the system may hold ready while others are accepted. */
const LISTEN_QUEUE = 4096;
const TERMINATOR_LENGTH = 2;

/**
 * A directory node: relays lines between peers that it knows by nick, and reads nothing of them
 * (protocol/onion-channel.md §8). It connects to nobody. What comes within one turn of the event loop goes out together.
 */
export class DirectoryNode {
  readonly #options: DirectoryOptions;
  readonly #limits: DirectoryLimits;
  readonly #lineLimits: LineLimits;
  readonly #peers = new Map<string, Peer>();
  readonly #batch: Batch;
  readonly #waitingRoom: WaitingRoom;
  readonly #owner: ConnectionOwner = {
    greeted: (socket, text) => this.#greet(socket, text),
    received: (peer, bytes, start, end) => {
      this.#receive(peer, bytes, start, end);
    },
    ended: (socket, peer, reason) => {
      this.#waitingRoom.leave(socket);
      if (peer !== null) this.#leave(peer, reason);
    },
  };
  #departed = new Set<Peer>();
  #server: Server | null = null;
  #sweep: NodeJS.Timeout | null = null;
  #flushes = false;

  constructor(options: DirectoryOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    const { maxUnsent, maxUnsentOfAll, maxUnshaken } = this.#limits;
    this.#lineLimits = { maxLine: MAX_RECEIVED_LINE, maxUnsent, stallMs: options.stallMs ?? 30_000 };
    const backlog = new Backlog(maxUnsentOfAll);
    this.#batch = new Batch(
      () => this.#peers.values(),
      (bytes) => {
        backlog.grew(bytes, this.#peers.values());
      },
    );
    this.#waitingRoom = new WaitingRoom(options.handshakeTimeoutMs ?? 30_000, maxUnshaken);
  }

  /** Listens; port 0 takes a free one. @throws Error when the port is taken. */
  listen(host: string, port: number): Promise<RunningDirectory> {
    return new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        const connection = new Connection(socket, this.#lineLimits, this.#owner);
        this.#waitingRoom.enter(connection.socket, performance.now());
      });
      // Once it listens, running out of descriptors comes here too, and passes.
      server.on('error', (error) => {
        this.#options.log?.(`listening: ${error.message}`);
        reject(error);
      });
      server.listen({ port, host, backlog: LISTEN_QUEUE }, () => {
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
          get unsent() {
            return [...peers.values()].reduce((total, { socket }) => total + socket.unsent, 0);
          },
          close: () => this.#close(),
        });
      });
    });
  }

  #answer(socket: LineSocket, accepted: boolean, motd: string): void {
    const { nick, network } = this.#options;
    const line = formatDirectoryHandshake({ accepted, features: FEATURES, nick, network, motd });
    socket.send(encodeEnvelope(ENVELOPE.directoryHandshake, line));
  }

  /** Registers a peer, or says why not. */
  #greet(socket: LineSocket, text: string): Peer | null {
    const { network, loopback, motd, log } = this.#options;
    const { maxPeers } = this.#limits;
    const admitted = admit(text, { network, loopback, maxPeers, peers: this.#peers });
    if (!admitted.ok) {
      if (admitted.error !== null) this.#answer(socket, false, admitted.error);
      return null;
    }
    const peer = new Peer(socket, admitted.value, performance.now());
    this.#waitingRoom.leave(socket);
    this.#peers.set(peer.nick, peer);
    this.#answer(socket, true, motd);
    if (!this.#batch.isEmpty) this.#batch.welcome(peer);
    log?.(`joined: ${peer.nick}`);
    return peer;
  }

  #receive(peer: Peer, bytes: Buffer, start: number, end: number): void {
    const now = performance.now();
    peer.lastHeard = now;
    peer.askedAt = null;
    if (!peer.mayRelay(this.#limits, now)) return;
    const plain = readPlainEnvelope(bytes, start, end);
    if (plain !== null) {
      this.#relay(peer, plain, { bytes, start, end }, now);
      return;
    }
    const envelope = decodeEnvelope(bytes.toString('utf8', start, end));
    if (envelope === null) {
      peer.socket.close('not an envelope');
      return;
    }
    switch (envelope.type) {
      case ENVELOPE.publicMessage:
      case ENVELOPE.privateMessage:
        this.#relay(peer, envelope, rewritten(envelope), now);
        return;
      case ENVELOPE.getPeerlist:
        if (peer.mayAskForPeers(this.#limits, now)) this.#sendPeerlist(peer);
        return;
      case ENVELOPE.ping:
        this.#batch.addPrivate(encodeEnvelope(ENVELOPE.pong, ''), peer);
        this.#flushSoon();
        return;
      default:
        return;
    }
  }

  /** A sender that is not who it says is not relayed, nor is a line that is too long for the others. */
  #relay(sender: Peer, { type, line: text }: Envelope, line: Line, now: number): void {
    const addressed = parseAddressed(text);
    if (addressed === null || addressed.from !== sender.nick) return;
    const length = lengthOf(line);
    if (length > MAX_RECEIVED_LINE) return;
    if (type === ENVELOPE.publicMessage) {
      if (addressed.to !== 'PUBLIC') return;
      if (!sender.mayPublish(this.#limits, now, length + TERMINATOR_LENGTH)) return;
      this.#batch.addPublic(line, sender);
    } else {
      const recipient = this.#peers.get(addressed.to);
      if (recipient === undefined) return;
      this.#batch.addPrivate(line, recipient);
      const introduction = sender.introductionTo(recipient);
      if (introduction !== null) this.#batch.addPrivate(introduction, recipient);
    }
    this.#flushSoon();
  }

  #sendPeerlist(asking: Peer): void {
    for (const line of peerlists(this.#peers.values(), asking)) this.#batch.addPrivate(line, asking);
    this.#flushSoon();
  }

  #leave(peer: Peer, reason: string): void {
    if (this.#peers.get(peer.nick) !== peer) return;
    this.#peers.delete(peer.nick);
    this.#options.log?.(`left: ${peer.nick} (${reason})`);
    this.#departed.add(peer);
    this.#flushSoon();
  }

  /** Once for all that this turn of the event loop brings. */
  #flushSoon(): void {
    if (this.#flushes) return;
    this.#flushes = true;
    setImmediate(() => {
      this.#flushes = false;
      this.#tellDepartures();
      this.#batch.flush();
    });
  }

  /** Told when the turn is over: who came back within it under the same nick did not leave. */
  #tellDepartures(): void {
    if (this.#departed.size === 0) return;
    const gone = new Map([...this.#departed].map((peer) => [peer.nick, peer]));
    this.#departed = new Set();
    for (const nick of gone.keys()) if (this.#peers.has(nick)) gone.delete(nick);
    if (this.#peers.size === 0) return;
    for (const line of departures(gone.values())) this.#batch.addPublic(line, null);
  }

  #close(): Promise<void> {
    if (this.#sweep !== null) clearInterval(this.#sweep);
    const { promise, resolve } = closing(this.#server);
    this.#batch.flush();
    for (const peer of [...this.#peers.values()]) {
      this.#peers.delete(peer.nick);
      peer.socket.close('the directory stops');
    }
    this.#waitingRoom.close('the directory stops');
    if (this.#server === null) resolve();
    return promise;
  }
}

/**
 * The line in an envelope of our own: a sender's own JSON could hold what another implementation chokes on (a float as the type,
 * bytes that are not UTF-8, deep nesting), and one peer would cut off all.
 */
function rewritten({ type, line }: Envelope): string {
  return encodeEnvelope(type, line);
}

function lengthOf(line: Line): number {
  return typeof line === 'string' ? line.length : line.end - line.start;
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
