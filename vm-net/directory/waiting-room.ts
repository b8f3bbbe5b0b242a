import type { LineSocket } from '../channels/onion/line-socket.ts';

/** Why a connection goes that never shook hands. */
export const SILENT = 'no handshake in time';
export const CROWDED = 'too many wait for a handshake';

/**
 * Connections that have not shaken hands yet: each for a limited time, and only so many. They all have the same time, so that one
 * timer, for the one that waits longest, does for all.
 */
export class WaitingRoom {
  readonly #timeoutMs: number;
  readonly #most: number;
  /** When each came, the oldest first. Milliseconds on a monotonic clock. */
  readonly #since = new Map<LineSocket, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(timeoutMs: number, most: number) {
    this.#timeoutMs = timeoutMs;
    this.#most = most;
  }

  /** Lets one in. When there is no room, the one that waits longest is closed. */
  enter(socket: LineSocket, now: number): void {
    const [oldest] = this.#since.keys();
    if (this.#since.size >= this.#most) oldest?.close(CROWDED);
    this.#since.set(socket, now);
    this.#arm(this.#timeoutMs);
  }

  /** Gives one that waits its time once more. */
  enterAgain(socket: LineSocket, now: number): void {
    this.leave(socket);
    this.enter(socket, now);
  }

  /** How many wait. */
  get size(): number {
    return this.#since.size;
  }

  /** It shook hands, or is gone. */
  leave(socket: LineSocket): void {
    this.#since.delete(socket);
  }

  /** Closes all of them. */
  close(reason: string): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const socket of [...this.#since.keys()]) socket.close(reason);
  }

  #arm(afterMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#sweep(performance.now());
    }, afterMs);
  }

  #sweep(now: number): void {
    for (const [socket, since] of [...this.#since]) {
      const left = since + this.#timeoutMs - now;
      if (left > 0) {
        this.#arm(left);
        return;
      }
      socket.close(SILENT);
    }
  }
}
