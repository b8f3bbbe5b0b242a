/** So many letters may be wrong in a slip of the keyboard. */
const SLIPS = 2;

/** The real tag that a wrong one is likely to mean; null when none is within two edits. */
export function closeTag(wrong: string, real: Iterable<string>): string | null {
  const near = [...real]
    .map((tag) => ({ tag, edits: editsBetween(wrong, tag) }))
    .filter(({ edits }) => edits <= SLIPS)
    .sort((one, other) => one.edits - other.edits);
  return near[0]?.tag ?? null;
}

/** How many letters must be added, taken away or replaced to make one text the other. */
export function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: Array.from(other).length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [at, against] of Array.from(other).entries()) {
      const replaced = (row[at] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
