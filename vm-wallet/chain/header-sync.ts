import { parametersOf } from '../../shared/bitcoin/network.ts';
import type { ChainClient, NodeStatus } from '../../shared/bridge/chain.ts';
import { ChainError } from './chain-error.ts';
import type { HeaderFile } from './header-file.ts';

const BATCH = 2000;

/** What a sync found. */
export interface HeaderSync {
  readonly status: NodeStatus;
  /** Lowest height at which the chain changed under us, or null when it only grew. */
  readonly reorganisedFrom: number | null;
}

/** Refuses a node that can't serve this wallet, with the cause and the cure. @throws ChainError */
export function checkNode(status: NodeStatus, network: Parameters<typeof parametersOf>[0]): void {
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
): Promise<HeaderSync> {
  const { chain } = headers;
  const status = await client.status();
  checkNode(status, chain.network);
  const start = chain.height;
  if (status.height === start && status.bestBlock === chain.tip.hash)
    return { status, reorganisedFrom: null };
  if (status.height < start) {
    throw new ChainError(
      'chain-less-work',
      `The node is at block ${status.height}, we have verified ${start}`,
      {
        cure: 'Wait until it has caught up. If it says that it has, do not trust the net VM.',
      },
    );
  }
  const fork = await findFork(headers, client);
  // A branch is judged as a whole: what replaces our blocks must have more work than all of them.
  let next = fork + 1;
  let pending: Uint8Array[] = [];
  while (next + pending.length <= status.height) {
    const from = next + pending.length;
    const batch = await client.headers(from, Math.min(BATCH, status.height - from + 1));
    if (batch.length === 0) break;
    pending.push(...batch);
    if (next + pending.length - 1 > start) {
      headers.extend(next, pending, now);
      next += pending.length;
      pending = [];
      onProgress(next - 1, status.height);
    }
  }
  if (pending.length > 0) headers.extend(next, pending, now);
  return { status, reorganisedFrom: fork < start ? fork + 1 : null };
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
