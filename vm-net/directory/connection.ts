import type { Socket } from 'node:net';
import { LineSocket, type LineLimits, type SpanHandlers } from '../channels/onion/line-socket.ts';
import type { Peer } from './peer.ts';
import type { Challenged, Reply } from './reception.ts';

/** What a directory does about its connections. */
export interface ConnectionOwner {
  /** A line of somebody who is no peer yet: the first one, or, after a challenge, the next. */
  greeted(socket: LineSocket, text: string, challenged: Challenged | null): Reply;
  /** A line of a peer: from `start` up to `end` of bytes that are only valid during the call. */
  received(peer: Peer, bytes: Buffer, start: number, end: number): void;
  /** The connection is over; `peer` is null when it never became one. */
  ended(socket: LineSocket, peer: Peer | null, reason: string): void;
}

/** One connection to a directory, from its first line to its end. */
export class Connection implements SpanHandlers {
  readonly socket: LineSocket;
  readonly #owner: ConnectionOwner;
  #peer: Peer | null = null;
  #challenged: Challenged | null = null;

  constructor(socket: Socket, limits: LineLimits, owner: ConnectionOwner) {
    this.#owner = owner;
    this.socket = new LineSocket(socket, limits, this);
  }

  onSpan(bytes: Buffer, start: number, end: number): void {
    if (this.#peer !== null) {
      this.#owner.received(this.#peer, bytes, start, end);
      return;
    }
    const reply = this.#owner.greeted(this.socket, bytes.toString('utf8', start, end), this.#challenged);
    this.#challenged = null;
    switch (reply.kind) {
      case 'welcome':
        this.#peer = reply.peer;
        return;
      case 'challenged':
        this.#challenged = reply;
        return;
      case 'refused':
        this.socket.close('handshake refused');
    }
  }

  onClose(reason: string): void {
    this.#owner.ended(this.socket, this.#peer, reason);
  }
}
