import { randomBytes } from 'node:crypto';
import { formatBitcoin } from '../../shared/bitcoin/amount.ts';
import { visible, visibleJson } from '../../shared/visible-text.ts';

/**
 * Where a command writes: results on stdout, everything else on stderr. Whatever a text holds, it can not steer the terminal: of
 * control and format characters only tabs get there as they are, and colours only out of `paint`.
 */
export interface Terminal {
  /** True when stdout carries JSON for a program instead of text for a person. */
  readonly json: boolean;
  /** A line of the result. Not used in JSON mode. */
  line(text?: string): void;
  /** Many lines of the result, with one write. */
  lines(texts: readonly string[]): void;
  /** The result for programs: one JSON value on one line. Only used in JSON mode. */
  data(value: unknown): void;
  /** A line of progress or a notice for people; on stderr, so that pipes stay clean. */
  note(text: string): void;
  /** Overwrites the current progress line on a terminal; silent elsewhere. */
  progress(text: string): void;
  /** Colours, only on a terminal and only when NO_COLOR is not set. What it returns is for this terminal. */
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
  // Stands for the beginning of a colour code until all else is escaped. Nobody can guess it, so that no text brings its own colours.
  const begin = `<${randomBytes(16).toString('hex')}>`;
  const shown = (text: string): string =>
    text.split('\t').map(visible).join('\t').replaceAll(begin, '\u001b[');
  let open = false;
  const finishProgress = (): void => {
    if (open) err.write('\r\u001b[K');
    open = false;
  };
  const lines = (texts: readonly string[]): void => {
    finishProgress();
    if (!options.json) out.write(texts.map((text) => `${shown(text)}\n`).join(''));
  };
  return {
    json: options.json,
    line: (text = '') => {
      lines([text]);
    },
    lines,
    data: (value) => {
      finishProgress();
      if (options.json) out.write(`${toJson(value)}\n`);
    },
    note: (text) => {
      finishProgress();
      err.write(`${shown(text)}\n`);
    },
    progress: (text) => {
      if (err.isTTY !== true) return;
      err.write(`\r\u001b[K${shown(text)}`);
      open = true;
    },
    paint: (style, text) => (options.colour ? `${begin}${CODES[style]}m${text}${begin}0m` : text),
  };
}

/** JSON with amounts as integers: every possible amount is below 2^53. Nothing in it can steer a terminal. */
export function toJson(value: unknown): string {
  return visibleJson(
    JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? Number(item) : item)),
  );
}

/** An amount for people: bitcoin and satoshis. */
export function amountText(amount: bigint): string {
  return `${formatBitcoin(amount)} BTC (${amount} sat)`;
}
