import { outpointKey, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import type { Coin } from '../coins/coin.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { isPromised } from './signed-rounds.ts';
import { SendError } from './spend-error.ts';

/**
 * The coins that the user named: all unspent, free, in a block, and of one mixdepth. Those that a maker's round has signed for count as
 * free: to name one is how that round is ruled out.
 * @throws SendError `send-coin-unknown`, `send-coin-not-free`, `send-coins-apart`.
 */
export function namedCoins(state: ReadonlyState, names: readonly Outpoint[], now: number): Coin[] {
  const unspent = new Map<string, Coin>(unspentCoins(state).map((coin) => [outpointKey(coin), coin]));
  const keys = new Set(names.map(outpointKey));
  const coins = [...keys].map((key) => {
    const coin = unspent.get(key);
    if (coin === undefined) {
      throw new SendError('send-coin-unknown', `${key} is not an unspent coin of this wallet`, {
        cure: '"jm-wallet utxos" lists them.',
      });
    }
    checkFree(state, coin, now);
    return coin;
  });
  if (new Set(coins.map(({ path }) => path.mixdepth)).size > 1) {
    throw new SendError('send-coins-apart', 'These coins are of several mixdepths', {
      cure: 'Spend them in separate transactions: together they would tell that both are yours.',
    });
  }
  return coins;
}

function checkFree(state: ReadonlyState, coin: Coin, now: number): void {
  const refuse = (reason: string, cure: string): SendError =>
    new SendError('send-coin-not-free', `${outpointKey(coin)} ${reason}`, { cure });
  if (coin.frozen) throw refuse('is frozen', 'Unfreeze it first.');
  if (coin.locktime !== null) throw refuse('is timelocked', 'Bonds are not spent with "send".');
  if (coin.height === null) {
    throw refuse('is in no block yet', 'Wait, or help its transaction along with "jm-wallet bump".');
  }
  if (isPromised(state, coin, now)) {
    throw refuse('is promised to a CoinJoin', 'Wait until that round is over.');
  }
}
