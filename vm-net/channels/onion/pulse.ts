/** When a silent connection is asked whether it is there, and when it counts as dead, in milliseconds. */
export interface PulseTimes {
  readonly idleMs: number;
  readonly answerMs: number;
}

/** Well below the ten minutes after which directories ask us (protocol/onion-channel.md §8.2). */
export const PULSE: PulseTimes = { idleMs: 300_000, answerMs: 30_000 };

/** Notices a connection that is dead and was never closed, as happens when a circuit of Tor's breaks. */
export class Pulse {
  readonly #idle: NodeJS.Timeout;
  readonly #ask: () => void;
  readonly #dead: () => void;
  readonly #answerMs: number;
  #waiting: NodeJS.Timeout | null = null;

  /** @param ask Sends what the other side answers. @param dead Called once no answer came. */
  constructor({ idleMs, answerMs }: PulseTimes, ask: () => void, dead: () => void) {
    this.#ask = ask;
    this.#dead = dead;
    this.#answerMs = answerMs;
    this.#idle = setInterval(() => {
      this.#asked();
    }, idleMs);
  }

  /** Anything that comes is a sign of life. */
  heard(): void {
    this.#idle.refresh();
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
  }

  stop(): void {
    clearInterval(this.#idle);
    if (this.#waiting !== null) clearTimeout(this.#waiting);
  }

  #asked(): void {
    if (this.#waiting !== null) return;
    this.#waiting = setTimeout(this.#dead, this.#answerMs);
    this.#ask();
  }
}
