import { encodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import { NOT_SERVING, type ClientHandshake } from '../../shared/jm/onion/handshake.ts';
import { formatPeerEntry } from '../../shared/jm/onion/peerlist.ts';
import { TokenBucket } from '../../shared/rate.ts';
import type { LineSocket } from '../channels/onion/line-socket.ts';
import type { Outbox, Reader } from './batch.ts';
import type { DirectoryLimits } from './limits.ts';

/**
 * A peer that shook hands with the directory. Times are milliseconds on a monotonic clock. Thousands of peers say nothing for hours,
 * so that what a peer needs only when it speaks is made when it does.
 */
export class Peer implements Reader {
  readonly socket: LineSocket;
  readonly nick: string;
  readonly location: string;
  readonly features: readonly string[];
  outbox: Outbox | null = null;
  lastHeard: number;
  /** When a ping went out that is not answered yet. */
  askedAt: number | null = null;
  #introductions: { readonly plain: string; readonly withFeatures: string } | null = null;
  #messages: TokenBucket | null = null;
  #publicBytes: TokenBucket | null = null;
  #peerlists: TokenBucket | null = null;

  constructor(socket: LineSocket, handshake: ClientHandshake, now: number) {
    this.socket = socket;
    this.nick = handshake.nick;
    this.location = handshake.location;
    this.features = handshake.features.length === 0 ? NO_FEATURES : handshake.features;
    this.lastHeard = now;
  }

  /** True when it is told the features of others. */
  get wantsFeatures(): boolean {
    return this.features.includes('peerlist_features');
  }

  /** The peerlist that follows a private message of this peer, as the recipient reads it; null when it accepts no connections. */
  introductionTo(recipient: Peer): string | null {
    if (this.location === NOT_SERVING) return null;
    this.#introductions ??= { plain: this.#introduction(false), withFeatures: this.#introduction(true) };
    return recipient.wantsFeatures ? this.#introductions.withFeatures : this.#introductions.plain;
  }

  mayRelay(limits: DirectoryLimits, now: number): boolean {
    const { messagesPerSecond, messagesBurst } = limits;
    if (messagesPerSecond === Infinity) return true;
    this.#messages ??= new TokenBucket(messagesPerSecond, messagesBurst, now);
    return this.#messages.take(now);
  }

  mayPublish(limits: DirectoryLimits, now: number, bytes: number): boolean {
    const { publicBytesPerSecond, publicBytesBurst } = limits;
    if (publicBytesPerSecond === Infinity) return true;
    this.#publicBytes ??= new TokenBucket(publicBytesPerSecond, publicBytesBurst, now);
    return this.#publicBytes.take(now, bytes);
  }

  mayAskForPeers({ peerlistsPerMinute }: DirectoryLimits, now: number): boolean {
    if (peerlistsPerMinute === Infinity) return true;
    this.#peerlists ??= new TokenBucket(peerlistsPerMinute / 60, peerlistsPerMinute, now);
    return this.#peerlists.take(now);
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
