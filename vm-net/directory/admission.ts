import { accept, refuse, type Result } from '../../shared/errors.ts';
import { decodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import {
  NOT_SERVING,
  parseClientHandshake,
  parseLocation,
  type ClientHandshake,
} from '../../shared/jm/onion/handshake.ts';
import { isLoopback, isOnionAddress } from '../channels/onion/location.ts';
import type { Refusal } from './metrics.ts';

/** What decides whether a handshake makes sense here. */
export interface AdmissionRules {
  readonly network: string;
  /** True on regtest, where peers may serve on the loopback. */
  readonly loopback: boolean;
}

/** A handshake that makes sense, and the `line` of its 793 as it came. */
export interface Applicant extends ClientHandshake {
  readonly line: string;
}

/** Why somebody stays outside, and what it is told: null for nothing, because what it said makes no sense. */
export interface Rejection {
  readonly reason: Refusal;
  readonly motd: string | null;
}

/** Judges the first line of a connection by itself (protocol/onion-channel.md §4.1). */
export function readApplication(text: string, rules: AdmissionRules): Result<Applicant, Rejection> {
  const envelope = decodeEnvelope(text);
  if (envelope?.type !== ENVELOPE.handshake) return refuse({ reason: 'malformed', motd: null });
  const { line } = envelope;
  const read = parseClientHandshake(line, rules.network);
  if (!read.ok) {
    const motd = read.error === 'malformed' ? null : `Rejected: ${read.error}`;
    return refuse({ reason: read.error, motd });
  }
  if (!mayServe(read.value, rules.loopback))
    return refuse({ reason: 'bad-location', motd: 'Rejected: bad-location' });
  return accept({ ...read.value, line });
}

function mayServe({ location, nick }: ClientHandshake, loopback: boolean): boolean {
  if (/[;,!]/u.test(nick) || nick === 'PUBLIC') return false;
  if (location === NOT_SERVING) return true;
  const host = parseLocation(location)?.host ?? '';
  return isOnionAddress(host) || (loopback && isLoopback(host));
}
