/** What BIP329 suggests as the longest label, in characters. */
export const MAX_LABEL = 255;

/** A label as it is kept: one line without control characters, which could take over a terminal, and no longer than the limit. */
export function plainLabel(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return Array.from(line).slice(0, MAX_LABEL).join('');
}
