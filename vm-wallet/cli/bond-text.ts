/** What everybody should know who locks coins. */
export const LOCK_WARNING = [
  'Coins in a fidelity bond can not be spent before its date: by nobody, in no way, whatever happens.',
  'Takers see the coin and where it came from, and tie it to every nick of this maker. Fund it with mixed coins.',
] as const;

/** The day on which a lock ends. */
export function bondDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** A bond's value for people: only its relation to others' has a meaning. */
export function valueText(value: number): string {
  return value.toExponential(3);
}
