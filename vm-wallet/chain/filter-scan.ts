import { parseBlock, type VerifiedBlock } from '../../shared/bitcoin/block.ts';
import { FilterError, filterMatches } from '../../shared/bitcoin/compact-filter.ts';
import type { BlockHash } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { isJmError } from '../../shared/errors.ts';
import type { KeyPath } from '../coins/coin.ts';
import { watchedPaths, type AddressSource } from '../store/address-book.ts';
import type { StateStore } from '../store/wallet-store.ts';
import { ChainError, SUSPECT_NET_VM } from './chain-error.ts';
import type { VerifiedChain } from './header-chain.ts';
import { applyBlock, undoAbove } from './ledger.ts';

const BATCH = 250;

/** How far behind the last used address the scan looks. Wider than any gap limit in use, because it costs little. */
export const LOOKAHEAD = 30;

export interface ScanProgress {
  readonly height: number;
  readonly target: number;
  readonly blocksPerSecond: number;
  /** Blocks fetched because a filter matched. */
  readonly fetched: number;
}

/** Our scripts as the ledger and the filters need them. */
export function scriptIndex(
  store: StateStore,
  keys: AddressSource,
  lookahead = LOOKAHEAD,
): Map<string, KeyPath> {
  return new Map(watchedPaths(store.state, lookahead).map((path) => [toHex(keys.scriptAt(path)), path]));
}

/**
 * Brings the wallet's coins up to the verified tip: filters are matched here, matching blocks are fetched and checked, and each
 * batch is durable before the next, so that an interrupted scan goes on where it stopped.
 * @throws ChainError, BridgeError; whatever was applied before is kept.
 */
export async function scan(
  store: StateStore,
  keys: AddressSource,
  chain: VerifiedChain,
  client: ChainClient,
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: ScanProgress) => void;
    /** Milliseconds on a monotonic clock. */
    readonly clock?: () => number;
  } = {},
): Promise<void> {
  const { signal, onProgress = () => undefined, clock = () => performance.now() } = options;
  await rewindToCommonBlock(store, chain);
  const first = nextHeight(store);
  const started = clock();
  let fetched = 0;
  let scripts = scriptIndex(store, keys);
  let watched = scriptsOf(scripts);
  const fetchFilters = (from: number): Promise<readonly Uint8Array[]> =>
    client.filters(from, Math.min(BATCH, chain.height - from + 1));
  let ahead = first <= chain.height ? fetchFilters(first) : Promise.resolve([]);
  for (let from = first; from <= chain.height;) {
    signal?.throwIfAborted();
    const filters = await ahead;
    if (filters.length === 0) {
      throw new ChainError('chain-incomplete', `The node has no filter for block ${from}`, {
        cure: SUSPECT_NET_VM,
      });
    }
    const end = from + filters.length - 1;
    ahead = end < chain.height ? fetchFilters(end + 1) : Promise.resolve([]);
    ahead.catch(() => undefined);

    for (let height = from; height <= end; height += 1) {
      const hash = hashAt(chain, height);
      if (!matches(filters[height - from], hash, watched, height)) continue;
      const block = await fetchBlock(client, hash, height);
      fetched += 1;
      const concerned = await store.commit((draft) => {
        const hit = applyBlock(draft, block, height, scripts);
        draft.scanned = { height, block: hash };
        return hit;
      });
      // New addresses came into use, so more are watched from this very block on.
      if (concerned) {
        const wider = scriptIndex(store, keys);
        if (wider.size > scripts.size) {
          scripts = wider;
          watched = scriptsOf(scripts);
          height -= 1;
        }
      }
    }
    await store.commit((draft) => {
      draft.scanned = { height: end, block: hashAt(chain, end) };
    });
    from = end + 1;
    const seconds = Math.max(0.001, (clock() - started) / 1000);
    onProgress({ height: end, target: chain.height, blocksPerSecond: (from - first) / seconds, fetched });
  }
}

/** After a reorganisation: back to the last scanned block that is still in the chain. */
async function rewindToCommonBlock(store: StateStore, chain: VerifiedChain): Promise<void> {
  const { scanned } = store.state;
  if (scanned === null || chain.headerAt(scanned.height)?.hash === scanned.block) return;
  // The state remembers one hash only, so the rewind is generous: a reorganisation is rarely deeper than this.
  const back = Math.max(0, Math.min(scanned.height, chain.height) - REORG_DEPTH);
  await store.commit((draft) => {
    undoAbove(draft, back);
    draft.scanned = { height: back, block: hashAt(chain, back) };
  });
}

const REORG_DEPTH = 100;

function nextHeight(store: StateStore): number {
  const { scanned, birthday } = store.state;
  return scanned === null ? Math.max(1, birthday ?? 1) : scanned.height + 1;
}

function hashAt(chain: VerifiedChain, height: number): BlockHash {
  const header = chain.headerAt(height);
  if (header === null) throw new ChainError('chain-incomplete', `We have no header for block ${height}`);
  return header.hash;
}

function scriptsOf(index: ReadonlyMap<string, KeyPath>): Uint8Array[] {
  return [...index.keys()].map(fromHex);
}

function matches(
  filter: Uint8Array | undefined,
  hash: BlockHash,
  scripts: readonly Uint8Array[],
  height: number,
): boolean {
  try {
    return filter !== undefined && filterMatches(filter, hash, scripts);
  } catch (cause) {
    if (!(cause instanceof FilterError)) throw cause;
    throw new ChainError('chain-bad-filter', `The filter of block ${height} is malformed`, {
      cure: SUSPECT_NET_VM,
      cause,
    });
  }
}

async function fetchBlock(client: ChainClient, hash: BlockHash, height: number): Promise<VerifiedBlock> {
  const raw = await client.block(hash);
  try {
    const block = parseBlock(raw);
    if (block.header.hash === hash) return block;
  } catch (cause) {
    if (!isJmError(cause)) throw cause;
    throw new ChainError(
      'chain-bad-block',
      `Block ${height} from the net VM is not valid: ${cause.message}`,
      {
        cure: SUSPECT_NET_VM,
        cause,
      },
    );
  }
  throw new ChainError('chain-bad-block', `The net VM sent another block than number ${height}`, {
    cure: SUSPECT_NET_VM,
  });
}
