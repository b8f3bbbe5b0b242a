import { formatBitcoin } from '../../shared/bitcoin/amount.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** Columns of `history`, stable for programs that read them (docs/cli.md). New ones come last. */
export const HISTORY_COLUMNS = [
  'time',
  'type',
  'change/btc',
  'amount/btc',
  'miner fee',
  'cj fee',
  'from',
  'to',
  'height',
  'txid',
  'label',
];

/** The history as cells, oldest first. */
export function* historyRows({ history, transactionLabels }: ReadonlyState): Generator<string[]> {
  for (const entry of history) {
    yield [
      new Date(entry.at * 1000).toISOString().slice(0, 16).replace('T', ' '),
      entry.kind,
      formatBitcoin(BigInt(entry.delta)),
      formatBitcoin(BigInt(entry.amount)),
      entry.minerFee ?? '',
      entry.coinjoinFee ?? '',
      entry.fromMixdepth?.toString() ?? '',
      entry.toMixdepth?.toString() ?? '',
      entry.height?.toString() ?? 'pending',
      entry.txid,
      transactionLabels[entry.txid] ?? '',
    ];
  }
}

/** The history as comma-separated values (RFC 4180): a line of names, then one line an entry, every cell in quotes. */
export function* historyCsv(state: ReadonlyState): Generator<string> {
  yield csvLine(HISTORY_COLUMNS);
  for (const row of historyRows(state)) {
    yield csvLine([...row.slice(0, -1), ...row.slice(-1).map(plainText)]);
  }
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

/** Text that a spreadsheet will not run as a formula. */
function plainText(text: string): string {
  return /^[=+\-@]/u.test(text) ? `'${text}` : text;
}
