import type { ChainClient } from '../../shared/bridge/chain.ts';
import { ChainError } from '../chain/chain-error.ts';
import { scanByDescriptors } from '../chain/descriptor-scan.ts';
import { scan } from '../chain/filter-scan.ts';
import type { ScanProgress } from '../chain/scan-options.ts';
import type { VerifiedChain } from '../chain/header-chain.ts';
import { syncHeaders } from '../chain/header-sync.ts';
import { LOOKAHEAD } from '../chain/watch-list.ts';
import type { WalletState } from '../store/state.ts';
import type { WalletContext } from './context.ts';

const ATTEMPTS = 3;
const BIRTHDAY_MARGIN_SECONDS = 14 * 24 * 60 * 60;

/** How far a synchronisation has come. */
export type SyncProgress =
  | { readonly stage: 'headers'; readonly height: number; readonly target: number }
  | ({ readonly stage: WalletState['backend'] } & ScanProgress);

interface SyncOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SyncProgress) => void;
}

/** Verifies new headers and brings the wallet's coins up to the tip. @throws ChainError, BridgeError */
export async function synchronise(
  context: WalletContext,
  client: ChainClient,
  options: SyncOptions = {},
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await follow(context, client, options);
      return;
    } catch (error) {
      // The node changed its branch in the middle: look again.
      if (attempt < ATTEMPTS && error instanceof ChainError && error.code === 'chain-moved') continue;
      throw error;
    }
  }
}

async function follow(context: WalletContext, client: ChainClient, options: SyncOptions): Promise<void> {
  const { headers, store, keys } = context;
  const { signal, onProgress = () => undefined } = options;
  const { backend } = store.state;
  const onHeaders = (height: number, target: number): void => {
    onProgress({ stage: 'headers', height, target });
  };
  await syncHeaders(headers, client, context.now(), onHeaders, backend === 'filters');
  if (store.state.birthday === null) {
    const birthday = firstBlockAfter(headers.chain, store.state.createdAt - BIRTHDAY_MARGIN_SECONDS);
    await store.commit((draft) => {
      draft.birthday = birthday;
    });
  }
  const look = backend === 'filters' ? scan : scanByDescriptors;
  await look(store, keys, headers.chain, client, {
    // A maker burns addresses on its internal branches with whoever probes it: who recovers one from words needs a wider look.
    lookahead: Math.max(LOOKAHEAD, context.config.policy.gapLimit),
    reusePolicy: context.config.policy.maxSatsFreezeReuse,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (progress) => {
      onProgress({ stage: backend, ...progress });
    },
  });
}

/** Lowest height whose block is not older than a time; times are nearly sorted, and the margin covers the rest. */
function firstBlockAfter(chain: VerifiedChain, time: number): number {
  let low = 0;
  let high = chain.height;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((chain.headerAt(middle)?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
