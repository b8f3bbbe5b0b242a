import path from 'node:path';
import type { Network } from '../../shared/bitcoin/network.ts';
import { BRIDGE_VERSION } from '../../shared/bridge/hello.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { HeaderFile } from '../chain/header-file.ts';
import { HdWallet } from '../keys/hd-wallet.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';
import type { WalletStore } from '../store/wallet-store.ts';

/** Everything that a command works with: an open wallet, its keys, its chain, and the world behind small functions. */
export interface WalletContext {
  readonly config: JoinMarketConfig;
  readonly dataDir: string;
  readonly store: WalletStore;
  readonly keys: HdWallet;
  readonly headers: HeaderFile;
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
  return {
    ...parts,
    now,
    keys: new HdWallet({
      entropy: fromHex(state.entropy),
      extension: state.extension,
      network: state.network,
    }),
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

/** True for scripts of addresses that this wallet has issued or watches, on either branch. */
export function ownsScript(context: WalletContext, script: Uint8Array): boolean {
  const wanted = toHex(script);
  const { state } = context.store;
  for (let mixdepth = 0; mixdepth < state.mixdepths; mixdepth += 1) {
    for (const branch of [EXTERNAL, INTERNAL]) {
      const end = (state.nextIndex[`${mixdepth}/${branch}`] ?? 0) + 1;
      for (let index = 0; index < end; index += 1) {
        if (toHex(context.keys.scriptAt({ mixdepth, branch, index })) === wanted) return true;
      }
    }
  }
  return false;
}
