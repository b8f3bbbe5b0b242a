import { encodeEnvelope, ENVELOPE, MAX_RECEIVED_LINE } from '../../shared/jm/onion/envelope.ts';
import { NOT_SERVING, type ClientHandshake } from '../../shared/jm/onion/handshake.ts';
import { formatPeerEntry } from '../../shared/jm/onion/peerlist.ts';
import { lineBytes, type LineSocket } from '../channels/onion/line-socket.ts';
import { TokenBucket } from '../../shared/rate.ts';

const MESSAGES_PER_SECOND = 500;
const MESSAGES_BURST = 1000;
/** Bytes of public lines, which cost the directory and its readers as much for each peer. */
const PUBLIC_BYTES_PER_SECOND = 64 * 1024;
const PUBLIC_BYTES_BURST = 512 * 1024;
const PEERLISTS_PER_SECOND = 3 / 60;
const PEERLISTS_BURST = 3;

/** A peer that shook hands with the directory. Times are milliseconds on a monotonic clock. */
export interface Peer {
  readonly socket: LineSocket;
  readonly nick: string;
  readonly location: string;
  readonly features: readonly string[];
  /** The peerlists that follow a private message of this peer; null when it accepts no connections. */
  readonly introduction: { readonly plain: Buffer; readonly withFeatures: Buffer } | null;
  readonly messages: TokenBucket;
  readonly publicBytes: TokenBucket;
  readonly peerlists: TokenBucket;
  lastHeard: number;
  /** When a ping went out that is not answered yet. */
  askedAt: number | null;
}

/** The peer of an accepted handshake. */
export function createPeer(socket: LineSocket, handshake: ClientHandshake, now: number): Peer {
  return {
    socket,
    nick: handshake.nick,
    location: handshake.location,
    features: handshake.features,
    introduction: introductionOf(handshake),
    messages: new TokenBucket(MESSAGES_PER_SECOND, MESSAGES_BURST, now),
    publicBytes: new TokenBucket(PUBLIC_BYTES_PER_SECOND, PUBLIC_BYTES_BURST, now),
    peerlists: new TokenBucket(PEERLISTS_PER_SECOND, PEERLISTS_BURST, now),
    lastHeard: now,
    askedAt: null,
  };
}

/**
 * The line in an envelope of our own: a sender's own JSON could hold what another implementation chokes on (a float as the type,
 * bytes that are not UTF-8, deep nesting), and one peer would cut off all. Null when it is too long for the others.
 */
export function relayed(type: number, line: string): Buffer | null {
  const envelope = encodeEnvelope(type, line);
  return envelope.length > MAX_RECEIVED_LINE ? null : lineBytes(envelope);
}

function introductionOf(peer: ClientHandshake): Peer['introduction'] {
  if (peer.location === NOT_SERVING) return null;
  const bytes = (withFeatures: boolean): Buffer =>
    lineBytes(encodeEnvelope(ENVELOPE.peerlist, formatPeerEntry({ ...peer, left: false }, withFeatures)));
  return { plain: bytes(false), withFeatures: bytes(true) };
}
