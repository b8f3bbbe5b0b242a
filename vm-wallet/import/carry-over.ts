import type { Network } from '../../shared/bitcoin/network.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { formatKeyPath, HdWallet } from '../keys/hd-wallet.ts';
import { INTERNAL } from '../store/address-book.ts';
import { newState } from '../store/new-state.ts';
import type { WalletState } from '../store/state.ts';
import { ImportError } from './import-error.ts';
import type { FrozenCoin, ImportedWallet } from './imported-wallet.ts';
import { plainLabel } from './label.ts';
import { pathsOfAddresses } from './own-addresses.ts';

/** A wallet of ours made from an old one, and what of the old one has no place in it. */
export interface CarriedOver {
  readonly state: WalletState;
  /** Addresses with a label that are not this wallet's. */
  readonly strangeLabels: readonly string[];
  /** Frozen coins on imported keys: they do not come along. */
  readonly strandedCoins: readonly FrozenCoin[];
}

/** Most mixdepths that a wallet of ours can have. */
const MAX_MIXDEPTHS = 10;
/** `mixdepth/branch` of the branches that addresses are issued on; bonds are all watched anyway. */
const ISSUED_BRANCH = /\/[01]$/u;

/**
 * Checks that an old wallet belongs to the network of joinmarket.cfg. Its `testnet` may mean regtest.
 * @throws ImportError `wallet-other-network`.
 */
export function checkNetwork(wallet: Pick<ImportedWallet, 'network'>, network: Network): void {
  if (wallet.network === network || (wallet.network === 'testnet' && network === 'regtest')) return;
  throw new ImportError(
    'wallet-other-network',
    `The file is a ${wallet.network} wallet, joinmarket.cfg says ${network}`,
    { cure: `Set network = ${wallet.network} in joinmarket.cfg, or give --config.` },
  );
}

/** What our addresses of an old wallet look like. @throws ImportError `wallet-kind-unsupported`, with what to do instead. */
export function familyOf({ kind }: Pick<ImportedWallet, 'kind'>): 'native' | 'nested' {
  switch (kind) {
    case 'native':
    case 'native-bonds':
      return 'native';
    case 'nested':
      return 'nested';
    case 'legacy':
      throw new ImportError(
        'wallet-kind-unsupported',
        'Wallets of the oldest kind (p2pkh) are read, not taken over',
        {
          cure: 'Send its coins to an address of a new wallet with joinmarket-clientserver, which also shows its words.',
        },
      );
    case 'watch-only':
      throw new ImportError(
        'wallet-kind-unsupported',
        'A watch-only wallet has no keys that could be taken over',
        {
          cure: 'Import the wallet that it watches, where its keys are.',
        },
      );
  }
}

/**
 * Makes a wallet of ours from an old one: next indices, labels of own addresses, and freezes, which take effect when a scan finds
 * the coin. Every index below the next one was shown, and is never issued again.
 * @param options.birthday No coin is in a block below this height.
 * @param options.lookahead Addresses behind the next index that a label may be on.
 * @throws ImportError `wallet-kind-unsupported`, `wallet-other-network`, `wallet-too-large`.
 */
export function carryOver(
  wallet: ImportedWallet,
  options: {
    readonly network: Network;
    readonly birthday: number;
    readonly lookahead: number;
    /** Unix seconds. */
    readonly now: number;
  },
): CarriedOver {
  const { network, birthday, lookahead, now } = options;
  const family = familyOf(wallet);
  checkNetwork(wallet, network);
  if (wallet.mixdepths > MAX_MIXDEPTHS) {
    throw new ImportError(
      'wallet-too-large',
      `The wallet has ${wallet.mixdepths} mixdepths; ours have ${MAX_MIXDEPTHS} at most`,
      { cure: `Empty mixdepths from ${MAX_MIXDEPTHS} on with joinmarket-clientserver first.` },
    );
  }
  const { entropy, extension, mixdepths } = wallet;
  const secret = { extension: extension.normalize('NFKD'), network, family };
  const state = newState({ ...secret, entropy: toHex(entropy), createdAt: now, birthday, mixdepths });
  for (const [counter, next] of Object.entries(wallet.nextIndex)) {
    if (ISSUED_BRANCH.test(counter) && next > 0) state.nextIndex[counter] = next;
  }
  const strandedCoins = wallet.frozen.filter(({ onImportedKey }) => onImportedKey);
  for (const { outpoint, onImportedKey } of wallet.frozen) {
    if (!onImportedKey) state.freezeOnSight[outpoint] = true;
  }
  const keys = new HdWallet({ ...secret, entropy });
  const strangeLabels = carryLabels(state, keys, wallet.labels, { lookahead, now });
  return { state, strangeLabels, strandedCoins };
}

/** Puts labels on own addresses, and returns the other addresses. */
function carryLabels(
  state: WalletState,
  keys: HdWallet,
  labels: ReadonlyMap<string, string>,
  { lookahead, now }: { readonly lookahead: number; readonly now: number },
): string[] {
  const paths = pathsOfAddresses(state, keys, new Set(labels.keys()), lookahead);
  const strange: string[] = [];
  for (const [address, label] of labels) {
    const path = paths.get(address);
    if (path === undefined) {
      strange.push(address);
      continue;
    }
    const purpose = path.branch === INTERNAL ? 'change' : 'deposit';
    state.shown[formatKeyPath(path)] = { address, purpose, at: now, label: plainLabel(label) };
  }
  return strange;
}
