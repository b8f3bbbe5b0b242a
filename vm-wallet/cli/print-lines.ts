import type { Terminal } from './terminal.ts';

const CHUNK = 1000;

/** Writes many lines with few writes; a program that gets JSON is spared the work of making them. */
export function printLines(terminal: Terminal, lines: Iterable<string>): void {
  if (terminal.json) return;
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < CHUNK) continue;
    terminal.line(chunk.join('\n'));
    chunk = [];
  }
  if (chunk.length > 0) terminal.line(chunk.join('\n'));
}

/**
 * Writes a table row by row, with columns as wide as their widest cell. The rows are asked for twice, so that a long table need
 * not be held at once.
 * @param right Columns that are aligned to the right.
 */
export function printTable(
  terminal: Terminal,
  head: readonly string[],
  rows: () => Iterable<readonly string[]>,
  right: readonly number[] = [],
): void {
  if (terminal.json) return;
  const widths = head.map((title) => title.length);
  for (const row of rows()) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return right.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  printLines(terminal, tableLines(head, rows(), line));
}

function* tableLines(
  head: readonly string[],
  rows: Iterable<readonly string[]>,
  line: (row: readonly string[]) => string,
): Generator<string> {
  yield line(head);
  for (const row of rows) yield line(row);
}
