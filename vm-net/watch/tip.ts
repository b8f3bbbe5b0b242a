import type { TipFinding } from '../../shared/bridge/watch.ts';
import { list, record, wholeNumber } from '../bitcoind/read-answer.ts';
import { resultOf, type BitcoindRpc, type RpcAnswer } from '../bitcoind/rpc.ts';

/** Where the node says that it is. */
export interface TipFacts {
  /** `getblockchaininfo.chain` */
  readonly chain: string;
  readonly blocks: number;
  readonly headers: number;
  /** Unix seconds of the last block. */
  readonly time: number;
  readonly medianTime: number;
  readonly initialDownload: boolean;
  /** How far each peer is; empty when none tells. Null when the node may not tell about its peers. */
  readonly peerHeights: readonly number[] | null;
  readonly peers: number | null;
}

/** One or two blocks are a matter of seconds, or of a fork that is not decided. */
const FEW_BLOCKS = 2;
/** Fewer peers are no majority of anything. */
const LEAST_PEERS = 3;
/** Beyond it a number says nothing more. */
const MOST = 10_000_000;

/** Reads it. `getpeerinfo` may be missing from the node's rpcwhitelist. @throws NodeError */
export async function readTip(rpc: Pick<BitcoindRpc, 'batch'>): Promise<TipFacts> {
  // Each on its own: a node that forbids one method of a batch answers none of it.
  const [[chainAnswer], [peersAnswer]] = await Promise.all([
    rpc.batch([{ method: 'getblockchaininfo', params: [] }]),
    rpc.batch([{ method: 'getpeerinfo', params: [] }]).catch((): RpcAnswer[] => []),
  ]);
  const info = record(resultOf(chainAnswer));
  const peers = peersAnswer?.ok === true ? list(peersAnswer.result).map(record) : null;
  const medianTime = wholeNumber(info['mediantime']);
  return {
    chain: String(info['chain']),
    blocks: wholeNumber(info['blocks']),
    headers: wholeNumber(info['headers']),
    // Core tells the time of the last block since version 23.
    time: typeof info['time'] === 'number' ? info['time'] : medianTime,
    medianTime,
    initialDownload: info['initialblockdownload'] === true,
    peerHeights: peers?.map(heightOf).filter((height) => height > 0) ?? null,
    peers: peers?.length ?? null,
  };
}

/** What a peer has shown, or said when it connected. */
function heightOf(peer: Record<string, unknown>): number {
  const heights = [peer['synced_headers'], peer['synced_blocks'], peer['startingheight']];
  return Math.max(0, ...heights.filter(Number.isSafeInteger).map(Number));
}

/**
 * What is wrong with the node's tip. On regtest a chain without peers and without new blocks is a healthy one.
 * @param now Unix seconds.
 * @param staleMinutes After so long without a block something is wrong.
 */
export function judgeTip(
  facts: TipFacts,
  now: number,
  staleMinutes: number,
): { readonly finding: TipFinding; readonly behind: number } {
  const { blocks, headers, time, peers, peerHeights } = facts;
  const isRegtest = facts.chain === 'regtest';
  const missing = headers - blocks;
  if (facts.initialDownload && (missing > 0 || !isRegtest)) return found('syncing', missing);
  if (missing > FEW_BLOCKS) return found('behind-headers', missing);
  const ahead = medianOf(peerHeights ?? []) - blocks;
  if (ahead > FEW_BLOCKS) return found('behind-peers', ahead);
  if (isRegtest) return found('well', 0);
  if (peers === 0) return found('no-peers', 0);
  const minutes = Math.floor((now - time) / 60);
  return minutes >= staleMinutes ? found('no-block', minutes) : found('well', 0);
}

function found(
  finding: TipFinding,
  behind: number,
): { readonly finding: TipFinding; readonly behind: number } {
  return { finding, behind: Math.min(MOST, Math.max(0, behind)) };
}

/** The height that at least half of the peers have; 0 when they are too few to go by. */
function medianOf(heights: readonly number[]): number {
  if (heights.length < LEAST_PEERS) return 0;
  const sorted = [...heights].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
