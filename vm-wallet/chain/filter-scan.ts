import type { VerifiedBlock } from '../../shared/bitcoin/block.ts';
import { FilterError, filterMatches } from '../../shared/bitcoin/compact-filter.ts';
import type { BlockHash } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { AddressSource } from '../store/address-book.ts';
import type { StateStore } from '../store/wallet-store.ts';
import { ChainError, SUSPECT_NET_VM } from './chain-error.ts';
import { BlockSource } from './fetch-block.ts';
import type { VerifiedChain } from './header-chain.ts';
import { applyBlocks } from './ledger.ts';
import { OwnTransactions } from './own-transactions.ts';
import { withDefaults, type ScanOptions } from './scan-options.ts';
import { hashAt, nextHeight, rewindToCommonBlock } from './scan-position.ts';
import { WatchList } from './watch-list.ts';

const BATCH = 250;

/**
 * Brings the wallet's coins up to the verified tip: filters are matched here, matching blocks are fetched and checked, and each
 * batch is durable before the next, so that an interrupted scan goes on where it stopped. A net VM that lies in a filter can
 * hide a payment until these blocks are looked through again with an honest one; it can never make one up.
 * @throws ChainError, BridgeError; whatever was applied before is kept. `chain-moved` when the node left our chain meanwhile:
 * sync headers again. `block-pruned` names, behind a look at all filters, every block that nobody has; what is below the first of
 * them is kept.
 */
export async function scan(
  store: StateStore,
  keys: AddressSource,
  chain: VerifiedChain,
  client: ChainClient,
  options: ScanOptions = {},
): Promise<void> {
  const { signal, onProgress, clock, lookahead, reusePolicy } = withDefaults(options);
  await rewindToCommonBlock(store, chain);
  const first = nextHeight(store);
  const target = chain.height;
  const watched = new WatchList(keys, lookahead);
  const source = new BlockSource(client, chain);
  const started = clock();
  let fetched = 0;
  let ahead = fetchFilters(client, chain, first, target);
  ahead.catch(() => undefined);
  for (let from = first; from <= target;) {
    signal?.throwIfAborted();
    const filters = await ahead;
    const end = from + filters.length - 1;
    ahead = fetchFilters(client, chain, end + 1, target);
    ahead.catch(() => undefined);
    const found = await findOwn(store, watched, chain, source, { from, filters, signal });
    fetched += found.fetched;
    const through = Math.min(end, (source.firstMissing ?? Infinity) - 1);
    if (through >= from) {
      const complete = found.blocks.filter(([height]) => height <= through);
      await store.commit((draft) => {
        applyBlocks(draft, complete, watched.index, reusePolicy);
        draft.scanned = { height: through, block: hashAt(chain, through) };
      });
    }
    from = end + 1;
    const blocksPerSecond = (from - first) / Math.max(0.001, (clock() - started) / 1000);
    const secondsLeft = (target - end) / blocksPerSecond;
    onProgress({ height: end, target, blocksPerSecond, secondsLeft, fetched });
  }
  source.assertComplete();
}

/** Filters of the next batch, once the node has shown that they are of our chain. */
async function fetchFilters(
  client: ChainClient,
  chain: VerifiedChain,
  from: number,
  target: number,
): Promise<readonly Uint8Array[]> {
  const count = Math.min(BATCH, target - from + 1);
  if (count <= 0) return [];
  const filters = (await client.filters(from, count)).slice(0, count);
  if (filters.length === 0) {
    throw new ChainError('chain-incomplete', `The node has no filter for block ${from}`, {
      cure: SUSPECT_NET_VM,
    });
  }
  // Filters come by height. Those of another branch would hide coins, because a filter is keyed by the hash of its block.
  const end = from + filters.length - 1;
  const [header] = await client.headers(end, 1);
  const own = chain.headerAt(end);
  if (own === null || header === undefined || !equalBytes(header, own.raw)) {
    throw new ChainError(
      'chain-moved',
      `The node changed its chain at or below block ${end} during the scan`,
      {
        cure: 'Synchronise again.',
      },
    );
  }
  return filters;
}

/** The blocks of one batch that concern us, in order, reduced to the transactions that do; and how many were fetched. */
async function findOwn(
  store: StateStore,
  watched: WatchList,
  chain: VerifiedChain,
  source: BlockSource,
  batch: {
    readonly from: number;
    readonly filters: readonly Uint8Array[];
    readonly signal: AbortSignal | undefined;
  },
): Promise<{ readonly blocks: readonly (readonly [number, VerifiedBlock])[]; readonly fetched: number }> {
  const { from, filters, signal } = batch;
  // Rounds may have taken new addresses meanwhile.
  watched.widen(store.state);
  const own = new OwnTransactions(store, watched);
  const blocks = new Map<number, VerifiedBlock>();
  let fetched = 0;
  for (let index = 0; index < filters.length; index += 1) {
    const height = from + index;
    const hash = hashAt(chain, height);
    if (!matches(filters[index], hash, watched.scripts, height)) continue;
    signal?.throwIfAborted();
    const block = await source.block(height);
    if (block === null) continue;
    fetched += 1;
    const { transactions, fresh } = own.of(block);
    if (transactions.length > 0) blocks.set(height, { ...block, transactions });
    if (fresh.length === 0) continue;
    // Addresses may be used out of their order: back to the first block of the batch that holds a new one.
    const earlier = filters.findIndex(
      (filter, before) =>
        before < index && matches(filter, hashAt(chain, from + before), fresh, from + before),
    );
    if (earlier >= 0) index = earlier - 1;
  }
  return { blocks: [...blocks].sort(([one], [other]) => one - other), fetched };
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
