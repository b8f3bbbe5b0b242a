import { formatBitcoin } from '../../shared/bitcoin/amount.ts';

/** Where a command writes: results on stdout, everything else on stderr. */
export interface Terminal {
  /** True when stdout carries JSON for a program instead of text for a person. */
  readonly json: boolean;
  /** A line of the result. Not used in JSON mode. */
  line(text?: string): void;
  /** The result for programs: one JSON value on one line. Only used in JSON mode. */
  data(value: unknown): void;
  /** Progress and notices for people; on stderr, so that pipes stay clean. */
  note(text: string): void;
  /** Overwrites the current progress line on a terminal; silent elsewhere. */
  progress(text: string): void;
  /** Colours, only on a terminal and only when NO_COLOR is not set. */
  paint(style: Style, text: string): string;
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const CODES: Record<Style, number> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** A terminal on two streams. */
export function createTerminal(
  streams: { readonly out: Stream; readonly err: Stream },
  options: { readonly json: boolean; readonly colour: boolean },
): Terminal {
  const { out, err } = streams;
  let open = false;
  const finishProgress = (): void => {
    if (open) err.write('\r\u001b[K');
    open = false;
  };
  return {
    json: options.json,
    line: (text = '') => {
      finishProgress();
      if (!options.json) out.write(`${text}\n`);
    },
    data: (value) => {
      finishProgress();
      if (options.json) out.write(`${toJson(value)}\n`);
    },
    note: (text) => {
      finishProgress();
      err.write(`${text}\n`);
    },
    progress: (text) => {
      if (err.isTTY !== true) return;
      err.write(`\r\u001b[K${text}`);
      open = true;
    },
    paint: (style, text) => (options.colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text),
  };
}

/** JSON with amounts as integers: every possible amount is below 2^53. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? Number(item) : item));
}

/**
 * Makes text from the other VM safe to show: control and non-ASCII characters become `\xNN`, and it is cut.
 */
export function printable(text: string, limit = 200): string {
  const safe = text.replace(/[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\x${code.toString(16).padStart(2, '0')}`;
  });
  return safe.length > limit ? `${safe.slice(0, limit)}...` : safe;
}

/** Columns padded to the widest cell; the cells of `right` columns are aligned to the right. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** An amount for people: bitcoin and satoshis. */
export function amountText(amount: bigint): string {
  return `${formatBitcoin(amount)} BTC (${amount} sat)`;
}
