/** Text from a stranger, fit for a terminal, a log and the bridge: what is not printable ASCII becomes a blank. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, ' ');
}
