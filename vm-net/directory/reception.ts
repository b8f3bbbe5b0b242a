import type { Random } from '../../shared/crypto/random.ts';
import type { Nick } from '../../shared/jm/command.ts';
import { decodeEnvelope, encodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import { formatDirectoryHandshake } from '../../shared/jm/onion/handshake.ts';
import { formatNickAuthResult, NICK_AUTH_FEATURE } from '../../shared/jm/onion/nick-auth.ts';
import type { LineSocket } from '../channels/onion/line-socket.ts';
import { readApplication, type AdmissionRules, type Applicant, type Rejection } from './admission.ts';
import { JoinLimits } from './join-limits.ts';
import type { DirectoryLimits } from './limits.ts';
import type { DirectoryMetrics } from './metrics.ts';
import {
  challengeNick,
  judgeNickProof,
  NICK_AUTH_REQUIRED,
  nickAuthFor,
  type NickAuthPolicy,
  type PendingChallenge,
} from './nick-auth.ts';
import { Peer } from './peer.ts';

/** What the reception goes by. */
export interface ReceptionOptions extends AdmissionRules {
  /** The directory's own nick. */
  readonly nick: Nick;
  readonly motd: string;
  readonly limits: DirectoryLimits;
  /** Null where nobody is asked for a proof. Asked each time: a node learns its address when it is published. */
  readonly nickAuth: () => NickAuthPolicy | null;
  readonly random: Random;
  readonly metrics: DirectoryMetrics;
  /** The peers that are in, by nick. */
  readonly peers: ReadonlyMap<string, Peer>;
}

/** Somebody whose nick is not proven yet. */
export interface Challenged {
  readonly applicant: Applicant;
  readonly pending: PendingChallenge;
}

/** What becomes of somebody who is not a peer yet: it is one, it has to prove its nick, or its connection ends. */
export type Reply =
  | { readonly kind: 'welcome'; readonly peer: Peer; readonly displaced: Peer | null }
  | ({ readonly kind: 'challenged' } & Challenged)
  | { readonly kind: 'refused' };

const FEATURES = ['peerlist_features', 'ping'];
const REFUSED: Reply = { kind: 'refused' };

/** Where connections become peers (protocol/onion-channel.md §4.1, §9). */
export class Reception {
  readonly #options: ReceptionOptions;
  readonly #joins: JoinLimits;

  constructor(options: ReceptionOptions) {
    this.#options = options;
    this.#joins = new JoinLimits(options.limits, performance.now());
  }

  /** Judges the first line of a connection, and answers it. */
  greet(socket: LineSocket, text: string, now: number): Reply {
    const { motd, random, peers, limits } = this.#options;
    const nickAuth = this.#options.nickAuth();
    const read = readApplication(text, this.#options);
    if (!read.ok) return this.#reject(socket, read.error);
    const applicant = read.value;
    const { nick } = applicant;
    const proof = nickAuthFor(nickAuth, applicant.features);
    if (proof === 'refuse') {
      return this.#reject(socket, { reason: 'nick-auth-required', motd: NICK_AUTH_REQUIRED });
    }
    // Who proves a nick may take it from who does not.
    if (proof === 'none' && peers.has(nick)) {
      return this.#reject(socket, {
        reason: 'nick-taken',
        motd: `Rejected: Peer nick already registered: ${nick}`,
      });
    }
    if (peers.size >= limits.maxPeers) {
      return this.#reject(socket, {
        reason: 'full',
        motd: `Rejected: Maximum peers reached: ${limits.maxPeers}`,
      });
    }
    const tooSoon = this.#joins.take(applicant, now);
    if (tooSoon !== null)
      return this.#reject(socket, { reason: tooSoon, motd: 'Rejected: too many joins, try again later' });
    this.#answer(socket, true, motd);
    if (proof === 'none' || nickAuth === null) {
      return { kind: 'welcome', peer: new Peer(socket, applicant, now), displaced: null };
    }
    const { pending, line } = challengeNick(nickAuth, { nick, handshakeLine: applicant.line }, random, now);
    socket.send(encodeEnvelope(ENVELOPE.nickChallenge, line));
    return { kind: 'challenged', applicant, pending };
  }

  /** Judges what a challenged peer says next, and answers it. */
  prove(socket: LineSocket, { applicant, pending }: Challenged, text: string, now: number): Reply {
    const { peers, metrics, limits } = this.#options;
    const owner = peers.get(applicant.nick) ?? null;
    const said = decodeEnvelope(text) ?? { type: 0, line: '' };
    const verdict = judgeNickProof(pending, said, owner, now);
    // Others came in meanwhile. Who takes a nick from somebody takes the place with it.
    if (verdict.ok && owner === null && peers.size >= limits.maxPeers) {
      socket.send(encodeEnvelope(ENVELOPE.nickAuthResult, formatNickAuthResult('policy')));
      metrics.nickAuth.policy += 1;
      metrics.refused.full += 1;
      return REFUSED;
    }
    socket.send(encodeEnvelope(ENVELOPE.nickAuthResult, verdict.answer));
    if (!verdict.ok) {
      metrics.nickAuth[verdict.code] += 1;
      metrics.refused['nick-auth-failed'] += 1;
      return REFUSED;
    }
    metrics.nickAuth.ok += 1;
    return { kind: 'welcome', peer: new Peer(socket, applicant, now, verdict.verifiedKey), displaced: owner };
  }

  #reject(socket: LineSocket, { reason, motd }: Rejection): Reply {
    this.#options.metrics.refused[reason] += 1;
    if (motd !== null) this.#answer(socket, false, motd);
    return REFUSED;
  }

  #answer(socket: LineSocket, accepted: boolean, motd: string): void {
    const { nick, network, nickAuth } = this.#options;
    const features = nickAuth() === null ? FEATURES : [...FEATURES, NICK_AUTH_FEATURE];
    const line = formatDirectoryHandshake({ accepted, features, nick, network, motd });
    socket.send(encodeEnvelope(ENVELOPE.directoryHandshake, line));
  }
}
