import { parseBlock, type VerifiedBlock } from '../../shared/bitcoin/block.ts';
import { checkSignetSolution } from '../../shared/bitcoin/signet.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { isJmError } from '../../shared/errors.ts';
import { ChainError, SUSPECT_NET_VM } from './chain-error.ts';
import type { VerifiedChain } from './header-chain.ts';
import { hashAt } from './scan-position.ts';

/** So many blocks are waited for in vain before the peers are not asked any more: each may take a minute. */
const MAX_UNANSWERED = 3;
const NAMED_HEIGHTS = 50;

/**
 * Fetches a block of our chain, and checks that it is that block: header, merkle root, witness commitment, and on signet the block's
 * signature. A block that the node has pruned is asked for from its peers.
 * @throws ChainError, BridgeError; `block-pruned` when nobody has it.
 */
export async function fetchBlock(
  client: ChainClient,
  chain: VerifiedChain,
  height: number,
  askPeers = true,
): Promise<VerifiedBlock> {
  const hash = hashAt(chain, height);
  const raw = await client
    .block(hash)
    .catch((error: unknown) => {
      if (askPeers && isPruned(error)) return client.fetchBlock(hash);
      throw error;
    })
    .catch((error: unknown) => {
      throw isPruned(error) ? missingBlocks([height]) : error;
    });
  const block = readBlock(raw, chain, height);
  if (block.header.hash === hash) return block;
  throw new ChainError('chain-bad-block', `The net VM sent another block than number ${height}`, {
    cure: SUSPECT_NET_VM,
  });
}

function readBlock(raw: Uint8Array, { network }: VerifiedChain, height: number): VerifiedBlock {
  try {
    const block = parseBlock(raw);
    if (network === 'signet') checkSignetSolution(block);
    return block;
  } catch (cause) {
    if (!isJmError(cause)) throw cause;
    const isUnsigned = cause.code === 'signet-no-solution' || cause.code === 'signet-bad-solution';
    throw new ChainError(
      'chain-bad-block',
      `Block ${height} from the net VM is not valid: ${cause.message}`,
      {
        cure: isUnsigned
          ? 'Use a node of the public signet; signets with a challenge of their own are not supported. If it is one, do not trust the net VM.'
          : SUSPECT_NET_VM,
        cause,
      },
    );
  }
}

/** Fetches the blocks of one scan, and remembers those that neither the node nor its peers have. */
export class BlockSource {
  readonly #client: ChainClient;
  readonly #chain: VerifiedChain;
  readonly #missing = new Set<number>();

  constructor(client: ChainClient, chain: VerifiedChain) {
    this.#client = client;
    this.#chain = chain;
  }

  /** The lowest block that is missing, or null. */
  get firstMissing(): number | null {
    return this.#missing.size === 0 ? null : Math.min(...this.#missing);
  }

  /** The block, or null when it is missing. @throws ChainError, BridgeError */
  async block(height: number): Promise<VerifiedBlock | null> {
    if (this.#missing.has(height)) return null;
    try {
      return await fetchBlock(this.#client, this.#chain, height, this.#missing.size < MAX_UNANSWERED);
    } catch (error) {
      if (!isPruned(error)) throw error;
      this.#missing.add(height);
      return null;
    }
  }

  /** @throws ChainError `block-pruned`, which names every missing block, unless there is none. */
  assertComplete(): void {
    if (this.#missing.size > 0) throw missingBlocks([...this.#missing].sort((one, other) => one - other));
  }
}

function isPruned(error: unknown): error is Error {
  return isJmError(error) && error.code === 'block-pruned';
}

function missingBlocks(heights: readonly number[]): ChainError {
  const named = heights.slice(0, NAMED_HEIGHTS).join(', ');
  const more = heights.length > NAMED_HEIGHTS ? ` and ${heights.length - NAMED_HEIGHTS} more` : '';
  const blocks = heights.length === 1 ? `block ${named}` : `${heights.length} blocks (${named}${more})`;
  return new ChainError(
    'block-pruned',
    `The node has pruned ${blocks}, which may hold coins of this wallet, and none of its peers gave it`,
    {
      cure: 'Connect the node to a peer that keeps all blocks and try again, or use a node that keeps all blocks since the birth of this wallet.',
    },
  );
}
