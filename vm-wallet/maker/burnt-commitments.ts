import type { Commitment } from '../../shared/jm/command.ts';

/** Seconds that a commitment waits at most before another maker hears of it. */
export const MAX_WAIT_SECONDS = 30;

/**
 * Commitments that takers used with us, until another maker is asked to publish them. Each waits for a random time: whoever carries a
 * message right behind our `ioauth` would know what it is about, and whoever publishes, who joined (peers.md A5).
 */
export class BurntCommitments {
  #waiting: readonly { readonly commitment: Commitment; readonly due: number }[] = [];

  /** @param due Unix seconds. */
  add(commitment: Commitment, due: number): void {
    this.#waiting = [...this.#waiting, { commitment, due }];
  }

  /** Takes out those that have waited long enough. */
  takeDue(now: number): readonly Commitment[] {
    const due = this.#waiting.filter((one) => one.due <= now);
    this.#waiting = this.#waiting.filter((one) => one.due > now);
    return due.map(({ commitment }) => commitment);
  }
}
