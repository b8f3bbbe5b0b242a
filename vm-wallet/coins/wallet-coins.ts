import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { parseKeyPath } from '../keys/hd-wallet.ts';
import { isLeased } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { confirmationsOf, type Coin } from './coin.ts';

/** Every unspent output of the wallet. */
export function unspentCoins(state: ReadonlyState): Coin[] {
  return Object.entries(state.coins)
    .filter(([, coin]) => coin.spentBy === null)
    .map(([key, coin]) => ({
      ...parseOutpoint(key),
      value: sats(BigInt(coin.value)),
      scriptPubKey: fromHex(coin.scriptPubKey),
      path: parseKeyPath(coin.path),
      height: coin.height,
      frozen: coin.frozen,
      locktime: coin.locktime,
    }));
}

/** Coins that may be spent now: unfrozen, not timelocked, not promised to a round, with enough confirmations. */
export function spendableCoins(
  state: ReadonlyState,
  wanted: {
    readonly tipHeight: number;
    readonly now: number;
    readonly confirmations?: number;
    readonly mixdepth?: number;
    /** The round whose own leases do not count. */
    readonly round?: string;
  },
): Coin[] {
  const { tipHeight, now, confirmations = 1, mixdepth, round } = wanted;
  return unspentCoins(state).filter(
    (coin) =>
      !coin.frozen &&
      coin.locktime === null &&
      (mixdepth === undefined || coin.path.mixdepth === mixdepth) &&
      confirmationsOf(coin, tipHeight) >= confirmations &&
      !isLeased(state, coin, now, round),
  );
}

/** What a mixdepth holds. */
export interface Balance {
  readonly total: Sats;
  /** Confirmed, not frozen, not timelocked. */
  readonly available: Sats;
  readonly unconfirmed: Sats;
}

/** The balance of coins. */
export function balanceOf(coins: readonly Coin[]): Balance {
  const value = (some: readonly Coin[]): Sats => sumSats(some.map((coin) => coin.value));
  return {
    total: value(coins),
    available: value(coins.filter((coin) => !coin.frozen && coin.locktime === null && coin.height !== null)),
    unconfirmed: value(coins.filter((coin) => coin.height === null)),
  };
}
