import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Nick } from '../../../shared/jm/command.ts';
import { ENVELOPE, type Envelope } from '../../../shared/jm/onion/envelope.ts';
import { ChannelError } from '../channel.ts';
import type { Dial } from '../dial.ts';
import { peerBudget, type SourceBudget, type TakenLine } from '../inbox.ts';
import type { Location } from './location.ts';
import { PeerLink } from './peer-link.ts';

/** What direct connections need from their channel. */
export interface DirectPeersOptions {
  readonly network: string;
  readonly dial: Dial;
  /** Uniform in [0, 1). */
  readonly jitter: () => number;
  /** Judges what a connection brought; `nick` is who it speaks for. */
  readonly receive: (envelope: Envelope, budget: SourceBudget, nick: Nick | null) => TakenLine | null;
  /** The direct route to a nick is gone. */
  readonly onLost: (nick: Nick) => void;
}

const MAX_ACCEPTED = 200;
const MAX_DIALLING = 100;
/** A fresh onion is often not found at the first attempt. */
const ATTEMPTS = 3;
const RETRY_MS = 2000;
/** A peer that can't be reached is left alone for so long; a directory carries what is said to it. */
const REST_MS = 30_000;

/** Connections between this peer and others without a directory (protocol/onion-channel.md §6.2, §6.3). */
export class DirectPeers {
  readonly #options: DirectPeersOptions;
  readonly #stopping = new AbortController();
  /** Routes: connections that we dialled, and those that brought a signed line of the nick. */
  readonly #routes = new Map<Nick, PeerLink>();
  readonly #dialled = new Map<Nick, PeerLink>();
  readonly #dialling = new Set<Nick>();
  readonly #accepted = new Set<PeerLink>();
  #handshake = '';
  #server: Server | null = null;

  constructor(options: DirectPeersOptions) {
    this.#options = options;
  }

  /** Nicks that are reached without a directory. */
  get nicks(): readonly Nick[] {
    return [...this.#routes.keys()];
  }

  /** Sets the line of our 793. It is known only when it is known where we serve. */
  introduceAs(handshake: string): void {
    this.#handshake = handshake;
  }

  /** Accepts connections. @returns The port. @throws ChannelError `channel-not-serving` */
  listen(location: Location): Promise<number> {
    return new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        this.#accept(socket);
      });
      // Once it listens, running out of descriptors comes here too, and passes.
      server.on('error', (cause) => {
        reject(notServing(location, cause));
      });
      server.listen(location.port, location.host, () => {
        const address = server.address();
        if (address === null || typeof address === 'string') return;
        this.#server = server;
        resolve(address.port);
      });
    });
  }

  /** True when the nick is reached without a directory. */
  hasRoute(nick: Nick): boolean {
    return this.#routes.has(nick);
  }

  /** Sends a private line over the route to a nick; false when there is none. */
  send(to: Nick, text: string): boolean {
    return this.#routes.get(to)?.send(ENVELOPE.privateMessage, text) === true;
  }

  /** Connections that claim a nick and have not proved it; the last resort. */
  claiming(nick: Nick): readonly PeerLink[] {
    return [...this.#accepted].filter((link) => link.nick === nick);
  }

  /** Dials in the background, so that later messages need no directory. */
  reach(nick: Nick, location: Location): void {
    if (this.#dialled.has(nick) || this.#routes.has(nick) || this.#dialling.has(nick)) return;
    if (this.#dialling.size >= MAX_DIALLING) return;
    this.#dialling.add(nick);
    void this.#dial(nick, location).finally(() => {
      this.#dialling.delete(nick);
    });
  }

  stop(): void {
    this.#stopping.abort();
    for (const link of [...this.#dialled.values(), ...this.#accepted]) link.close();
    this.#server?.close();
  }

  async #dial(nick: Nick, location: Location): Promise<void> {
    const { signal } = this.#stopping;
    const wait = (milliseconds: number): Promise<void> =>
      pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await wait(RETRY_MS * 2 ** (attempt - 1) * (0.5 + this.#options.jitter()));
      try {
        const socket = await this.#options.dial(location, signal);
        // We were stopped while it came: it is nobody's but ours to close.
        if (signal.aborted) {
          socket.destroy();
          return;
        }
        this.#dialled.set(nick, this.#link(socket, nick));
        return;
      } catch {
        if (signal.aborted) return;
        // A directory carries the message meanwhile.
      }
    }
    await wait(REST_MS);
  }

  /** When the house is full, the first who never said anything signed makes room. */
  #accept(socket: Socket): void {
    if (this.#accepted.size >= MAX_ACCEPTED) {
      const silent = [...this.#accepted].find(
        (link) => link.nick === null || this.#routes.get(link.nick) !== link,
      );
      if (silent === undefined) {
        socket.destroy();
        return;
      }
      silent.close();
    }
    this.#accepted.add(this.#link(socket, null));
  }

  #link(socket: Socket, expected: Nick | null): PeerLink {
    const budget = peerBudget(performance.now());
    return new PeerLink(socket, {
      handshake: this.#handshake,
      network: this.#options.network,
      expected,
      onUp: (link, nick) => {
        // Who connects to us only claims a nick. It becomes a route when it brings a line that the nick signed.
        if (expected !== null && !this.#routes.has(nick)) this.#routes.set(nick, link);
      },
      onEnvelope: (link, envelope) => {
        const taken = this.#options.receive(envelope, budget, link.nick);
        if (taken?.kind === 'private') this.#routes.set(taken.from, link);
      },
      onClose: (link) => {
        this.#accepted.delete(link);
        if (expected !== null) this.#dialled.delete(expected);
        const { nick } = link;
        if (nick === null || this.#routes.get(nick) !== link) return;
        this.#routes.delete(nick);
        this.#options.onLost(nick);
      },
    });
  }
}

function notServing({ host, port }: Location, cause: Error): ChannelError {
  return new ChannelError(
    'channel-not-serving',
    `Direct connections can't be accepted at ${host}:${port} (${cause.message})`,
    { cure: 'Give each maker in this VM its own onion_serving_port in joinmarket.cfg.', cause },
  );
}
