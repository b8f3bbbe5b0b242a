/** One timer that can be set again and taken back. */
export class Alarm {
  #timer: NodeJS.Timeout | null = null;

  get isSet(): boolean {
    return this.#timer !== null;
  }

  /** Runs something once, later; whatever was set before does not run. */
  set(milliseconds: number, run: () => void): void {
    this.clear();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      run();
    }, milliseconds);
  }

  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
