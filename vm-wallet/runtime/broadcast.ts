import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { Txid } from '../../shared/bitcoin/outpoint.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { accept, type Result } from '../../shared/errors.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { broadcastByOwnNode } from './hand-over.ts';
import type { MessageHub } from './message-hub.ts';

const POLL_MS = 100;

/**
 * Hands a complete CoinJoin to the network (protocol/coinjoin.md §8): by our node, or through one of the makers so that the
 * network can't tell who took. What a peer does not make visible in time goes out through our own node, unless that is
 * forbidden.
 * @returns Who broadcast it, or the node's reason against it.
 */
export async function broadcastJoin(
  raw: Uint8Array,
  txid: Txid,
  policy: 'self' | 'random-peer' | 'not-self',
  world: {
    readonly chain: ChainClient;
    readonly hub: MessageHub;
    readonly makers: readonly Nick[];
    readonly random: Random;
    readonly unseenSeconds: number;
    readonly report: (text: string) => void;
  },
): Promise<Result<string, string>> {
  const { chain, hub, makers, random, unseenSeconds, report } = world;
  const choices = policy === 'not-self' ? makers.length : makers.length + 1;
  const peer = policy === 'self' ? undefined : makers[random.below(choices)];
  if (peer !== undefined && (await hub.send(peer, { command: 'push', transaction: raw }))) {
    report(`asked ${peer} to broadcast`);
    if (await seenInMempool(chain, txid, unseenSeconds)) return accept(peer);
    if (policy === 'not-self') {
      report('it is not seen yet; our own node must not broadcast it');
      return accept(peer);
    }
    report('it is not seen yet; our own node broadcasts it');
  }
  return broadcastByOwnNode(chain, raw);
}

async function seenInMempool(chain: ChainClient, txid: Txid, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await chain.inMempool(txid)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}
