import { formatBitcoin } from '../../../shared/bitcoin/amount.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { table } from '../terminal.ts';

const COLUMNS = [
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
];

/** Shows what moved money. */
export async function history(
  command: CommandContext,
  { csv }: Extract<Invocation, { command: 'history' }>,
): Promise<void> {
  const { terminal } = command;
  await withWallet(command, ({ store }) => {
    const rows = store.state.history.map((entry) => [
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
    ]);
    if (csv) for (const row of [COLUMNS, ...rows]) terminal.line(row.map((cell) => `"${cell}"`).join(','));
    else for (const line of table([COLUMNS, ...rows], [2, 3, 4, 5])) terminal.line(line);
    terminal.data(store.state.history);
    return Promise.resolve();
  });
}
