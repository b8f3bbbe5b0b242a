import type { Commitment } from './command.ts';
import { parseCommitment } from './private-command.ts';

/** Commitments that some maker has seen used (protocol/crypto.md §3.6). */
export class CommitmentBlacklist {
  readonly #known: Set<Commitment>;

  constructor(known: Iterable<Commitment> = []) {
    this.#known = new Set(known);
  }

  get size(): number {
    return this.#known.size;
  }

  has(commitment: Commitment): boolean {
    return this.#known.has(commitment);
  }

  /** Adds one; false when it was known already. */
  add(commitment: Commitment): boolean {
    if (this.#known.has(commitment)) return false;
    this.#known.add(commitment);
    return true;
  }
}

/**
 * The one canonical form of a commitment that came as text: upper-case hex is the same commitment, so that a change of case
 * can't revive a used one. Null for anything but 64 hex characters.
 */
export function canonicalCommitment(text: string): Commitment | null {
  return parseCommitment(text.toLowerCase());
}
