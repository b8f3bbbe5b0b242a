import {
  decodeEnvelope,
  encodeEnvelope,
  ENVELOPE,
  MAX_RECEIVED_LINE,
  parseAddressed,
  type Envelope,
} from '../../shared/jm/onion/envelope.ts';
import type { Batch, Line } from './batch.ts';
import type { DirectoryLimits } from './limits.ts';
import type { DirectoryMetrics } from './metrics.ts';
import { isNickAuthType } from './nick-auth.ts';
import type { Peer } from './peer.ts';
import { orderbookRequests, PeerLimitsByNick, type PeerLimits } from './peer-limits.ts';
import { peerlists } from './peerlists.ts';
import { readPlainEnvelope } from './plain-envelope.ts';

const TERMINATOR_LENGTH = 2;

/** Carries what peers say to whom it is for (protocol/onion-channel.md §8.1). */
export class Relay {
  readonly #peers: ReadonlyMap<string, Peer>;
  readonly #batch: Batch;
  readonly #metrics: DirectoryMetrics;
  readonly #limits: PeerLimitsByNick;
  readonly #flushSoon: () => void;

  /** @param flushSoon Called whenever something was added to the batch. */
  constructor(
    parts: {
      readonly peers: ReadonlyMap<string, Peer>;
      readonly batch: Batch;
      readonly metrics: DirectoryMetrics;
      readonly limits: DirectoryLimits;
    },
    flushSoon: () => void,
  ) {
    this.#peers = parts.peers;
    this.#batch = parts.batch;
    this.#metrics = parts.metrics;
    this.#limits = new PeerLimitsByNick(parts.limits);
    this.#flushSoon = flushSoon;
  }

  /** Says a line of the directory's own to all peers. */
  tellAll(line: string): void {
    this.#metrics.linesOut.peerlist += this.#peers.size;
    this.#metrics.bytesOut += (line.length + TERMINATOR_LENGTH) * this.#peers.size;
    this.#batch.addPublic(line, null);
    this.#flushSoon();
  }

  /** Takes a line of a peer: from `start` up to `end` of bytes that are only valid during the call. */
  take(peer: Peer, bytes: Buffer, start: number, end: number): void {
    const now = performance.now();
    const metrics = this.#metrics;
    peer.lastHeard = now;
    peer.askedAt = null;
    metrics.bytesIn += end - start + TERMINATOR_LENGTH;
    const limits = (peer.limits ??= this.#limits.of(peer));
    if (!limits.message(now)) {
      metrics.privateShed += 1;
      return;
    }
    const plain = readPlainEnvelope(bytes, start, end);
    if (plain !== null) {
      this.#relay(peer, plain, { bytes, start, end }, limits, now);
      return;
    }
    const envelope = decodeEnvelope(bytes.toString('utf8', start, end));
    if (envelope === null || isNickAuthType(envelope.type)) {
      peer.socket.close('not an envelope, or not one that has a place here');
      return;
    }
    switch (envelope.type) {
      case ENVELOPE.publicMessage:
      case ENVELOPE.privateMessage:
        this.#relay(peer, envelope, rewritten(envelope), limits, now);
        return;
      case ENVELOPE.getPeerlist:
        metrics.linesIn.getpeerlist += 1;
        if (limits.peerlist(now)) this.#sendPeerlist(peer);
        else metrics.peerlistsShed += 1;
        return;
      case ENVELOPE.ping:
        metrics.linesIn.ping += 1;
        // joinmarket-clientserver breaks over a pong; who has not advertised ping gets none.
        if (!peer.features.includes('ping')) return;
        metrics.linesOut.pong += 1;
        this.#tell(encodeEnvelope(ENVELOPE.pong, ''), peer);
        this.#flushSoon();
        return;
      case ENVELOPE.pong:
        metrics.linesIn.pong += 1;
        return;
      default:
        metrics.linesIn.other += 1;
    }
  }

  /** A sender that is not who it says is not relayed, nor is a line that is too long for the others. */
  #relay(sender: Peer, { type, line: text }: Envelope, line: Line, limits: PeerLimits, now: number): void {
    const metrics = this.#metrics;
    const isPublic = type === ENVELOPE.publicMessage;
    metrics.linesIn[isPublic ? 'public' : 'private'] += 1;
    const addressed = parseAddressed(text);
    if (addressed === null) return;
    if (addressed.from !== sender.nick) {
      metrics.forged += 1;
      return;
    }
    const length = lengthOf(line);
    if (length > MAX_RECEIVED_LINE) return;
    if (isPublic) {
      if (addressed.to !== 'PUBLIC') return;
      if (!limits.publicLine(now, length + TERMINATOR_LENGTH, orderbookRequests(text))) {
        metrics.publicShed += 1;
        return;
      }
      metrics.publicRelayed += 1;
      metrics.linesOut.public += this.#peers.size - 1;
      metrics.bytesOut += (length + TERMINATOR_LENGTH) * (this.#peers.size - 1);
      this.#batch.addPublic(line, sender);
    } else {
      const recipient = this.#peers.get(addressed.to);
      if (recipient === undefined) {
        metrics.privateUnknownRecipient += 1;
        return;
      }
      metrics.privateRelayed += 1;
      metrics.linesOut.private += 1;
      this.#tell(line, recipient);
      const introduction = sender.introductionTo(recipient);
      if (introduction !== null) {
        metrics.linesOut.peerlist += 1;
        this.#tell(introduction, recipient);
      }
    }
    this.#flushSoon();
  }

  #sendPeerlist(asking: Peer): void {
    for (const line of peerlists(this.#peers.values(), asking)) {
      this.#metrics.linesOut.peerlist += 1;
      this.#tell(line, asking);
    }
    this.#flushSoon();
  }

  #tell(line: Line, peer: Peer): void {
    this.#metrics.bytesOut += lengthOf(line) + TERMINATOR_LENGTH;
    this.#batch.addPrivate(line, peer);
  }
}

/**
 * The line in an envelope of our own: a sender's own JSON could hold what another implementation chokes on (a float as the type,
 * bytes that are not UTF-8, deep nesting), and one peer would cut off all.
 */
function rewritten({ type, line }: Envelope): string {
  return encodeEnvelope(type, line);
}

function lengthOf(line: Line): number {
  return typeof line === 'string' ? line.length : line.end - line.start;
}
