import { sumSats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { confirmationsOf, type Coin } from '../coins/coin.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import type { Purse, Surroundings } from '../tumbler/next-move.ts';
import type { StateStore } from '../store/wallet-store.ts';
import type { TumbleContext } from './tumble-world.ts';

/** What a plan must know of the wallet, as the verified chain shows it now. */
export function surroundingsOf(context: TumbleContext): Surroundings {
  const { store, headers, now } = context;
  return {
    now: now(),
    confirmations: (txid) => {
      const entry = store.state.history.find((other) => other.txid === txid);
      if (entry === undefined) return null;
      return confirmationsOf(entry, headers.chain.height);
    },
    purse: (mixdepth) => purseOf(context, mixdepth),
  };
}

/** Coins that a plan may move: those that are not frozen and not timelocked, confirmed or not. */
export function movableCoins(
  { store }: { readonly store: Pick<StateStore, 'state'> },
  mixdepth: number,
): Coin[] {
  return unspentCoins(store.state).filter(
    ({ path, frozen, locktime }) => path.mixdepth === mixdepth && !frozen && locktime === null,
  );
}

function purseOf(context: TumbleContext, mixdepth: number): Purse {
  const { store, headers, config } = context;
  const coins = movableCoins(context, mixdepth);
  const youngest = Math.min(...coins.map((coin) => confirmationsOf(coin, headers.chain.height)));
  const promises = coins.map((coin) => store.state.leases[outpointKey(coin)]?.until ?? 0);
  return {
    total: sumSats(coins.map(({ value }) => value)),
    blocksMissing: coins.length === 0 ? 0 : Math.max(0, config.policy.takerUtxoAge - youngest),
    promisedUntil: Math.max(0, ...promises),
  };
}
