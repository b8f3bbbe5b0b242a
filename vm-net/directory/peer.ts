import type { PublicKeyHex } from '../../shared/jm/command.ts';
import { encodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import { NOT_SERVING, type ClientHandshake } from '../../shared/jm/onion/handshake.ts';
import { formatPeerEntry } from '../../shared/jm/onion/peerlist.ts';
import type { LineSocket } from '../channels/onion/line-socket.ts';
import type { Outbox, Reader } from './batch.ts';
import type { PeerLimits } from './peer-limits.ts';

/**
 * A peer that shook hands with the directory. Times are milliseconds on a monotonic clock. Thousands of peers say nothing for hours,
 * so that what a peer needs only when it speaks is made when it does.
 */
export class Peer implements Reader {
  readonly socket: LineSocket;
  readonly nick: string;
  readonly location: string;
  readonly features: readonly string[];
  /** The key that proved the nick; null where nobody asked for a proof. */
  readonly verifiedKey: PublicKeyHex | null;
  outbox: Outbox | null = null;
  /** What its nick may still say; null before it first speaks. */
  limits: PeerLimits | null = null;
  lastHeard: number;
  /** When a ping went out that is not answered yet. */
  askedAt: number | null = null;
  #introductions: { readonly plain: string; readonly withFeatures: string } | null = null;

  constructor(
    socket: LineSocket,
    handshake: ClientHandshake,
    now: number,
    verifiedKey: PublicKeyHex | null = null,
  ) {
    this.socket = socket;
    this.verifiedKey = verifiedKey;
    this.nick = handshake.nick;
    this.location = handshake.location;
    this.features = handshake.features.length === 0 ? NO_FEATURES : handshake.features;
    this.lastHeard = now;
  }

  /** True for who accepts connections itself, as makers do. */
  get isServing(): boolean {
    return this.location !== NOT_SERVING;
  }

  /** True when it is told the features of others. */
  get wantsFeatures(): boolean {
    return this.features.includes('peerlist_features');
  }

  /** The peerlist that follows a private message of this peer, as the recipient reads it; null when it accepts no connections. */
  introductionTo(recipient: Peer): string | null {
    if (!this.isServing) return null;
    this.#introductions ??= { plain: this.#introduction(false), withFeatures: this.#introduction(true) };
    return recipient.wantsFeatures ? this.#introductions.withFeatures : this.#introductions.plain;
  }

  #introduction(withFeatures: boolean): string {
    return encodeEnvelope(
      ENVELOPE.peerlist,
      formatPeerEntry({ ...this.#entry(), left: false }, withFeatures),
    );
  }

  #entry(): { readonly nick: string; readonly location: string; readonly features: readonly string[] } {
    return { nick: this.nick, location: this.location, features: this.features };
  }
}

const NO_FEATURES: readonly string[] = [];
