import type { Random } from '../../shared/crypto/random.ts';
import type { Nick } from '../../shared/jm/command.ts';

/** Makers of each kind that are kept. Public offers are unsigned, so anybody can invent more. */
const MAX_OF_A_KIND = 1000;

/**
 * Makers that were met, one of which hears of a burnt commitment (attack A4). The first thousand stay for as long as they are there,
 * so that invented nicks push out nobody whom we know; those behind them replace each other, so that whoever comes after a flood is
 * known as well.
 */
export class KnownMakers {
  readonly #first = new Set<Nick>();
  readonly #later = new Set<Nick>();

  get size(): number {
    return this.#first.size + this.#later.size;
  }

  has(nick: Nick): boolean {
    return this.#first.has(nick) || this.#later.has(nick);
  }

  /** A maker said what it offers. */
  met(nick: Nick): void {
    if (this.#first.has(nick)) return;
    // To the end: who speaks is there.
    this.#later.delete(nick);
    if (this.#first.size < MAX_OF_A_KIND) {
      this.#first.add(nick);
      return;
    }
    this.#later.add(nick);
    const [oldest] = this.#later;
    if (this.#later.size > MAX_OF_A_KIND && oldest !== undefined) this.#later.delete(oldest);
  }

  left(nick: Nick): void {
    this.#first.delete(nick);
    this.#later.delete(nick);
  }

  /** Any of them; null when there is none. */
  pick(random: Random): Nick | null {
    const all = [...this.#first, ...this.#later];
    return all[random.below(Math.max(1, all.length))] ?? null;
  }
}
