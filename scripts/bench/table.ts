const NOTE_WIDTH = 160;

/** One line of a bench table: each cell as wide as its column, and behind them the beginning of a note. */
export function tableLine(
  widths: readonly number[],
  cells: readonly string[],
  note: string | null = null,
): string {
  const columns = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return [...columns, note?.slice(0, NOTE_WIDTH) ?? ''].join('').trimEnd();
}

/** A figure with three digits that count; nothing where there is none. */
export function figureText(value: number | null): string {
  if (value === null) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** `1.25 x`, or nothing where there is nothing to compare with. */
export function ratioText(ratio: number | null): string {
  return ratio === null ? '' : `${ratio.toFixed(2)} x`;
}

/** How many times as good one value is as another; null where either was not measured. */
export function timesAsGood(
  better: 'higher' | 'lower',
  value: number | null,
  other: number | null,
): number | null {
  if (value === null || other === null) return null;
  return better === 'higher' ? value / other : other / value;
}
