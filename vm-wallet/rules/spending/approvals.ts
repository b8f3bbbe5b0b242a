/** Who said yes to what is signed next: the user, `--yes`, or an allowance that the user gave beforehand. */
export type ApprovedBy = 'user' | 'yes' | 'allowance';

/** The approval that the acts of a command have, up to its next transaction. */
export class Approvals {
  #by: ApprovedBy | null = null;

  /** Null when nobody was asked. */
  get by(): ApprovedBy | null {
    return this.#by;
  }

  note(by: ApprovedBy): void {
    this.#by = by;
  }

  /** The approval for a transaction: the next one needs a word of its own. */
  take(): ApprovedBy | null {
    const by = this.#by;
    this.#by = null;
    return by;
  }
}
