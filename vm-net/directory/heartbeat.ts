import { encodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import { NOT_SERVING } from '../../shared/jm/onion/handshake.ts';
import type { Peer } from './peer.ts';

/** When silent peers are asked, and dropped, in milliseconds. The defaults are joinmarket-ng's (protocol/onion-channel.md §8.2). */
export interface HeartbeatOptions {
  /** The directory's own nick. */
  readonly nick: string;
  readonly idleMs?: number;
  readonly evictMs?: number;
  readonly pongMs?: number;
}

/** Why a silent peer is dropped. */
export const EVICTED: ReadonlySet<string> = new Set(['silent for too long', 'no pong']);

/** Asks peers that were silent for long in a way that they understand, and drops those that stay silent. */
export function sweepSilent(peers: Iterable<Peer>, options: HeartbeatOptions, now: number): void {
  const { idleMs = 600_000, evictMs = 1_500_000, pongMs = 30_000, nick } = options;
  for (const peer of [...peers]) {
    const silent = now - peer.lastHeard;
    if (silent >= evictMs) peer.socket.close('silent for too long');
    else if (peer.askedAt !== null && now - peer.askedAt >= pongMs) peer.socket.close('no pong');
    else if (silent >= idleMs && peer.askedAt === null) {
      if (peer.features.includes('ping')) {
        peer.askedAt = now;
        peer.socket.send(encodeEnvelope(ENVELOPE.ping, ''));
      } else if (peer.location !== NOT_SERVING) {
        peer.socket.send(encodeEnvelope(ENVELOPE.publicMessage, `${nick}!PUBLIC!orderbook`));
      }
    }
  }
}
