import type { VerifiedBlock } from '../../shared/bitcoin/block.ts';
import type { Txid } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { OwnTransactionsPage } from '../../shared/bridge/chain-scan.ts';
import { MAX_RESCAN_BLOCKS } from '../../shared/bridge/scan-limits.ts';
import type { ReadonlyState, StateStore } from '../store/wallet-store.ts';
import { ChainError, SUSPECT_NET_VM } from './chain-error.ts';
import { BlockSource } from './fetch-block.ts';
import type { VerifiedChain } from './header-chain.ts';
import { applyBlocks, type ScriptIndex } from './ledger.ts';
import { OwnTransactions } from './own-transactions.ts';
import { nodeWalletName, publicScripts, type DescriptorSource } from './public-scripts.ts';
import { withDefaults, type ScanOptions } from './scan-options.ts';
import { hashAt, nextHeight, rewindToCommonBlock } from './scan-position.ts';
import { WatchList } from './watch-list.ts';

/** Ranges grow in steps, so that the node need not be told of every single address. */
const RANGE_STEP = 1000;
const FIRST_BATCH = 500;
/** A batch should take some seconds: a shorter one wastes questions, a longer one is lost when it is interrupted. */
const WANTED_MS = 10_000;

/**
 * Brings the wallet's coins up to the verified tip with the node's own watch-only wallet, which then knows every address of ours.
 * The node only hints at blocks: each is fetched and checked, and nothing in it is believed but what it pays and spends. Each
 * batch is durable before the next. A net VM that leaves transactions out can hide a payment; it can never make one up.
 * @throws ChainError, DescriptorRangeError, BridgeError; whatever was applied before is kept. `chain-moved` when the node left our
 * chain meanwhile: sync headers again. `block-pruned` names, behind a look at all blocks, every one that nobody has; what is below
 * the first of them is kept.
 */
export async function scanByDescriptors(
  store: StateStore,
  keys: DescriptorSource,
  chain: VerifiedChain,
  client: ChainClient,
  options: ScanOptions = {},
): Promise<void> {
  const { signal, onProgress, clock, lookahead, reusePolicy } = withDefaults(options);
  await rewindToCommonBlock(store, chain);
  const first = nextHeight(store);
  const target = chain.height;
  const node = new WatchingNode(client, keys);
  const source = new BlockSource(client, chain);
  const watched = new WatchList(keys, lookahead);
  const started = clock();
  let size = FIRST_BATCH;
  let fetched = 0;
  for (let from = first; from <= target;) {
    signal?.throwIfAborted();
    const before = clock();
    const batch = { from, count: Math.min(size, target - from + 1) };
    const found = await findOwn({ store, watched, chain, source, node, signal }, batch);
    fetched += found.blocks.size;
    const through = Math.min(found.through, (source.firstMissing ?? Infinity) - 1);
    if (through >= from) {
      const complete = [...found.blocks].filter(([height]) => height <= through);
      await store.commit((draft) => {
        applyBlocks(draft, complete, watched.index, reusePolicy);
        draft.scanned = { height: through, block: hashAt(chain, through) };
      });
    }
    from = found.through + 1;
    size = nextSize(size, clock() - before);
    const blocksPerSecond = (from - first) / Math.max(0.001, (clock() - started) / 1000);
    const secondsLeft = (target - found.through) / blocksPerSecond;
    onProgress({ height: found.through, target, blocksPerSecond, secondsLeft, fetched });
  }
  source.assertComplete();
}

function nextSize(size: number, tookMs: number): number {
  const wanted = Math.round((size * WANTED_MS) / Math.max(1, tookMs));
  return Math.max(Math.ceil(size / 2), Math.min(size * 2, wanted, MAX_RESCAN_BLOCKS));
}

/** The node's watch-only wallet, with what it was shown. */
class WatchingNode {
  readonly #client: ChainClient;
  readonly #keys: DescriptorSource;
  readonly #name: string;
  readonly #shown = new Map<string, number>();

  constructor(client: ChainClient, keys: DescriptorSource) {
    this.#client = client;
    this.#keys = keys;
    this.#name = nodeWalletName(keys);
  }

  /**
   * Shows the node the addresses that we watch, and more.
   * @returns False when it knew them already.
   */
  async show(state: ReadonlyState, watched: ScriptIndex): Promise<boolean> {
    const needed = new Map<string, number>();
    for (const { mixdepth, branch, index } of watched.values()) {
      const counter = `${mixdepth}/${branch}`;
      needed.set(counter, Math.max(needed.get(counter) ?? 0, index));
    }
    if ([...needed].every(([counter, index]) => (this.#shown.get(counter) ?? -1) >= index)) return false;
    const lastOf = (counter: string): number =>
      Math.ceil(((needed.get(counter) ?? 0) + 1) / RANGE_STEP) * RANGE_STEP - 1;
    await this.#client.watch(this.#name, publicScripts(this.#keys, state, lastOf));
    for (const counter of needed.keys()) this.#shown.set(counter, lastOf(counter));
    return true;
  }

  ownTransactions(from: number, count: number): Promise<OwnTransactionsPage> {
    return this.#client.ownTransactions(this.#name, from, count);
  }
}

interface Search {
  readonly store: StateStore;
  readonly watched: WatchList;
  readonly chain: VerifiedChain;
  readonly source: BlockSource;
  readonly node: WatchingNode;
  readonly signal: AbortSignal | undefined;
}

interface Batch {
  readonly from: number;
  readonly count: number;
}

interface Found {
  /** By height, lowest first, reduced to the transactions that may concern us. */
  readonly blocks: ReadonlyMap<number, VerifiedBlock>;
  /** All blocks of the batch up to here were looked at. */
  readonly through: number;
}

/** The blocks of one batch that concern us. It is read again when it brings more addresses into use than the node was shown. */
async function findOwn(search: Search, batch: Batch): Promise<Found> {
  const { store, watched, node } = search;
  // Rounds may have taken new addresses meanwhile.
  watched.widen(store.state);
  await node.show(store.state, watched.index);
  for (;;) {
    const own = new OwnTransactions(store, watched);
    const found = await readPage(search, own, batch);
    // Addresses may be used out of their order: each one that comes into use may show more in what was read before.
    const isWider = (): boolean => [...found.blocks.values()].some((block) => own.of(block).fresh.length > 0);
    while (isWider());
    if (!(await node.show(store.state, watched.index))) return found;
  }
}

async function readPage(search: Search, own: OwnTransactions, batch: Batch): Promise<Found> {
  const { chain, source, node, signal } = search;
  const page = await node.ownTransactions(batch.from, batch.count);
  const blocks = new Map<number, VerifiedBlock>();
  for (const [height, named] of namedByHeight(page, batch, chain)) {
    signal?.throwIfAborted();
    const block = await source.block(height);
    if (block === null) continue;
    if ([...named].some((txid) => block.transactions.every((transaction) => transaction.txid !== txid))) {
      throw new ChainError(
        'chain-bad-block',
        `The net VM names a transaction that is not in block ${height}`,
        {
          cure: SUSPECT_NET_VM,
        },
      );
    }
    const found = new Set(own.of(block).transactions);
    blocks.set(height, {
      ...block,
      transactions: block.transactions.filter(
        (transaction) => found.has(transaction) || named.has(transaction.txid),
      ),
    });
  }
  return { blocks, through: page.through };
}

/** What the node named, by height, lowest first, once it is clear that it speaks of these blocks of our chain. */
function namedByHeight(
  { transactions, through }: OwnTransactionsPage,
  { from, count }: Batch,
  chain: VerifiedChain,
): ReadonlyMap<number, ReadonlySet<Txid>> {
  const outside = (height: number): boolean => height < from || height > through;
  if (outside(through) || through >= from + count || transactions.some(({ height }) => outside(height))) {
    throw new ChainError('chain-incomplete', `The net VM does not answer for the blocks from ${from} on`, {
      cure: SUSPECT_NET_VM,
    });
  }
  const named = new Map<number, Set<Txid>>();
  for (const { height, block, txid } of [...transactions].sort((one, other) => one.height - other.height)) {
    if (chain.headerAt(height)?.hash !== block) {
      throw new ChainError(
        'chain-moved',
        `The node changed its chain at or below block ${height} during the scan`,
        {
          cure: 'Synchronise again.',
        },
      );
    }
    named.set(height, (named.get(height) ?? new Set()).add(txid));
  }
  return named;
}
