import type { Socket } from 'node:net';
import { LineSocket, type LineLimits, type SpanHandlers } from '../channels/onion/line-socket.ts';
import type { Peer } from './peer.ts';

/** What a directory does about its connections. */
export interface ConnectionOwner {
  /** The first line. @returns The peer that it introduces, or null when the connection is to be ended. */
  greeted(socket: LineSocket, text: string): Peer | null;
  /** A line of a peer: from `start` up to `end` of bytes that are only valid during the call. */
  received(peer: Peer, bytes: Buffer, start: number, end: number): void;
  /** The connection is over; `peer` is null when it never shook hands. */
  ended(socket: LineSocket, peer: Peer | null, reason: string): void;
}

/** One connection to a directory, from its first line to its end. */
export class Connection implements SpanHandlers {
  readonly socket: LineSocket;
  readonly #owner: ConnectionOwner;
  #peer: Peer | null = null;

  constructor(socket: Socket, limits: LineLimits, owner: ConnectionOwner) {
    this.#owner = owner;
    this.socket = new LineSocket(socket, limits, this);
  }

  onSpan(bytes: Buffer, start: number, end: number): void {
    if (this.#peer !== null) {
      this.#owner.received(this.#peer, bytes, start, end);
      return;
    }
    this.#peer = this.#owner.greeted(this.socket, bytes.toString('utf8', start, end));
    if (this.#peer === null) this.socket.close('handshake refused');
  }

  onClose(reason: string): void {
    this.#owner.ended(this.socket, this.#peer, reason);
  }
}
