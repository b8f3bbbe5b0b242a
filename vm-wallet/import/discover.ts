import type { Network } from '../../shared/bitcoin/network.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { ChainError } from '../chain/chain-error.ts';
import { scan } from '../chain/filter-scan.ts';
import type { ScanProgress } from '../chain/scan-options.ts';
import type { HeaderFile } from '../chain/header-file.ts';
import { syncHeaders } from '../chain/header-sync.ts';
import type { ReusePolicy } from '../chain/reuse-policy.ts';
import { balanceOf, unspentCoins } from '../coins/wallet-coins.ts';
import { HdWallet } from '../keys/hd-wallet.ts';
import { EXTERNAL, INTERNAL } from '../store/address-book.ts';
import { newState } from '../store/new-state.ts';
import type { WalletState } from '../store/state.ts';
import { UnsavedStore } from '../store/unsaved-store.ts';

/** Kinds of addresses that words may stand for. */
export const FAMILIES = ['native', 'nested'] as const;
export type Family = (typeof FAMILIES)[number];

/** As many mixdepths as a wallet can have. */
const MIXDEPTHS = 10;
/** What new wallets have. */
const LEAST_MIXDEPTHS = 5;
/** A day of blocks before the first one with history. */
const BIRTHDAY_MARGIN = 144;
const ATTEMPTS = 3;

/** A branch that the chain knows. */
export interface UsedBranch {
  readonly mixdepth: number;
  readonly branch: number;
  /** Highest index that was ever paid to. */
  readonly highest: number;
}

/** What the chain holds for words read as one kind of wallet. */
export interface Discovered {
  readonly family: Family;
  readonly branches: readonly UsedBranch[];
  /** Transactions that moved its money. */
  readonly transactions: number;
  /** Sats, frozen and timelocked coins included. */
  readonly total: bigint;
  /** Bonds that are not spent. */
  readonly bonds: number;
  /** Block of the first transaction; null without any. */
  readonly firstBlock: number | null;
  /** The wallet as the scan left it, with as many mixdepths as it needs. */
  readonly state: WalletState;
}

/** How far the discovery has come. */
export type DiscoveryProgress =
  | { readonly stage: 'headers'; readonly height: number; readonly target: number }
  | ({ readonly stage: 'filters'; readonly family: Family } & ScanProgress);

/** Words, and the chain to look for them on. */
export interface Discovery {
  readonly entropy: Uint8Array;
  readonly extension: string;
  readonly network: Network;
  readonly families: readonly Family[];
  readonly birthday: number;
  /** Addresses to look at behind the last used one of each branch. */
  readonly lookahead: number;
  /** What is frozen on arrival. */
  readonly reusePolicy: ReusePolicy;
  readonly headers: HeaderFile;
  readonly client: ChainClient;
  /** Unix seconds. */
  readonly now: () => number;
  readonly onProgress?: (progress: DiscoveryProgress) => void;
}

/**
 * Looks on the chain for every kind of wallet that words may stand for, in ten mixdepths, and writes nothing but headers.
 * @throws ChainError, BridgeError
 */
export async function discover(discovery: Discovery): Promise<Discovered[]> {
  const { headers, client, now, families, onProgress = () => undefined } = discovery;
  const found: Discovered[] = [];
  for (const family of families) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await syncHeaders(headers, client, now(), (height, target) => {
          onProgress({ stage: 'headers', height, target });
        });
        found.push(await lookFor(discovery, family));
        break;
      } catch (error) {
        // The node changed its branch in the middle: look again.
        if (attempt < ATTEMPTS && error instanceof ChainError && error.code === 'chain-moved') continue;
        throw error;
      }
    }
  }
  return found;
}

async function lookFor(discovery: Discovery, family: Family): Promise<Discovered> {
  const { entropy, extension, network, birthday, lookahead, reusePolicy, onProgress, headers, client } =
    discovery;
  const secret = { extension: extension.normalize('NFKD'), network, family };
  const store = new UnsavedStore(
    newState({
      ...secret,
      entropy: toHex(entropy),
      createdAt: discovery.now(),
      birthday,
      mixdepths: MIXDEPTHS,
    }),
  );
  await scan(store, new HdWallet({ ...secret, entropy }), headers.chain, client, {
    lookahead,
    reusePolicy,
    onProgress: (progress) => {
      onProgress?.({ stage: 'filters', family, ...progress });
    },
  });
  return summarise(store.state, family);
}

/** What a scanned state tells. */
function summarise(state: WalletState, family: Family): Discovered {
  const branches = usedBranches(state);
  const highest = Math.max(0, ...branches.map(({ mixdepth }) => mixdepth));
  const heights = state.history.map(({ height }) => height).filter((height) => height !== null);
  const firstBlock = heights.length === 0 ? null : heights.reduce((one, other) => Math.min(one, other));
  const coins = unspentCoins(state);
  return {
    family,
    branches,
    transactions: state.history.length,
    total: balanceOf(coins).total,
    bonds: coins.filter(({ locktime }) => locktime !== null).length,
    firstBlock,
    state: {
      ...state,
      mixdepths: Math.max(LEAST_MIXDEPTHS, highest + 1),
      birthday: firstBlock === null ? state.birthday : Math.max(1, firstBlock - BIRTHDAY_MARGIN),
    },
  };
}

function usedBranches({ nextIndex }: WalletState): UsedBranch[] {
  const branches: UsedBranch[] = [];
  for (let mixdepth = 0; mixdepth < MIXDEPTHS; mixdepth += 1) {
    for (const branch of [EXTERNAL, INTERNAL]) {
      const next = nextIndex[`${mixdepth}/${branch}`] ?? 0;
      if (next > 0) branches.push({ mixdepth, branch, highest: next - 1 });
    }
  }
  return branches;
}
