import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { withChecksum } from '../../shared/bitcoin/descriptor.ts';
import { parametersOf } from '../../shared/bitcoin/network.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { unspentCoins } from '../coins/wallet-coins.ts';
import { TIMELOCKED, type HdWallet } from '../keys/hd-wallet.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** A public output descriptor with its checksum (BIP380), as `importdescriptors` of Bitcoin Core takes it. */
export interface WalletDescriptor {
  readonly descriptor: string;
  readonly mixdepth: number;
  /** True for change and CoinJoin outputs. */
  readonly internal: boolean;
  /** First and last index to watch; null for a single address. */
  readonly range: readonly [first: number, last: number] | null;
}

const PURPOSE = { native: 84, nested: 49 } as const;

/**
 * Descriptors of both branches of every mixdepth (BIP381, BIP382), and one of each bond that is not spent: a bond's script is no
 * miniscript, so its address stands for it (BIP385). They hold no private key, and every address.
 * @param lookahead Indices to watch behind the next one of each branch.
 */
export function walletDescriptors(
  state: ReadonlyState,
  keys: HdWallet,
  lookahead: number,
): WalletDescriptor[] {
  const descriptors: WalletDescriptor[] = [];
  const master = `${toHex(keys.masterFingerprint)}/${PURPOSE[keys.family]}h/${parametersOf(keys.network).coinType}h`;
  for (let mixdepth = 0; mixdepth < state.mixdepths; mixdepth += 1) {
    const account = `[${master}/${mixdepth}h]${keys.accountXpub(mixdepth)}`;
    for (const branch of [EXTERNAL, INTERNAL]) {
      const key = `wpkh(${account}/${branch}/*)`;
      descriptors.push({
        descriptor: withChecksum(keys.family === 'nested' ? `sh(${key})` : key),
        mixdepth,
        internal: branch === INTERNAL,
        range: [0, (state.nextIndex[`${mixdepth}/${branch}`] ?? 0) + lookahead - 1],
      });
    }
  }
  const bonds = unspentCoins(state).filter(({ path }) => path.branch === TIMELOCKED);
  const addresses = bonds.map(({ scriptPubKey }) => addressOfScript(scriptPubKey, keys.network));
  for (const address of new Set(addresses)) {
    descriptors.push({
      descriptor: withChecksum(`addr(${address})`),
      mixdepth: 0,
      internal: false,
      range: null,
    });
  }
  return descriptors;
}
