import { staleTipWarning } from './header-sync.ts';
import type { VerifiedChain } from './header-chain.ts';

const REPEAT_SECONDS = 6 * 60 * 60;

/** Says that the tip is stale once, and every six hours again, until a fresh block has come. */
export class StaleTipAlarm {
  #saidAt: number | null = null;

  /**
   * The sentence to say now, or null.
   * @param now Unix seconds.
   */
  due(chain: VerifiedChain, now: number): string | null {
    const warning = staleTipWarning(chain, now);
    if (warning === null) {
      this.#saidAt = null;
      return null;
    }
    if (this.#saidAt !== null && now - this.#saidAt < REPEAT_SECONDS) return null;
    this.#saidAt = now;
    return warning;
  }
}

/** What is wrong with a chain that holds all the same: one sentence each, for programs. What does not hold is an error instead. */
export function chainAlarms(chain: VerifiedChain, now: number): readonly string[] {
  const stale = staleTipWarning(chain, now);
  return stale === null ? [] : [stale];
}
