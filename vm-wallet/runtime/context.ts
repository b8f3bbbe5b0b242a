import path from 'node:path';
import type { Network } from '../../shared/bitcoin/network.ts';
import { BRIDGE_VERSION } from '../../shared/bridge/hello.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { HeaderFile } from '../chain/header-file.ts';
import { WatchList } from '../chain/watch-list.ts';
import { HdWallet } from '../keys/hd-wallet.ts';
import { SpendingAuthority } from '../rules/authority.ts';
import type { Authority } from '../rules/signing-act.ts';
import type { WalletStore } from '../store/wallet-store.ts';

/** Everything that a command works with: an open wallet, its keys, its chain, and the world behind small functions. */
export interface WalletContext {
  readonly config: JoinMarketConfig;
  readonly dataDir: string;
  readonly store: WalletStore;
  readonly keys: HdWallet;
  readonly headers: HeaderFile;
  /** Asked before each use of a private key. */
  readonly authority: Authority;
  readonly random: Random;
  /** Unix seconds. */
  readonly now: () => number;
  readonly software: string;
}

/** Puts a context together from an open store. */
export function createContext(parts: {
  readonly config: JoinMarketConfig;
  readonly dataDir: string;
  readonly store: WalletStore;
  readonly random: Random;
  readonly software: string;
}): WalletContext {
  const { state } = parts.store;
  const now = (): number => Math.floor(Date.now() / 1000);
  const entropy = fromHex(state.entropy);
  const { extension, network, family } = state;
  const keys = new HdWallet({ entropy, extension, network, family });
  entropy.fill(0);
  return {
    ...parts,
    now,
    keys,
    authority: new SpendingAuthority(),
    headers: new HeaderFile(path.join(parts.dataDir, 'chain'), state.network),
  };
}

/** What we say in hello. */
export function helloOf(
  context: { readonly software: string },
  network: Network,
): {
  readonly protocol: number;
  readonly network: Network;
  readonly software: string;
} {
  return { protocol: BRIDGE_VERSION, network, software: context.software };
}

/** How far the scan may be behind the headers while a block is being booked. */
const BEHIND = 1;

/** False while blocks are still to be booked, as after a reorganisation: coins that look unspent may be spent then. */
export function isCaughtUp({ store, headers }: WalletContext): boolean {
  const { scanned } = store.state;
  return scanned !== null && scanned.height >= headers.chain.height - BEHIND;
}

const watched = new WeakMap<HdWallet, WatchList>();

/** True for scripts of addresses that this wallet has issued or watches, on either branch. Derived once, and kept with the keys. */
export function ownsScript({ keys, store }: WalletContext, script: Uint8Array): boolean {
  const list = watched.get(keys) ?? new WatchList(keys);
  watched.set(keys, list);
  list.widen(store.state);
  return list.index.has(toHex(script));
}
