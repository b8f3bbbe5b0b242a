import { visible } from '../../shared/visible-text.ts';
import { printLines } from './print-lines.ts';
import type { Terminal } from './terminal.ts';

type Row = readonly string[];

/** Columns padded to the widest cell; the cells of `right` columns are aligned to the right. */
export function table(rows: readonly Row[], right: readonly number[] = []): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => rowText(row, widths, right));
}

/**
 * Writes a table row by row, as `table` lays it out. The rows are asked for twice, so that a long table need not be held at once.
 * @param right Columns that are aligned to the right.
 */
export function printTable(
  terminal: Terminal,
  head: Row,
  rows: () => Iterable<Row>,
  right: readonly number[] = [],
): void {
  if (terminal.json) return;
  const widths = widthsOf(withHead(head, rows()));
  printLines(terminal, tableLines(withHead(head, rows()), widths, right));
}

function* withHead(head: Row, rows: Iterable<Row>): Generator<Row> {
  yield head;
  yield* rows;
}

function* tableLines(
  rows: Iterable<Row>,
  widths: readonly number[],
  right: readonly number[],
): Generator<string> {
  for (const row of rows) yield rowText(row, widths, right);
}

/** The widths of what the terminal will show: an escaped character is wider than it was. */
function widthsOf(rows: Iterable<Row>): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, visible(cell).length);
    }
  }
  return widths;
}

function rowText(row: Row, widths: readonly number[], right: readonly number[]): string {
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return right.includes(column) ? visible(cell).padStart(width) : visible(cell).padEnd(width);
    })
    .join('  ')
    .trimEnd();
}
