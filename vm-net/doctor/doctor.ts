import type { JoinMarketConfig } from '../../shared/config/joinmarket-cfg.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { ChainService } from '../bitcoind/chain-service.ts';
import { BitcoindRpc } from '../bitcoind/rpc.ts';
import { MessagesService } from '../messages-service.ts';
import { checkChannels } from './channels.ts';
import { checkDisk, checkNode, checkTip } from './node.ts';
import { checkTor } from './tor.ts';

/**
 * Looks at everything that joinmarketd needs from outside: the node, its index and its disk, Tor's control port, an onion service
 * of our own called from outside, and each message channel.
 * @param nick Thrown away afterwards.
 * @param progress Told what is being looked at; some of it takes a minute over Tor.
 */
export async function examine(
  config: JoinMarketConfig,
  nick: Nick,
  progress: (what: string) => void,
): Promise<readonly Finding[]> {
  const rpc = new BitcoindRpc(config.node);
  const { onion, network } = config;
  const usesTor = onion !== null && !(onion.loopback && network === 'regtest');
  try {
    progress('bitcoind');
    const node = [
      ...(await checkNode(config, new ChainService(rpc))),
      ...(await checkTip(config, rpc, Date.now() / 1000)),
      ...(await checkDisk(config)),
    ];
    if (usesTor) progress('Tor: an onion service is made and called; this can take a minute');
    const tor = usesTor ? await checkTor(onion) : [];
    progress('message channels');
    return [...node, ...tor, ...(await checkChannels(config, new MessagesService(config), nick))];
  } finally {
    rpc.close();
  }
}
