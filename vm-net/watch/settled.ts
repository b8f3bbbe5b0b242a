/** Tells news from what passes by itself: a finding is news once it was made twice in a row and is not the one that was told last. */
export class Settled {
  #told: string;
  #last: string;

  /** @param told What needs no telling at first. */
  constructor(told: string) {
    this.#told = told;
    this.#last = told;
  }

  isNews(finding: string): boolean {
    const isSettled = finding === this.#last;
    this.#last = finding;
    if (!isSettled || finding === this.#told) return false;
    this.#told = finding;
    return true;
  }
}
