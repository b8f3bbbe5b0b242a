import type { Socket } from 'node:net';
import type { Nick } from '../../../shared/jm/command.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import {
  decodeEnvelope,
  encodeEnvelope,
  ENVELOPE,
  MAX_RECEIVED_LINE,
  type Envelope,
} from '../../../shared/jm/onion/envelope.ts';
import { parseClientHandshake } from '../../../shared/jm/onion/handshake.ts';
import { LineSocket } from './line-socket.ts';

/** What a direct connection needs from its channel. */
export interface PeerLinkOptions {
  /** The line of our 793; sent at once by whoever connects and whoever accepts. */
  readonly handshake: string;
  readonly network: string;
  /** The nick that we dialled; null when we accepted the connection. */
  readonly expected: Nick | null;
  readonly onUp: (link: PeerLink, nick: Nick) => void;
  readonly onEnvelope: (link: PeerLink, envelope: Envelope) => void;
  readonly onClose: (link: PeerLink) => void;
}

const MAX_UNSENT = 1024 * 1024;
const HANDSHAKE_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 20 * 60_000;

/** A direct connection between a taker and a maker (protocol/onion-channel.md §6.3). */
export class PeerLink {
  readonly #socket: LineSocket;
  readonly #options: PeerLinkOptions;
  #nick: Nick | null = null;
  #pings = false;
  #timer: NodeJS.Timeout;

  constructor(raw: Socket, options: PeerLinkOptions) {
    this.#options = options;
    this.#timer = setTimeout(() => {
      this.close();
    }, HANDSHAKE_TIMEOUT_MS);
    raw.setTimeout(IDLE_TIMEOUT_MS, () => {
      this.close();
    });
    this.#socket = new LineSocket(
      raw,
      { maxLine: MAX_RECEIVED_LINE, maxUnsent: MAX_UNSENT },
      {
        onLine: (line) => {
          this.#receive(line.toString('utf8'));
        },
        onClose: () => {
          clearTimeout(this.#timer);
          options.onClose(this);
        },
      },
    );
    this.#socket.send(encodeEnvelope(ENVELOPE.handshake, options.handshake));
  }

  /** The nick on the other side, once its handshake is there. It is a claim until a signature proves it. */
  get nick(): Nick | null {
    return this.#nick;
  }

  send(type: number, line: string): boolean {
    return this.#nick !== null && this.#socket.send(encodeEnvelope(type, line));
  }

  close(): void {
    this.#socket.close('closed by us');
  }

  #receive(text: string): void {
    const envelope = decodeEnvelope(text);
    if (envelope === null) {
      this.close();
      return;
    }
    if (this.#nick !== null) {
      // Who has not advertised ping may choke on a pong.
      if (envelope.type !== ENVELOPE.ping) this.#options.onEnvelope(this, envelope);
      else if (this.#pings) this.send(ENVELOPE.pong, '');
      return;
    }
    if (envelope.type !== ENVELOPE.handshake) return;
    const handshake = parseClientHandshake(envelope.line, this.#options.network);
    const nick = handshake.ok ? parseNick(handshake.value.nick) : null;
    if (nick === null || (this.#options.expected !== null && nick !== this.#options.expected)) {
      this.close();
      return;
    }
    clearTimeout(this.#timer);
    this.#nick = nick;
    this.#pings = handshake.ok && handshake.value.features.includes('ping');
    this.#options.onUp(this, nick);
  }
}
