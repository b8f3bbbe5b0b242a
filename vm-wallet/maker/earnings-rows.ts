import type { EarnedDay, EarnedJoin } from './earnings.ts';

/** Columns of the reference's `yigen-statement.csv` (protocol/coinjoin.md §10.2). */
const STATEMENT_COLUMNS = [
  'timestamp',
  'cj amount/satoshi',
  'my input count',
  'my input value/satoshi',
  'cjfee/satoshi',
  'earned/satoshi',
  'confirm time/min',
  'notes',
];

/**
 * The statement as the reference writes it, line by line. Its `cjfee` and `earned` are the same here: the wallet remembers what it
 * earned net of its contribution.
 */
export function* statement(joins: readonly EarnedJoin[]): Generator<string> {
  yield STATEMENT_COLUMNS.join(',');
  for (const { at, amount, inputs, inputValue, earned, confirmedAfter, txid } of joins) {
    const minutes = confirmedAfter === null ? '' : (confirmedAfter / 60).toFixed(1);
    const time = new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/');
    yield [time, amount, inputs, inputValue, earned, earned, minutes, txid].join(',');
  }
}

/** Columns for people. */
export const JOIN_COLUMNS = ['confirmed', 'amount/sat', 'earned/sat', 'coins', 'worth/sat', 'idle', 'txid'];

/** One row a CoinJoin, oldest first. */
export function* joinRows(joins: readonly EarnedJoin[]): Generator<string[]> {
  for (const { at, amount, earned, inputs, inputValue, idleBefore, txid } of joins) {
    yield [
      new Date(at * 1000).toISOString().slice(0, 16).replace('T', ' '),
      amount.toString(),
      earned.toString(),
      inputs.toString(),
      inputValue.toString(),
      idleBefore === null ? '' : durationText(idleBefore),
      txid,
    ];
  }
}

export const DAY_COLUMNS = ['day', 'joins', 'mixed/sat', 'earned/sat'];

/** One row a day that had joins, oldest first. */
export function* dayRows(days: readonly EarnedDay[]): Generator<string[]> {
  for (const { day, joins, amount, earned } of days) {
    yield [day, joins.toString(), amount.toString(), earned.toString()];
  }
}

/** A length of time in its largest unit: `4 min`, `3.5 h`, `12.0 d`. */
export function durationText(seconds: number): string {
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 86_400 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} d`;
}
