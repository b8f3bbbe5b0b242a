import { formatBitcoin } from '../../../shared/bitcoin/amount.ts';
import { viewUtxos, type UtxoView } from '../../coins/utxo-view.ts';
import type { WalletContext } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { lookAtWallet } from '../look.ts';
import { printTable } from '../table.ts';
import type { Invocation } from '../program.ts';

type UtxosInvocation = Extract<Invocation, { command: 'utxos' }>;

const COLUMNS = ['coin', 'mixdepth', 'value/btc', 'confirmations', 'tries left', 'state', 'address', 'label'];
const RIGHT = [1, 2, 3, 4];

/** Lists unspent coins: a table, or with --json what the reference's showutxos prints. */
export async function utxos(command: CommandContext, invocation: UtxosInvocation): Promise<void> {
  await lookAtWallet(command, invocation, (wallet) => {
    print(command, wallet, invocation);
  });
}

function print(
  { terminal }: CommandContext,
  { store, headers, config, now }: WalletContext,
  { mixdepth }: UtxosInvocation,
): void {
  const coins = viewUtxos(store.state, {
    tipHeight: headers.chain.height,
    retries: config.policy.takerUtxoRetries,
    ...(mixdepth === undefined ? {} : { mixdepth }),
  });
  if (terminal.json) {
    terminal.data(Object.fromEntries(coins));
    return;
  }
  const date = new Date(now() * 1000).toISOString();
  printTable(terminal, COLUMNS, () => coinRows(coins, date), RIGHT);
}

function* coinRows(coins: ReadonlyMap<string, UtxoView>, date: string): Generator<string[]> {
  for (const [outpoint, coin] of coins) {
    yield [
      outpoint,
      coin.mixdepth.toString(),
      formatBitcoin(coin.value),
      coin.confirmations.toString(),
      coin.tries_remaining.toString(),
      stateOf(coin, date),
      coin.address,
      coin.label,
    ];
  }
}

function stateOf({ frozen, locktime, confirmations }: UtxoView, now: string): string {
  const locked = locktime !== undefined && locktime > now.slice(0, 19).replace('T', ' ');
  const marks = [frozen ? 'frozen' : '', locked ? 'locked' : '', confirmations === 0 ? 'pending' : ''];
  return marks.filter((mark) => mark !== '').join(' ');
}
