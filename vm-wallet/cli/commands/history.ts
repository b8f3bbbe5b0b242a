import type { CommandContext } from '../command-context.ts';
import { HISTORY_COLUMNS, historyCsv, historyRows } from '../history-rows.ts';
import { withWallet } from '../open.ts';
import { printLines } from '../print-lines.ts';
import { printTable } from '../table.ts';
import type { Invocation } from '../program.ts';

const RIGHT = [2, 3, 4, 5];

/** Shows what moved money. */
export async function history(
  command: CommandContext,
  { csv }: Extract<Invocation, { command: 'history' }>,
): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store: { state } }) => {
    if (terminal.json) {
      const { transactionLabels } = state;
      terminal.data(state.history.map((entry) => ({ ...entry, label: transactionLabels[entry.txid] ?? '' })));
    } else if (csv) printLines(terminal, historyCsv(state));
    else printTable(terminal, HISTORY_COLUMNS, () => historyRows(state), RIGHT);
    return Promise.resolve();
  });
}
