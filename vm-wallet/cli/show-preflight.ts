import type { CoinCheck, Preflight } from '../runtime/preflight.ts';
import { table } from './table.ts';
import { amountText, type Terminal } from './terminal.ts';

/** Minutes that a block takes on average. */
const BLOCK_MINUTES = 10;

/** Each coin of the mixdepth with what it can do for a CoinJoin, and what is missing. */
export function preflightLines(found: Preflight, mixdepth: number): string[] {
  const { coins, amount, spendable, problem, externalTries, height } = found;
  const head = ['coin', 'value/sat', 'confirmations', 'tries left', 'can be mixed', 'can be proven'];
  const rows = coins.map((coin) => [
    coin.outpoint,
    coin.value.toString(),
    coin.confirmations.toString(),
    coin.triesLeft.toString(),
    mixedText(coin),
    provenText(coin),
  ]);
  return [
    `Coins of mixdepth ${mixdepth} as of block ${height}, for a CoinJoin of ${amountText(amount)}:`,
    ...table([head, ...rows], [1, 2, 3]),
    `${amountText(spendable)} can be mixed now.`,
    ...(externalTries > 0
      ? [`Coins of other wallets can prove ${externalTries} times more (jm-wallet podle list).`]
      : []),
    problem === null ? 'A CoinJoin can start.' : `A CoinJoin can not start: ${firstLine(problem.message)}`,
    ...(problem === null ? [] : whenText(found)),
  ];
}

/** The same for programs. */
export function preflightData({ problem, ...found }: Preflight): object {
  return { ready: problem === null, problem: problem?.code ?? null, ...found };
}

/** Shows why the coins can't do, as a table; the error itself follows. */
export function explain(terminal: Pick<Terminal, 'note'>, found: Preflight, mixdepth: number): void {
  for (const line of preflightLines(found, mixdepth)) terminal.note(line);
}

function mixedText({ held, heldUntil }: CoinCheck): string {
  switch (held) {
    case null:
      return 'yes';
    case 'frozen':
      return 'no: frozen';
    case 'bond':
      return 'no: a bond';
    case 'unconfirmed':
      return 'no: in no block';
    case 'promised':
      return heldUntil === null
        ? 'no: promised'
        : `no: promised until ${new Date(heldUntil * 1000).toISOString().slice(11, 16)} UTC`;
  }
}

function provenText({ held, triesLeft, blocksMissing, valueMissing }: CoinCheck): string {
  const reasons = [
    ...(held === 'frozen' || held === 'bond' || held === 'promised' ? ['not free'] : []),
    ...(triesLeft === 0 ? ['used up'] : []),
    ...(blocksMissing > 0 ? [`${blocksMissing} more blocks`] : []),
    ...(valueMissing > 0n ? [`${valueMissing} sat too small`] : []),
  ];
  return reasons.length === 0 ? 'yes' : `no: ${reasons.join(', ')}`;
}

function whenText({ blocksToWait }: Preflight): string[] {
  return [
    blocksToWait === null
      ? 'Waiting does not help by itself.'
      : `With these coins it can in ${blocksToWait} block(s), about ${blocksToWait * BLOCK_MINUTES} minutes.`,
  ];
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('');
}
