import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { Txid } from '../../shared/bitcoin/outpoint.ts';
import type { BroadcastPolicy } from '../../shared/config/joinmarket-cfg.ts';
import { shuffled, type Random } from '../../shared/crypto/random.ts';
import { accept, type Result } from '../../shared/errors.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { broadcastByOwnNode, testByOwnNode } from './hand-over.ts';
import type { MessageHub } from './message-hub.ts';

const POLL_MS = 100;

/** Makers that are asked at once under `multiple-peers`. */
const PEERS_AT_ONCE = 3;

/** Who broadcast what no peer could be asked to. */
export const NOBODY = 'nobody';

/**
 * Hands a complete CoinJoin to the network (protocol/coinjoin.md §8): by our node, or through one or some of the makers so that
 * the network can't tell who took. What peers do not make visible in time goes out through our own node, unless that is
 * forbidden. Before peers see it, our node must find it good.
 * @returns Who broadcast it, or the node's reason against it.
 */
export async function broadcastJoin(
  raw: Uint8Array,
  txid: Txid,
  policy: BroadcastPolicy,
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
  const peers = peersFor(policy, makers, random);
  if (peers.length > 0) {
    const verdict = await testByOwnNode(chain, raw);
    if (!verdict.ok) return verdict;
  }
  const asked: Nick[] = [];
  for (const peer of peers) {
    if (await hub.send(peer, { command: 'push', transaction: raw })) asked.push(peer);
  }
  const [first, ...others] = asked;
  if (first !== undefined) {
    const names = [first, ...others].join(', ');
    report(`asked ${names} to broadcast`);
    if (await seenInMempool(chain, txid, unseenSeconds)) return accept(names);
    if (policy === 'not-self') {
      report('it is not seen yet; our own node must not broadcast it');
      return accept(names);
    }
    report('it is not seen yet; our own node broadcasts it');
  }
  if (policy === 'not-self') {
    report(
      'no maker could be asked to broadcast it, and our own node must not; it is kept: see "jm-wallet rounds"',
    );
    return accept(NOBODY);
  }
  return broadcastByOwnNode(chain, raw);
}

/** Whom to ask; nobody where our own node is to do it. */
function peersFor(policy: BroadcastPolicy, makers: readonly Nick[], random: Random): readonly Nick[] {
  switch (policy) {
    case 'self':
      return [];
    case 'random-peer':
      // One choice among the makers and us.
      return makers.slice(random.below(makers.length + 1)).slice(0, 1);
    case 'not-self':
      return makers.slice(random.below(makers.length)).slice(0, 1);
    case 'multiple-peers':
      return shuffled(makers, random).slice(0, PEERS_AT_ONCE);
  }
}

async function seenInMempool(chain: ChainClient, txid: Txid, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await chain.inMempool(txid)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}
