import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { parametersOf } from '../../shared/bitcoin/network.ts';
import type { NodeStatus } from '../../shared/bridge/chain.ts';
import type { ChainHandler } from '../../shared/bridge/chain-server.ts';
import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import { sayNotice } from '../../shared/bridge/watch-text.ts';
import { fail, failed, pass, type Finding } from '../../shared/finding.ts';
import type { BitcoindRpc } from '../bitcoind/rpc.ts';
import { judgeTip, readTip } from '../watch/tip.ts';

const GIB = 1024 ** 3;
/** Pruned or not, blocks, coins and filters need room to grow for some weeks. */
const LEAST_FREE = 5 * GIB;

/** Whether the node is there, of the right network, in sync, and indexed. */
export async function checkNode(config: JoinMarketConfig, chain: ChainHandler): Promise<readonly Finding[]> {
  try {
    const status = await chain.status();
    return [judgeChain(config, status), judgeIndex(status)];
  } catch (error) {
    return [failed('bitcoind', error)];
  }
}

/** Whether the node's tip is where its peers and the clock say that it should be. @param now Unix seconds. */
export async function checkTip(
  config: JoinMarketConfig,
  rpc: Pick<BitcoindRpc, 'batch'>,
  now: number,
): Promise<readonly Finding[]> {
  try {
    const facts = await readTip(rpc);
    const { finding, behind } = judgeTip(facts, now, config.watch.staleTipMinutes);
    if (finding === 'well') return [pass('tip', `block ${facts.blocks}, as its peers have it`)];
    // That it syncs was said already.
    if (finding === 'syncing') return [];
    const says = sayNotice({ about: 'tip', finding, height: facts.blocks, behind });
    return [fail('tip', says, "Look at the node's connections (bitcoin-cli getpeerinfo), and at Tor.")];
  } catch {
    // That it does not answer, too.
    return [];
  }
}

/**
 * Whether the disk of the node has room: it is found by the cookie, so that a node elsewhere says nothing.
 * @param leastFree In bytes.
 */
export async function checkDisk(
  config: JoinMarketConfig,
  leastFree = LEAST_FREE,
): Promise<readonly Finding[]> {
  const { cookieFile } = config.node;
  if (cookieFile === null) return [];
  const folder = path.dirname(cookieFile);
  let free: number;
  try {
    const { bavail, bsize } = await statfs(folder);
    free = bavail * bsize;
  } catch {
    return [fail('disk', `${folder} can't be looked at`, 'Check rpc_cookie_file in joinmarket.cfg.')];
  }
  const says = `${(free / GIB).toFixed(1)} GiB free at ${folder}`;
  if (free >= leastFree) return [pass('disk', says)];
  return [
    fail('disk', says, 'Make room, or give the VM a larger private volume: bitcoind stops on a full disk.'),
  ];
}

function judgeChain({ network }: JoinMarketConfig, status: NodeStatus): Finding {
  const says = `chain ${status.chain}, block ${status.height}`;
  if (status.chain !== parametersOf(network).coreChain) {
    const cure = 'Set rpc_port (and network) in joinmarket.cfg to a node of the right network.';
    return fail('bitcoind', `${says}, but joinmarket.cfg is for ${network}`, cure);
  }
  if (status.syncing) {
    const percent = (status.progress * 100).toFixed(1);
    return fail('bitcoind', `${says}, still syncing: ${percent} % done`, 'Wait until it has caught up.');
  }
  const pruned = status.pruneHeight === null ? '' : `, blocks before ${status.pruneHeight} are pruned`;
  return pass('bitcoind', `${says}${pruned}`);
}

function judgeIndex({ filterIndex, height }: NodeStatus): Finding {
  if (filterIndex === false) {
    return fail('filter index', 'missing', 'Add blockfilterindex=1 to bitcoin.conf and restart bitcoind.');
  }
  if (filterIndex === true || filterIndex >= height) return pass('filter index', 'complete');
  return fail('filter index', `at block ${filterIndex} of ${height}`, 'Wait until the index is complete.');
}
