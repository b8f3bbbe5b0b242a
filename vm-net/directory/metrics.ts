import type { HandshakeRefusal } from '../../shared/jm/onion/handshake.ts';
import type { NickAuthCode } from '../../shared/jm/onion/nick-auth.ts';
import type { JoinRefusal } from './join-limits.ts';

/** Why a handshake was not taken. `silent`: none came in time; `crowded`: too many others waited. */
export type Refusal =
  | HandshakeRefusal
  | JoinRefusal
  | 'silent'
  | 'crowded'
  | 'nick-taken'
  | 'full'
  | 'nick-auth-required'
  | 'nick-auth-failed';

/** Kinds of lines, for counting. */
export type LineKind =
  'private' | 'public' | 'peerlist' | 'getpeerlist' | 'handshake' | 'ping' | 'pong' | 'nick-auth' | 'other';

/**
 * What a directory counts since it started. Plain numbers, since they are added to for each line: `metrics.linesIn.public += 1`.
 */
export class DirectoryMetrics {
  /** Connections that were accepted. */
  connections = 0;
  /** Handshakes that were taken. */
  joins = 0;
  readonly refused: Record<Refusal, number> = {
    malformed: 0,
    'wrong-app': 0,
    'wrong-role': 0,
    'wrong-version': 0,
    'wrong-network': 0,
    'bad-location': 0,
    rejected: 0,
    joins: 0,
    'joins-of-one': 0,
    silent: 0,
    crowded: 0,
    'nick-taken': 0,
    full: 0,
    'nick-auth-required': 0,
    'nick-auth-failed': 0,
  };
  readonly linesIn: Record<LineKind, number> = noLines();
  readonly linesOut: Record<LineKind, number> = noLines();
  bytesIn = 0;
  bytesOut = 0;
  publicRelayed = 0;
  /** Not relayed because the sender was over a limit. */
  publicShed = 0;
  privateRelayed = 0;
  privateShed = 0;
  /** Not relayed because nobody has the recipient's nick. */
  privateUnknownRecipient = 0;
  /** Dropped because the sender named in the line is not the nick of the connection. */
  forged = 0;
  peerlistsShed = 0;
  /** Peers that left too much unread. */
  slowReadersDropped = 0;
  /** Peers that were silent for too long. */
  evictions = 0;
  /** Peers that had to go because another proved that the nick is its own. */
  displaced = 0;
  readonly nickAuth: Record<NickAuthCode, number> = {
    ok: 0,
    malformed: 0,
    expired: 0,
    invalid: 0,
    policy: 0,
  };
}

/** The sum of a counter that is kept by reason or kind. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function noLines(): Record<LineKind, number> {
  return {
    private: 0,
    public: 0,
    peerlist: 0,
    getpeerlist: 0,
    handshake: 0,
    ping: 0,
    pong: 0,
    'nick-auth': 0,
    other: 0,
  };
}
