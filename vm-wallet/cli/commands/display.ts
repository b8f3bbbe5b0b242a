import { formatBitcoin } from '../../../shared/bitcoin/amount.ts';
import type { Coin } from '../../coins/coin.ts';
import { balanceOf, unspentCoins } from '../../coins/wallet-coins.ts';
import { displayKeyPath, formatKeyPath } from '../../keys/hd-wallet.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { EXTERNAL, INTERNAL } from '../../store/address-book.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { withChain } from '../sync.ts';

/** One address in the display. */
interface AddressRow {
  readonly path: string;
  readonly address: string;
  readonly balance: bigint;
  readonly status: string;
  readonly label: string;
}

interface BranchView {
  readonly mixdepth: number;
  readonly branch: number;
  readonly path: string;
  readonly xpub: string;
  readonly rows: readonly AddressRow[];
  readonly balance: bigint;
}

/** Shows mixdepths, branches and balances, as the reference lays them out (protocol/wallet.md §8). */
export async function display(
  command: CommandContext,
  invocation: Extract<Invocation, { command: 'display' }>,
): Promise<void> {
  await withWallet(command, async (wallet) => {
    const show = (): Promise<void> => {
      print(command, wallet, invocation);
      return Promise.resolve();
    };
    if (invocation.offline) await show();
    else await withChain(wallet, command.terminal, show);
  });
}

function print(
  { terminal }: CommandContext,
  wallet: WalletContext,
  { mixdepth: only, all }: Extract<Invocation, { command: 'display' }>,
): void {
  const { state } = wallet.store;
  const coins = unspentCoins(state);
  const mixdepths = Array.from({ length: state.mixdepths }, (_unused, mixdepth) => mixdepth).filter(
    (mixdepth) => only === undefined || mixdepth === only,
  );
  const views = mixdepths.map((mixdepth) => ({
    mixdepth,
    xpub: wallet.keys.accountXpub(mixdepth),
    branches: [EXTERNAL, INTERNAL].map((branch) => viewBranch(wallet, coins, mixdepth, branch, all)),
    ...balanceOf(coins.filter((coin) => coin.path.mixdepth === mixdepth)),
  }));
  terminal.line('JM wallet');
  for (const view of views) {
    terminal.line(`mixdepth\t${view.mixdepth}\t${view.xpub}`);
    for (const branch of view.branches) {
      const kind = branch.branch === EXTERNAL ? 'external' : 'internal';
      terminal.line(`${kind} addresses\t${branch.path}\t${branch.branch === EXTERNAL ? branch.xpub : ''}`);
      for (const row of branch.rows) {
        const cells = [
          row.path.padEnd(20),
          row.address,
          formatBitcoin(row.balance),
          row.status,
          row.label,
          '',
        ];
        terminal.line(cells.join('\t'));
      }
      terminal.line(`Balance:\t${formatBitcoin(branch.balance)}`);
    }
    terminal.line(`Balance for mixdepth ${view.mixdepth}:\t${balanceText(view)}`);
  }
  const total = balanceOf(coins);
  terminal.line(`Total balance:\t${balanceText(total)}`);
  terminal.data({
    height: wallet.headers.chain.height,
    mixdepths: views.map(({ mixdepth, available, total: sum, unconfirmed }) => ({
      mixdepth,
      available,
      total: sum,
      unconfirmed,
    })),
    ...total,
  });
}

function balanceText({ available, total }: { readonly available: bigint; readonly total: bigint }): string {
  return available === total ? formatBitcoin(total) : `${formatBitcoin(available)} (${formatBitcoin(total)})`;
}

function viewBranch(
  wallet: WalletContext,
  coins: readonly Coin[],
  mixdepth: number,
  branch: number,
  all: boolean,
): BranchView {
  const { store, keys } = wallet;
  const { state } = store;
  const mine = coins.filter((coin) => coin.path.mixdepth === mixdepth && coin.path.branch === branch);
  const end = state.nextIndex[`${mixdepth}/${branch}`] ?? 0;
  const rows: AddressRow[] = [];
  for (let index = 0; index < end; index += 1) {
    const path = { mixdepth, branch, index };
    const here = mine.filter((coin) => coin.path.index === index);
    const shown = state.shown[formatKeyPath(path)];
    const wasPaid = Object.values(state.coins).some((coin) => coin.path === formatKeyPath(path));
    // Only addresses that are new and were asked for, or that hold coins; the rest is history.
    if (here.length === 0 && !all && (branch === INTERNAL || wasPaid)) continue;
    rows.push({
      path: displayKeyPath(path, state.network),
      address: keys.addressAt(path),
      balance: here.reduce((sum, coin) => sum + coin.value, 0n),
      status: statusOf(wallet, here, wasPaid),
      label: shown?.label ?? '',
    });
  }
  return {
    mixdepth,
    branch,
    path: displayKeyPath({ mixdepth, branch, index: 0 }, state.network).replace(/\/0$/u, ''),
    xpub: keys.branchXpub(mixdepth, branch),
    rows,
    balance: mine.reduce((sum, coin) => sum + coin.value, 0n),
  };
}

/** new, used, reused, deposit, cj-out, change-out or non-cj-change, with marks (protocol/wallet.md §8). */
function statusOf(wallet: WalletContext, coins: readonly Coin[], wasPaid: boolean): string {
  const [coin] = coins;
  if (coin === undefined) return wasPaid ? 'used' : 'new';
  const marks = `${coin.frozen ? ' [FROZEN]' : ''}${coin.height === null ? ' [PENDING]' : ''}`;
  if (coins.length > 1) return `reused${marks}`;
  if (coin.path.branch === EXTERNAL) return `deposit${marks}`;
  const entry = wallet.store.state.history.find(({ txid }) => txid === coin.txid);
  if (entry?.kind !== 'coinjoin-taker' && entry?.kind !== 'coinjoin-maker') return `non-cj-change${marks}`;
  return `${coin.value.toString() === entry.amount ? 'cj-out' : 'change-out'}${marks}`;
}
