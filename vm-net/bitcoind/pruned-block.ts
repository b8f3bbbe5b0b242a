import type { BlockHash } from '../../shared/bitcoin/outpoint.ts';
import { MAX_FETCH_SECONDS } from '../../shared/bridge/chain.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { NodeError } from './node-error.ts';
import { list, record, wholeNumber } from './read-answer.ts';
import type { BitcoindRpc } from './rpc.ts';

/** The one thing that is needed of a bitcoind here. */
type Caller = Pick<BitcoindRpc, 'call'>;

const MAX_PEERS = 4;

/** How long to wait for one peer, and how often to look whether its block is there. */
export interface FetchTiming {
  readonly peerMs: number;
  readonly pollMs: number;
}

const TIMING: FetchTiming = { peerMs: (MAX_FETCH_SECONDS * 1000) / MAX_PEERS, pollMs: 250 };

/**
 * Asks the node's peers one by one, with `getblockfrompeer` (Core 23), for a block that it has pruned. Our own outgoing connections
 * come first; only peers that keep all blocks are asked.
 * @throws NodeError, `block-pruned` when no peer has given it in time, or the node can't ask.
 */
export async function fetchPrunedBlock(
  rpc: Caller,
  hash: BlockHash,
  timing: FetchTiming = TIMING,
): Promise<Uint8Array> {
  const peers = await fullPeers(rpc).catch(orNone);
  for (const peer of peers.slice(0, MAX_PEERS)) {
    // "Block already downloaded" is a refusal too: so the block is looked for either way, but waited for only when it was asked for.
    const wasAsked = await rpc.call('getblockfrompeer', hash, peer).then(() => true, orNotAsked);
    const block = await waitForBlock(rpc, hash, wasAsked ? timing : { ...timing, peerMs: 0 });
    if (block !== null) return block;
  }
  throw new NodeError(
    'block-pruned',
    `The node has pruned a block that the wallet needs, and none of its ${peers.length} full peers gave it`,
    { cure: 'Use a node that keeps all blocks, or one that prunes later.' },
  );
}

/** Numbers of the peers that keep all blocks, with witnesses. */
async function fullPeers(rpc: Caller): Promise<readonly number[]> {
  return list(await rpc.call('getpeerinfo'))
    .map(record)
    .filter((peer) => ['NETWORK', 'WITNESS'].every((service) => servicesOf(peer).includes(service)))
    .sort((one, other) => Number(one['inbound'] === true) - Number(other['inbound'] === true))
    .map((peer) => wholeNumber(peer['id']));
}

function servicesOf(peer: Record<string, unknown>): readonly unknown[] {
  return list(peer['servicesnames']);
}

/** The block as soon as the node has it; null when it has not by then. */
async function waitForBlock(
  rpc: Caller,
  hash: BlockHash,
  { peerMs, pollMs }: FetchTiming,
): Promise<Uint8Array | null> {
  const end = performance.now() + peerMs;
  for (;;) {
    try {
      return fromHex(String(await rpc.call('getblock', hash, 0)));
    } catch (error) {
      if (!(error instanceof NodeError) || error.code !== 'block-pruned') throw error;
    }
    if (performance.now() >= end) return null;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** A node that can't tell its peers, or whose rpcwhitelist forbids it, has none to ask. */
function orNone(error: unknown): readonly number[] {
  orNotAsked(error);
  return [];
}

function orNotAsked(error: unknown): false {
  if (!(error instanceof NodeError) || error.code === 'node-unreachable') throw error;
  return false;
}
