import { MINIMUM_WORK } from '../../shared/bitcoin/genesis.ts';
import { parametersOf } from '../../shared/bitcoin/network.ts';
import type { ChainClient, NodeStatus } from '../../shared/bridge/chain.ts';
import { ChainError, SUSPECT_NET_VM, type ChainErrorCode } from './chain-error.ts';
import type { VerifiedChain } from './header-chain.ts';
import type { HeaderFile } from './header-file.ts';

const BATCH = 2000;
const ATTEMPTS = 3;
/** What a change of branches in the middle of reading looks like. */
const MOVED: readonly ChainErrorCode[] = ['chain-bad-link', 'chain-incomplete'];

/** What a sync found. */
export interface HeaderSync {
  readonly status: NodeStatus;
  /** Lowest height at which the chain changed under us, or null when it only grew. */
  readonly reorganisedFrom: number | null;
}

/**
 * Refuses a node that can't serve this wallet, with the cause and the cure.
 * @param needsFilters False for a wallet whose coins the node looks for.
 * @throws ChainError
 */
export function checkNode(
  status: NodeStatus,
  network: Parameters<typeof parametersOf>[0],
  needsFilters = true,
): void {
  const expected = parametersOf(network).coreChain;
  if (status.chain !== expected) {
    throw new ChainError(
      'node-wrong-network',
      `The node is on "${status.chain}", the wallet is on ${network}`,
      {
        cure: 'Set rpc_port (and network) in the net VM to a node of the right network.',
      },
    );
  }
  if (status.syncing) {
    const percent = (status.progress * 100).toFixed(1);
    throw new ChainError(
      'node-syncing',
      `The node is still syncing: block ${status.height}, ${percent} % done`,
      {
        cure: 'Wait until it has caught up, and try again.',
      },
    );
  }
  if (!needsFilters) return;
  if (status.filterIndex === false) {
    throw new ChainError('node-without-filter-index', 'The node runs without compact block filters', {
      cure: 'Add blockfilterindex=1 to its bitcoin.conf and restart it; building the index takes a few hours on mainnet.',
    });
  }
  if (status.filterIndex !== true && status.filterIndex < status.height) {
    throw new ChainError(
      'node-syncing',
      `The node still builds its filter index: block ${status.filterIndex} of ${status.height}`,
      { cure: 'Wait until the index is complete, and try again.' },
    );
  }
}

/**
 * Brings the verified chain up to the node's best chain.
 * @param now Unix seconds.
 * @throws ChainError
 */
export async function syncHeaders(
  headers: HeaderFile,
  client: ChainClient,
  now: number,
  onProgress: (height: number, target: number) => void = () => undefined,
  needsFilters = true,
): Promise<HeaderSync> {
  const { chain } = headers;
  const start = chain.height;
  let lowest = start;
  for (let attempt = 1; ; attempt += 1) {
    const status = await client.status();
    checkNode(status, chain.network, needsFilters);
    try {
      lowest = Math.min(lowest, await follow(headers, client, status, now, onProgress));
    } catch (error) {
      // The node may have changed branches while we read; a second look tells that from a broken one.
      if (attempt < ATTEMPTS && error instanceof ChainError && MOVED.includes(error.code)) continue;
      throw error;
    }
    checkWork(chain);
    return { status, reorganisedFrom: lowest < start ? lowest + 1 : null };
  }
}

/** How far the tip's time may lie behind our clock: no honest miner has needed three hours for a block in years. */
const STALE_SECONDS = 3 * 60 * 60;

/**
 * One sentence of warning when the newest block is suspiciously old: the node may be cut off, or a lying net VM hides new
 * blocks. Null when all is well, and on regtest, where blocks come when asked for.
 * @param now Unix seconds.
 */
export function staleTipWarning(chain: VerifiedChain, now: number): string | null {
  const age = now - chain.tip.time;
  if (chain.network === 'regtest' || age <= STALE_SECONDS) return null;
  return `The newest block ${chain.height} is ${Math.floor(age / 3600)} hours old: the node may be cut off, or blocks are kept from this wallet`;
}

/** Fetches and verifies up to the node's tip; resolves with the fork height. */
async function follow(
  headers: HeaderFile,
  client: ChainClient,
  status: NodeStatus,
  now: number,
  onProgress: (height: number, target: number) => void,
): Promise<number> {
  const { chain } = headers;
  const start = chain.height;
  if (status.height === start && status.bestBlock === chain.tip.hash) return start;
  const fork = await findFork(headers, client);
  // Fewer blocks may well hold more work: on testnet hundreds of easy ones weigh less than one that is not.
  if (status.height < start && fork >= status.height) {
    throw new ChainError(
      'chain-less-work',
      `The node is at block ${status.height}, we have verified ${start}`,
      {
        cure: 'Wait until it has caught up. If it says that it has, do not trust the net VM.',
      },
    );
  }
  // A branch is judged as a whole: what replaces our blocks must have more work than all of them.
  let next = fork + 1;
  let pending: Uint8Array[] = [];
  while (next + pending.length <= status.height) {
    const from = next + pending.length;
    const batch = await client.headers(from, Math.min(BATCH, status.height - from + 1));
    if (batch.length === 0) {
      throw new ChainError(
        'chain-incomplete',
        `The node claims ${status.height} blocks, but has no header ${from}`,
        {
          cure: SUSPECT_NET_VM,
        },
      );
    }
    pending.push(...batch);
    if (from + batch.length - 1 <= start && from + batch.length <= status.height) continue;
    headers.extend(next, pending, now);
    next += pending.length;
    pending = [];
    onProgress(next - 1, status.height);
  }
  return fork;
}

function checkWork(chain: HeaderFile['chain']): void {
  if (chain.work >= MINIMUM_WORK[chain.network]) return;
  throw new ChainError(
    'chain-behind',
    `The node's chain ends at block ${chain.height}, with less proof of work than ${chain.network} had years ago`,
    { cure: `Wait until the node has caught up. If it says that it has, do not trust the net VM.` },
  );
}

/** The last height at which the node's chain is ours, by doubling steps back and then halving. */
async function findFork(headers: HeaderFile, client: ChainClient): Promise<number> {
  const { chain } = headers;
  const agrees = async (height: number): Promise<boolean> => {
    const [raw] = await client.headers(height, 1);
    return raw !== undefined && Buffer.compare(raw, chain.rawFrom(height).subarray(0, 80)) === 0;
  };
  if (await agrees(chain.height)) return chain.height;
  let low = 0;
  let high = chain.height;
  for (let step = 1; high - step > 0; step *= 2) {
    if (await agrees(high - step)) {
      low = high - step;
      break;
    }
    high -= step;
  }
  if (low === 0 && !(await agrees(0))) {
    throw new ChainError('chain-wrong-genesis', 'The node follows a chain with another first block', {
      cure: `Point joinmarketd at a ${chain.network} node.`,
    });
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await agrees(middle)) low = middle;
    else high = middle;
  }
  return low;
}
