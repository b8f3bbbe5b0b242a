import { parametersOf } from '../shared/bitcoin/network.ts';
import type { NodeStatus } from '../shared/bridge/chain.ts';
import type { ChainHandler } from '../shared/bridge/chain-server.ts';
import type { MessagesHandler } from '../shared/bridge/messages-server.ts';
import type { JoinMarketConfig } from '../shared/config/joinmarket-cfg.ts';
import { isJmError } from '../shared/errors.ts';
import type { Nick } from '../shared/jm/command.ts';

/** What was looked at, whether it can be used, and if not, why and what to do. */
export interface Finding {
  readonly subject: 'bitcoind' | 'filter index' | 'directories';
  readonly ok: boolean;
  readonly says: string;
  readonly cure: string | null;
}

/** Whether the node is there, of the right network, in sync, and indexed. */
export async function checkNode(config: JoinMarketConfig, chain: ChainHandler): Promise<readonly Finding[]> {
  try {
    const status = await chain.status();
    return [judgeChain(config, status), judgeIndex(status)];
  } catch (error) {
    return [failed('bitcoind', error)];
  }
}

/** Whether a directory takes us. `nick` is thrown away afterwards. */
export async function checkDirectories(
  config: JoinMarketConfig,
  messages: MessagesHandler,
  nick: Nick,
): Promise<Finding> {
  try {
    const open = { nick, network: config.network, serving: false };
    const channels = await messages.open(open, () => undefined);
    const says = channels.map(({ detail }) => detail).join('; ');
    return channels.some(({ state }) => state === 'up')
      ? fine('directories', says)
      : bad('directories', says, 'Check directory_nodes in joinmarket.cfg, and that the directories run.');
  } catch (error) {
    return failed('directories', error);
  } finally {
    await messages.close();
  }
}

function judgeChain({ network }: JoinMarketConfig, status: NodeStatus): Finding {
  const says = `chain ${status.chain}, block ${status.height}`;
  if (status.chain !== parametersOf(network).coreChain) {
    const cure = 'Set rpc_port (and network) in joinmarket.cfg to a node of the right network.';
    return bad('bitcoind', `${says}, but joinmarket.cfg is for ${network}`, cure);
  }
  if (status.syncing) {
    const percent = (status.progress * 100).toFixed(1);
    return bad('bitcoind', `${says}, still syncing: ${percent} % done`, 'Wait until it has caught up.');
  }
  const pruned = status.pruneHeight === null ? '' : `, blocks before ${status.pruneHeight} are pruned`;
  return fine('bitcoind', `${says}${pruned}`);
}

function judgeIndex({ filterIndex, height }: NodeStatus): Finding {
  if (filterIndex === false) {
    return bad('filter index', 'missing', 'Add blockfilterindex=1 to bitcoin.conf and restart bitcoind.');
  }
  if (filterIndex === true || filterIndex >= height) return fine('filter index', 'complete');
  return bad('filter index', `at block ${filterIndex} of ${height}`, 'Wait until the index is complete.');
}

function failed(subject: Finding['subject'], error: unknown): Finding {
  if (!isJmError(error)) throw error;
  return { subject, ok: false, says: error.message, cure: error.cure ?? null };
}

function fine(subject: Finding['subject'], says: string): Finding {
  return { subject, ok: true, says, cure: null };
}

function bad(subject: Finding['subject'], says: string, cure: string): Finding {
  return { subject, ok: false, says, cure };
}
