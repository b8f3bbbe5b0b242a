import { formatBitcoin, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import type { Terminal } from './terminal.ts';

/** One side's line in the drawing. */
export interface DrawnEntry {
  readonly value: Sats;
  /** The outpoint or the address. */
  readonly text: string;
  /** Whose it is: `you`, a nick, or empty where that is unknown. */
  readonly owner: string;
}

/** A transaction as inputs and outputs side by side, with equal outputs marked by `=`. */
export function drawTransaction(
  terminal: Pick<Terminal, 'paint'>,
  transaction: {
    readonly inputs: readonly DrawnEntry[];
    readonly outputs: readonly DrawnEntry[];
    /** Where the fee's rate and share are to be shown. */
    readonly fee?: { readonly vsize: number; readonly amount: bigint };
  },
): string[] {
  const { inputs, outputs } = transaction;
  const equal = equalValue(outputs.map((output) => output.value));
  const left = inputs.map((input) => `${formatBitcoin(input.value).padStart(14)}  ${shorten(input.text)}`);
  const width = Math.max(24, ...left.map((line) => line.length), 'inputs'.length);
  const rows = Array.from({ length: Math.max(inputs.length, outputs.length) }, (_unused, row) => {
    const input = inputs[row];
    const output = outputs[row];
    const leftCell = input === undefined ? '' : (left[row] ?? '');
    const leftText = owned(terminal, leftCell.padEnd(width), input?.owner);
    if (output === undefined) return `  ${leftText} |`;
    const mark = output.value === equal ? '=' : ' ';
    const rightCell = `${mark} ${formatBitcoin(output.value).padStart(14)}  ${shorten(output.text)}`;
    const painted =
      output.value === equal && output.owner !== 'you' ? terminal.paint('green', rightCell) : rightCell;
    return `  ${leftText} | ${owned(terminal, painted, output.owner)}`;
  });
  const fee = sumSats(inputs.map((input) => input.value)) - sumSats(outputs.map((output) => output.value));
  const feeShown =
    transaction.fee === undefined ? `${fee} sat` : feeText({ minerFee: fee, ...transaction.fee });
  const count = outputs.filter((output) => output.value === equal).length;
  return [
    `  ${'inputs'.padEnd(width)} |   outputs`,
    ...rows,
    `  miner fee ${feeShown}${equal === null ? '' : `, ${count} equal outputs of ${formatBitcoin(equal)} BTC`}`,
  ];
}

/** `423 sat (3.0 sat/vB, 0.042 %)`: a fee, its rate, and its share of what is paid. */
export function feeText(fee: {
  readonly minerFee: bigint;
  readonly vsize: number;
  /** What is paid, in sats; 0 leaves the share out. */
  readonly amount: bigint;
}): string {
  const { minerFee, vsize, amount } = fee;
  const rate = `${(Number(minerFee) / vsize).toFixed(1)} sat/vB`;
  const share = amount > 0n ? `, ${((Number(minerFee) / Number(amount)) * 100).toFixed(3)} %` : '';
  return `${minerFee} sat (${rate}${share})`;
}

/** The value that occurs most often, where it occurs at least twice. */
export function equalValue(values: readonly Sats[]): Sats | null {
  const counts = new Map<Sats, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Sats | null = null;
  for (const [value, count] of counts) {
    if (count > Math.max(1, best === null ? 1 : (counts.get(best) ?? 1))) best = value;
  }
  return best;
}

function owned(terminal: Pick<Terminal, 'paint'>, text: string, owner: string | undefined): string {
  if (owner === 'you') return terminal.paint('bold', `${text}  you`);
  return owner === undefined || owner === '' ? text : `${text}  ${terminal.paint('dim', owner)}`;
}

function shorten(text: string): string {
  return text.length <= 22 ? text : `${text.slice(0, 10)}..${text.slice(-8)}`;
}
