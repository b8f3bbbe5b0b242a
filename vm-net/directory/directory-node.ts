import { createServer, type Server } from 'node:net';
import { systemRandom } from '../../shared/crypto/random.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { MAX_RECEIVED_LINE } from '../../shared/jm/onion/envelope.ts';
import { STALLED, type LineLimits, type LineSocket } from '../channels/onion/line-socket.ts';
import { Backlog, OVERFULL } from './backlog.ts';
import { Batch } from './batch.ts';
import { Connection, type ConnectionOwner } from './connection.ts';
import { EVICTED, sweepSilent } from './heartbeat.ts';
import { DEFAULT_LIMITS, type DirectoryLimits } from './limits.ts';
import type { DirectoryGauges } from './metric-families.ts';
import { DirectoryMetrics } from './metrics.ts';
import type { NickAuthPolicy } from './nick-auth.ts';
import type { Peer } from './peer.ts';
import { departures } from './peerlists.ts';
import { Reception, type Challenged, type Reply } from './reception.ts';
import { Relay } from './relay.ts';
import { CROWDED, SILENT, WaitingRoom } from './waiting-room.ts';

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
  /** How peers prove that they own their nick; null, or left out, where nobody asks. */
  readonly nickAuth?: () => NickAuthPolicy | null;
  readonly log?: (text: string) => void;
}

/** A directory that listens. */
export interface RunningDirectory {
  readonly port: number;
  /** Peers that shook hands. */
  readonly peerCount: number;
  /** Bytes for peers that the system has not taken yet, of all of them. */
  readonly unsent: number;
  readonly metrics: DirectoryMetrics;
  /** How things stand at this moment. */
  gauges(): DirectoryGauges;
  close(): Promise<void>;
}

const SWEEP_DIVISOR = 10;
/** Connections that the system may hold ready while others are accepted. */
const LISTEN_QUEUE = 4096;

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
  readonly #metrics = new DirectoryMetrics();
  readonly #reception: Reception;
  readonly #relay: Relay;
  readonly #owner: ConnectionOwner = {
    greeted: (socket, text, challenged) => this.#receiveGuest(socket, text, challenged),
    received: (peer, bytes, start, end) => {
      this.#relay.take(peer, bytes, start, end);
    },
    ended: (socket, peer, reason) => {
      this.#waitingRoom.leave(socket);
      if (peer !== null) this.#leave(peer, reason);
      else if (reason === SILENT) this.#metrics.refused.silent += 1;
      else if (reason === CROWDED) this.#metrics.refused.crowded += 1;
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
    const { nickAuth = () => null } = options;
    const parts = { peers: this.#peers, batch: this.#batch, metrics: this.#metrics, limits: this.#limits };
    this.#relay = new Relay(parts, () => {
      this.#flushSoon();
    });
    this.#reception = new Reception({ ...options, ...parts, nickAuth, random: systemRandom });
  }

  /** Listens; port 0 takes a free one. @throws Error when the port is taken. */
  listen(host: string, port: number): Promise<RunningDirectory> {
    return new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        this.#metrics.connections += 1;
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
        resolve(this.#running(address.port));
      });
    });
  }

  #running(port: number): RunningDirectory {
    const peers = this.#peers;
    const unsent = (): number => [...peers.values()].reduce((total, { socket }) => total + socket.unsent, 0);
    return {
      port,
      metrics: this.#metrics,
      get peerCount() {
        return peers.size;
      },
      get unsent() {
        return unsent();
      },
      gauges: () => {
        const servingPeers = [...peers.values()].filter(({ isServing }) => isServing).length;
        const otherPeers = peers.size - servingPeers;
        return { servingPeers, otherPeers, waiting: this.#waitingRoom.size, unsent: unsent() };
      },
      close: () => this.#close(),
    };
  }

  #receiveGuest(socket: LineSocket, text: string, challenged: Challenged | null): Reply {
    const now = performance.now();
    this.#metrics.linesIn[challenged === null ? 'handshake' : 'nick-auth'] += 1;
    const reply =
      challenged === null
        ? this.#reception.greet(socket, text, now)
        : this.#reception.prove(socket, challenged, text, now);
    if (reply.kind === 'welcome') this.#register(reply.peer, reply.displaced);
    // Each step has its own time.
    if (reply.kind === 'challenged') this.#waitingRoom.enterAgain(socket, now);
    return reply;
  }

  #register(peer: Peer, displaced: Peer | null): void {
    if (displaced !== null) this.#displace(displaced);
    this.#waitingRoom.leave(peer.socket);
    this.#peers.set(peer.nick, peer);
    this.#metrics.joins += 1;
    if (!this.#batch.isEmpty) this.#batch.welcome(peer);
    this.#options.log?.(`joined: ${peer.nick}`);
  }

  /** Told at once and by itself: the nick is back in the same moment, as somebody else. */
  #displace(owner: Peer): void {
    this.#metrics.displaced += 1;
    this.#peers.delete(owner.nick);
    for (const line of departures([owner])) this.#relay.tellAll(line);
    owner.socket.close('another proved that the nick is its own');
  }

  #leave(peer: Peer, reason: string): void {
    if (this.#peers.get(peer.nick) !== peer) return;
    this.#peers.delete(peer.nick);
    this.#options.log?.(`left: ${peer.nick} (${reason})`);
    if (EVICTED.has(reason)) this.#metrics.evictions += 1;
    if (reason === STALLED || reason === OVERFULL) this.#metrics.slowReadersDropped += 1;
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
    for (const line of departures(gone.values())) this.#relay.tellAll(line);
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
