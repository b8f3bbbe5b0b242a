import type { LineSocket } from '../channels/onion/line-socket.ts';

/** Somebody who may leave unread what it is sent. */
export interface Waiting {
  readonly socket: Pick<LineSocket, 'unsent' | 'drop'>;
}

/** How much of what all may leave unread is added before it is counted again, and how much is made free when it is too much. */
const SHARE = 8;

/** Why a peer is dropped for all that wait. */
export const OVERFULL = 'it reads too slowly, as others do';

/** Keeps what all peers together leave unread within a limit: beyond it, those that left most go. */
export class Backlog {
  readonly #limit: number;
  #sinceCount = 0;

  /** The limit in bytes. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** So many bytes more wait. Between two counts, which cost as much as there are peers, an eighth may come on top. */
  grew(bytes: number, peers: Iterable<Waiting>): void {
    this.#sinceCount += bytes;
    if (this.#sinceCount < this.#limit / SHARE) return;
    this.#sinceCount = 0;
    let total = 0;
    const waiting: Waiting[] = [];
    for (const peer of peers) {
      if (peer.socket.unsent === 0) continue;
      total += peer.socket.unsent;
      waiting.push(peer);
    }
    if (total <= this.#limit) return;
    waiting.sort((a, b) => b.socket.unsent - a.socket.unsent);
    for (const { socket } of waiting) {
      if (total <= this.#limit - this.#limit / SHARE) return;
      total -= socket.unsent;
      socket.drop(OVERFULL);
    }
  }
}
