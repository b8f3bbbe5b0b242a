import type { Authority, SigningAct } from './signing-act.ts';

/** The last word on each use of a key. */
export class SpendingAuthority implements Authority {
  authorise(act: SigningAct): Promise<void> {
    if (act.signatures < 1) return Promise.reject(new RangeError('an act without a signature'));
    return Promise.resolve();
  }
}
