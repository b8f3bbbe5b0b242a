import { ChannelError } from '../channel.ts';

/** Calls back once after so many milliseconds, unless it is cancelled. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** How a send queue is set up. */
export interface SendQueueOptions {
  readonly write: (line: string) => void;
  /** The least time between two lines, in milliseconds. */
  readonly interval: number;
  /** Milliseconds on a monotonic clock. */
  readonly now?: () => number;
  readonly after?: After;
}

/** What may wait in all: 43 minutes. */
const MAX_WAITING = 2000;
const MAX_WAITING_PUBLIC = 100;
/** A public line goes before the next private ones after so many of these. */
const PRIVATE_IN_A_ROW = 4;

/**
 * Sends lines one at a time, because servers throw out who sends faster (protocol/irc-channel.md §2). Private lines go first, in
 * the order in which they came, for a coinjoin waits for them; public ones get every fifth turn.
 */
export class SendQueue {
  readonly #options: Required<SendQueueOptions>;
  #private: string[] = [];
  #public: string[] = [];
  #inARow = 0;
  #free = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(options: SendQueueOptions) {
    this.#options = { now: () => performance.now(), after: timer, ...options };
  }

  /** Lines that wait. */
  get waiting(): number {
    return this.#private.length + this.#public.length;
  }

  /**
   * Takes the lines of one message, all or none of them. Public lines that wait make room, the oldest first.
   * @throws ChannelError when private lines alone fill the queue.
   */
  sendPrivate(lines: readonly string[]): void {
    if (this.#private.length + lines.length > MAX_WAITING) throw busy();
    this.#private.push(...lines);
    this.#public.splice(0, Math.max(0, this.waiting - MAX_WAITING));
    this.#pump();
  }

  /** Takes public lines; the oldest that wait make room. @throws ChannelError when private lines fill the queue. */
  publish(lines: readonly string[]): void {
    const room = Math.min(MAX_WAITING_PUBLIC, MAX_WAITING - this.#private.length);
    if (lines.length > room) throw busy();
    this.#public.push(...lines);
    this.#public.splice(0, Math.max(0, this.#public.length - room));
    this.#pump();
  }

  /** Forgets what waits. */
  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#private = [];
    this.#public = [];
  }

  #pump(): void {
    if (this.#cancel !== null || this.waiting === 0) return;
    const { now, after, interval, write } = this.#options;
    const wait = this.#free - now();
    if (wait > 0) {
      this.#cancel = after(wait, () => {
        this.#cancel = null;
        this.#pump();
      });
      return;
    }
    this.#free = now() + interval;
    write(this.#next());
    this.#pump();
  }

  #next(): string {
    const publicTurn = this.#private.length === 0 || this.#inARow >= PRIVATE_IN_A_ROW;
    const line = publicTurn ? this.#public.shift() : undefined;
    this.#inARow = line === undefined ? this.#inARow + 1 : 0;
    return line ?? this.#private.shift() ?? '';
  }
}

function busy(): ChannelError {
  return new ChannelError('channel-busy', `${MAX_WAITING} lines wait already for the IRC server`, {
    cure: 'IRC takes one line in 1.3 seconds; use the onion channel for rounds with many makers.',
  });
}

function timer(milliseconds: number, run: () => void): () => void {
  const handle = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(handle);
  };
}
