import { earningsOf, type Earnings } from '../../maker/earnings.ts';
import {
  DAY_COLUMNS,
  dayRows,
  durationText,
  JOIN_COLUMNS,
  joinRows,
  statement,
} from '../../maker/earnings-rows.ts';
import type { CommandContext } from '../command-context.ts';
import type { EarningsInvocation } from '../invocation/maker.ts';
import { withWallet } from '../open.ts';
import { printLines } from '../print-lines.ts';
import { printTable } from '../table.ts';
import { parseSince } from '../since.ts';
import type { Terminal } from '../terminal.ts';

/** Columns of numbers. */
const JOIN_NUMBERS = [1, 2, 3, 4, 5];
const DAY_NUMBERS = [1, 2, 3];

/** Shows what the wallet earned as a maker. */
export async function earnings(command: CommandContext, invocation: EarningsInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store: { state }, now }) => {
    const since = invocation.since === undefined ? undefined : parseSince(invocation.since, now());
    const found = earningsOf(state, since);
    if (terminal.json) terminal.data(found);
    else if (invocation.csv) printLines(terminal, statement(found.joins));
    else show(terminal, found);
    return Promise.resolve();
  });
}

function show(terminal: Terminal, { joins, days, earned, mean, idle }: Earnings): void {
  if (mean === null) {
    terminal.line('No CoinJoin as a maker was confirmed in this time.');
    return;
  }
  printTable(terminal, JOIN_COLUMNS, () => joinRows(joins), JOIN_NUMBERS);
  terminal.line();
  printTable(terminal, DAY_COLUMNS, () => dayRows(days), DAY_NUMBERS);
  terminal.line();
  const percent = (mean.relative * 100).toFixed(5);
  terminal.line(
    `${joins.length} CoinJoins earned ${earned} sat: ${mean.earned.toFixed(0)} sat each, ${percent} %`,
  );
  if (idle !== null) {
    terminal.line(
      `Between two: ${durationText(idle.mean)} in the mean, ${durationText(idle.longest)} at most`,
    );
  }
}
