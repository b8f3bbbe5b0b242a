import { outpointKey, parseOutpoint, type Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { parseKeyPath } from '../keys/hd-wallet.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** Kinds of history that our own CoinJoin rounds wrote. One that a recovery guessed from a transaction's shape proves nothing. */
const PROVEN = new Set<string>(['coinjoin-maker', 'coinjoin-taker']);

type History = ReadonlyState['history'][number];

/**
 * Which coins have nothing but CoinJoins behind them (peers.md W23): outputs of our own rounds in the next mixdepth, and change of
 * rounds whose coins of ours were all such. What can't be traced is not one of them.
 */
export class MixedCoins {
  readonly #coins: ReadonlyState['coins'];
  readonly #joins: ReadonlyMap<string, History>;
  readonly #spentIn = new Map<string, string[]>();
  readonly #known = new Map<string, boolean>();

  constructor({ coins, history }: Pick<ReadonlyState, 'coins' | 'history'>) {
    this.#coins = coins;
    this.#joins = new Map(history.filter(({ kind }) => PROVEN.has(kind)).map((entry) => [entry.txid, entry]));
    for (const [key, { spentBy }] of Object.entries(coins)) {
      if (spentBy === null) continue;
      this.#spentIn.set(spentBy.txid, [...(this.#spentIn.get(spentBy.txid) ?? []), key]);
    }
  }

  /** True when the coin comes out of CoinJoins alone. */
  has(coin: Outpoint): boolean {
    const asked = outpointKey(coin);
    // By hand instead of by recursion: a maker's change has a long line of ancestors.
    const path: string[] = [asked];
    const visited = new Set<string>();
    for (let key = path.at(-1); key !== undefined; key = path.at(-1)) {
      const waiting = visited.has(key) ? [] : this.#ancestors(key).filter((one) => !visited.has(one));
      visited.add(key);
      if (waiting.length > 0) {
        path.push(...waiting);
        continue;
      }
      if (!this.#known.has(key)) this.#known.set(key, this.#isMixed(key));
      path.pop();
    }
    return this.#known.get(asked) === true;
  }

  /** Our coins on which it depends. */
  #ancestors(key: string): readonly string[] {
    return this.#isChange(key) ? (this.#spentIn.get(parseOutpoint(key).txid) ?? []) : [];
  }

  /** Judges a coin whose ancestors are known. */
  #isMixed(key: string): boolean {
    const ancestors = this.#ancestors(key);
    if (this.#isChange(key)) {
      return ancestors.length > 0 && ancestors.every((one) => this.#known.get(one) === true);
    }
    const coin = this.#coins[key];
    return coin !== undefined && this.#joinOf(key)?.amount === coin.value;
  }

  #isChange(key: string): boolean {
    const coin = this.#coins[key];
    const from = this.#joinOf(key)?.fromMixdepth;
    return coin !== undefined && parseKeyPath(coin.path).mixdepth === from;
  }

  #joinOf(key: string): History | undefined {
    return this.#joins.get(parseOutpoint(key).txid);
  }
}
