/**
 * What a busy wallet says once it is on disk, one JSON line each; it may be killed right behind any of them. Leases and labels are
 * numbers that only grow, so that a later one which was written and not told is told from a lost one.
 */
export type Kept =
  | { readonly kept: 'address'; readonly path: string; readonly address: string }
  | { readonly kept: 'commitment'; readonly commitment: string }
  | { readonly kept: 'lease'; readonly outpoint: string; readonly until: number }
  | { readonly kept: 'label'; readonly outpoint: string; readonly label: number }
  | { readonly kept: 'password'; readonly password: string };

/** The least that Argon2 takes: what is tested here is the writing. */
export const CHEAP_KDF = { memoryKib: 8, passes: 1, lanes: 1 } as const;

/** The password before, and the one after the n-th change. */
export function passwordNumber(change: number): string {
  return `password ${change}`;
}
