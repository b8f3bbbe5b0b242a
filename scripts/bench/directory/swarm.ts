import { BenchPeer, type Target } from './bench-peer.ts';
import type { Identity } from './identity.ts';

/** Handshakes that are under way at a time. */
const AT_ONCE = 64;

/** Connects all of them. @throws Error at the first that is not accepted; those that were are gone then. */
export async function joinAll(target: Target, who: readonly Identity[]): Promise<BenchPeer[]> {
  const peers: BenchPeer[] = [];
  const waiting = who.values();
  const work = async (): Promise<void> => {
    for (const identity of waiting) peers.push(await BenchPeer.join(target, identity));
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    await leaveAll(peers);
    throw error;
  }
  return peers;
}

/** Closes all connections at once. */
export async function leaveAll(peers: readonly BenchPeer[]): Promise<void> {
  await Promise.all(peers.map((peer) => peer.leave()));
}
