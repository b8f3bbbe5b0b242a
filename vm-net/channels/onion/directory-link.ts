import type { Socket } from 'node:net';
import {
  decodeEnvelope,
  encodeEnvelope,
  ENVELOPE,
  MAX_RECEIVED_LINE,
  type Envelope,
} from '../../../shared/jm/onion/envelope.ts';
import { parseDirectoryHandshake } from '../../../shared/jm/onion/handshake.ts';
import type { DirectoryHealth } from '../channel.ts';
import type { Dial } from '../dial.ts';
import { LineSocket } from './line-socket.ts';
import type { Location } from './location.ts';
import { Pulse, type PulseTimes } from './pulse.ts';

/** What a directory link needs from its channel. */
export interface DirectoryLinkOptions {
  readonly location: Location;
  /** The line of our 793. */
  readonly handshake: string;
  readonly network: string;
  readonly dial: Dial;
  readonly onEnvelope: (link: DirectoryLink, envelope: Envelope) => void;
  readonly onChange: (link: DirectoryLink) => void;
  /** Uniform in [0, 1). */
  readonly jitter: () => number;
  readonly pulse: PulseTimes;
}

const MAX_UNSENT = 4 * 1024 * 1024;
const HANDSHAKE_TIMEOUT_MS = 60_000;
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 300_000;
const LASTING_MS = 30_000;

/** A connection to one directory node that comes back after a loss, with growing, jittered pauses. */
export class DirectoryLink {
  readonly name: string;
  readonly #options: DirectoryLinkOptions;
  readonly #stopping = new AbortController();
  #socket: LineSocket | null = null;
  #up = false;
  /** When it came up or was lost. */
  #changedAt = performance.now();
  #heardAt: number | null = null;
  /** When it was asked something that it has not answered yet. */
  #askedAt: number | null = null;
  #latencyMs: number | null = null;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  /** Null while down, and for a directory that would not answer a ping. */
  #pulse: Pulse | null = null;
  #detail = 'connecting';

  constructor(options: DirectoryLinkOptions) {
    this.#options = options;
    this.name = `${options.location.host}:${options.location.port}`;
  }

  get isUp(): boolean {
    return this.#up;
  }

  /** Attempts that ended without a lasting connection, since the last one that lasted. */
  get failures(): number {
    return this.#failures;
  }

  /** One clause for people. */
  get detail(): string {
    return this.#detail;
  }

  get health(): DirectoryHealth {
    return {
      directory: this.name,
      isUp: this.#up,
      changedAt: this.#changedAt,
      heardAt: this.#heardAt,
      latencyMs: this.#latencyMs,
      detail: this.#detail,
    };
  }

  connect(): void {
    const { location, dial } = this.#options;
    dial(location, this.#stopping.signal).then(
      (raw) => {
        this.#greet(raw);
      },
      (error: unknown) => {
        this.#lost(error instanceof Error ? error.message : String(error));
      },
    );
  }

  /** Sends an envelope; false when the link is down. */
  send(type: number, line: string): boolean {
    return this.#up && this.#socket?.send(encodeEnvelope(type, line)) === true;
  }

  stop(): void {
    this.#stopping.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#socket?.close('stopped');
  }

  #greet(raw: Socket): void {
    if (this.#stopping.signal.aborted) {
      raw.destroy();
      return;
    }
    const socket = new LineSocket(
      raw,
      { maxLine: MAX_RECEIVED_LINE, maxUnsent: MAX_UNSENT },
      {
        onLine: (line) => {
          this.#receive(line.toString('utf8'));
        },
        onClose: (reason) => {
          this.#lost(reason);
        },
      },
    );
    this.#socket = socket;
    this.#askedAt = performance.now();
    socket.send(encodeEnvelope(ENVELOPE.handshake, this.#options.handshake));
    this.#timer = setTimeout(() => {
      socket.close('no handshake in time');
    }, HANDSHAKE_TIMEOUT_MS);
  }

  #receive(text: string): void {
    const envelope = decodeEnvelope(text);
    if (envelope === null) {
      this.#socket?.close('it sent something that is not an envelope');
      return;
    }
    this.#heardAt = performance.now();
    if (envelope.type === ENVELOPE.pong || envelope.type === ENVELOPE.directoryHandshake) this.#answered();
    if (this.#up) {
      this.#pulse?.heard();
      // Who has not advertised ping may choke on a pong.
      if (envelope.type !== ENVELOPE.ping) this.#options.onEnvelope(this, envelope);
      else if (this.#pulse !== null) this.send(ENVELOPE.pong, '');
      return;
    }
    if (envelope.type !== ENVELOPE.directoryHandshake) return;
    const handshake = parseDirectoryHandshake(envelope.line, this.#options.network);
    if (!handshake.ok) {
      this.#socket?.close(`handshake refused: ${handshake.error}`);
      return;
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#up = true;
    this.#changedAt = performance.now();
    this.#detail = 'up';
    const { features } = handshake.value;
    if (features.includes('ping')) this.#watch();
    this.#options.onChange(this);
    if (features.includes('peerlist_features')) this.send(ENVELOPE.getPeerlist, '');
  }

  #watch(): void {
    this.#pulse = new Pulse(
      this.#options.pulse,
      () => {
        this.#askedAt = performance.now();
        this.send(ENVELOPE.ping, '');
      },
      () => {
        this.#socket?.close('it does not answer a ping');
      },
    );
  }

  #answered(): void {
    if (this.#askedAt !== null) this.#latencyMs = performance.now() - this.#askedAt;
    this.#askedAt = null;
  }

  #lost(reason: string): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#pulse?.stop();
    this.#pulse = null;
    // A directory that takes us and throws us out again does not count as back.
    if (this.#up && performance.now() - this.#changedAt >= LASTING_MS) this.#failures = 0;
    if (this.#up) this.#changedAt = performance.now();
    this.#askedAt = null;
    const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 1.5 ** this.#failures);
    this.#failures += 1;
    this.#up = false;
    this.#socket = null;
    this.#detail = reason;
    this.#options.onChange(this);
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(
      () => {
        this.connect();
      },
      delay * (0.5 + this.#options.jitter()),
    );
  }
}
