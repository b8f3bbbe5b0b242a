import type { Random } from '../../shared/crypto/random.ts';

/** How far one announcement's blur may be from that of the one before. */
const STEP = 0.1;

/**
 * The blur of the announced maxsize: drawn once for a nick's life, and drifting from there. Drawn anew each time, the largest of many
 * announcements would show the balance (peers.md A29).
 */
export class SizeDrift {
  readonly #random: Random;
  #blur: number | null = null;

  constructor(random: Random) {
    this.#random = random;
  }

  /** From 0 (nothing taken off) to 1 (all that `size_factor` allows). */
  next(): number {
    this.#blur =
      this.#blur === null
        ? this.#random.unit()
        : reflected(this.#blur + STEP * (2 * this.#random.unit() - 1));
    return this.#blur;
  }
}

function reflected(value: number): number {
  if (value < 0) return -value;
  return value > 1 ? 2 - value : value;
}
