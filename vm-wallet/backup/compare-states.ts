import { formatBitcoin } from '../../shared/bitcoin/amount.ts';
import { fail, pass, type Finding } from '../../shared/finding.ts';
import { balanceOf, unspentCoins } from '../coins/wallet-coins.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { labelsOf } from './backup-summary.ts';

const NEW_BACKUP = 'The wallet went on since: make a new backup.';
/** Things that are named where two lists differ. */
const NAMED = 3;

/** Whether what words and file were rebuilt to is the wallet that is in use, to the last label. */
export function compareStates(rebuilt: ReadonlyState, wallet: ReadonlyState): Finding[] {
  return [
    ...compareBalances(rebuilt, wallet),
    ...compareBranches(rebuilt, wallet),
    compareLists('addresses shown', shownOf(rebuilt), shownOf(wallet)),
    compareLists('history', historyOf(rebuilt), historyOf(wallet)),
    compareLists('frozen coins', frozenOf(rebuilt), frozenOf(wallet)),
    compareLists('labels', linesOf(labelsOf(rebuilt)), linesOf(labelsOf(wallet))),
    compareLists('PoDLE uses', Object.keys(rebuilt.commitments), Object.keys(wallet.commitments)),
  ];
}

/** Whether both are of the same words, and hold the same money in each mixdepth. */
export function compareBalances(rebuilt: ReadonlyState, wallet: ReadonlyState): Finding[] {
  const sameWords = rebuilt.entropy === wallet.entropy && rebuilt.extension === wallet.extension;
  const words = sameWords
    ? pass('words', 'they are of the wallet that is open')
    : fail('words', 'they are of another wallet than the one that is open', 'Choose another --wallet.');
  const balances = Array.from({ length: wallet.mixdepths }, (_unused, mixdepth) => {
    const [one, other] = [balanceIn(rebuilt, mixdepth), balanceIn(wallet, mixdepth)];
    return compareValues(`balance of mixdepth ${mixdepth}`, `${one} BTC`, `${other} BTC`);
  });
  return [words, ...balances];
}

function balanceIn(state: ReadonlyState, mixdepth: number): string {
  return formatBitcoin(balanceOf(unspentCoins(state).filter(({ path }) => path.mixdepth === mixdepth)).total);
}

function compareBranches(rebuilt: ReadonlyState, wallet: ReadonlyState): Finding[] {
  const counters = Array.from({ length: wallet.mixdepths }, (_unused, mixdepth) =>
    [EXTERNAL, INTERNAL].map((branch) => `${mixdepth}/${branch}`),
  ).flat();
  return counters.map((counter) =>
    compareValues(
      `next address of ${counter}`,
      String(rebuilt.nextIndex[counter] ?? 0),
      String(wallet.nextIndex[counter] ?? 0),
    ),
  );
}

function compareValues(subject: string, rebuilt: string, wallet: string): Finding {
  if (rebuilt === wallet) return pass(subject, `${wallet} in both`);
  return fail(subject, `${rebuilt} rebuilt, ${wallet} in the wallet`, NEW_BACKUP);
}

function compareLists(subject: string, rebuilt: readonly string[], wallet: readonly string[]): Finding {
  const missing = wallet.filter((item) => !rebuilt.includes(item));
  const more = rebuilt.filter((item) => !wallet.includes(item));
  if (missing.length === 0 && more.length === 0) return pass(subject, `${wallet.length} in both`);
  const says = [named('only in the wallet', missing), named('only rebuilt', more)].filter(
    (text) => text !== '',
  );
  return fail(subject, says.join('; '), NEW_BACKUP);
}

function named(where: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > NAMED ? ' and more' : '';
  return `${items.length} ${where}: ${items.slice(0, NAMED).join(', ')}${more}`;
}

function shownOf(state: ReadonlyState): string[] {
  return Object.entries(state.shown).map(([path, { address }]) => `${path} ${address}`);
}

function historyOf(state: ReadonlyState): string[] {
  return state.history.map(({ txid, delta }) => `${txid} ${delta}`);
}

function frozenOf(state: ReadonlyState): string[] {
  return Object.entries(state.coins).flatMap(([key, coin]) => (coin.frozen ? [key] : []));
}

function linesOf(labels: ReadonlyMap<string, string>): string[] {
  return [...labels].map(([what, label]) => `${what}: ${label}`);
}
