import { formatBitcoin } from '../../shared/bitcoin/amount.ts';
import { visible } from '../../shared/visible-text.ts';
import type { BranchView, ViewBalance, WalletView } from '../coins/wallet-view.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';

const PATH_WIDTH = 20;

/** The lines of `display`, as the reference lays them out (protocol/wallet.md §8): cells with a tab between them. */
export function* displayLines({ mixdepths, balance }: WalletView): Generator<string> {
  yield 'JM wallet';
  for (const { mixdepth, xpub, branches, balance: held } of mixdepths) {
    yield `mixdepth\t${mixdepth}\t${xpub}`;
    for (const branch of branches) yield* branchLines(branch);
    yield `Balance for mixdepth ${mixdepth}:\t${balanceText(held)}`;
  }
  yield `Total balance:\t${balanceText(balance)}`;
}

/** The lines of `display --summary`. */
export function* summaryLines({ mixdepths }: WalletView): Generator<string> {
  for (const { mixdepth, balance } of mixdepths) {
    yield `Balance for mixdepth ${mixdepth}:\t${balanceText(balance)}`;
  }
}

function* branchLines({ branch, path, xpub, rows, balance }: BranchView): Generator<string> {
  const title = branch === EXTERNAL ? 'external addresses' : 'internal addresses';
  yield `${title}\t${path}\t${branch === INTERNAL ? '' : xpub}`;
  for (const row of rows) {
    // The last cell is the private key's, which stays empty.
    const cells = [
      row.path.padEnd(PATH_WIDTH),
      row.address,
      formatBitcoin(row.balance),
      row.status,
      // A tab in it would be one more cell.
      visible(row.label),
      '',
    ];
    yield cells.join('\t');
  }
  yield `Balance:\t${balanceText(balance)}`;
}

function balanceText({ unfrozen, total }: ViewBalance): string {
  return unfrozen === total ? formatBitcoin(total) : `${formatBitcoin(unfrozen)} (${formatBitcoin(total)})`;
}
