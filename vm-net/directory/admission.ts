import { accept, refuse, type Result } from '../../shared/errors.ts';
import { decodeEnvelope, ENVELOPE } from '../../shared/jm/onion/envelope.ts';
import {
  NOT_SERVING,
  parseClientHandshake,
  parseLocation,
  type ClientHandshake,
} from '../../shared/jm/onion/handshake.ts';
import { isLoopback, isOnionAddress } from '../channels/onion/location.ts';

/** What decides whether a peer may come in. */
export interface AdmissionRules {
  readonly network: string;
  /** True on regtest, where peers may serve on the loopback. */
  readonly loopback: boolean;
  readonly maxPeers: number;
  /** The peers that are in, by nick. */
  readonly peers: ReadonlyMap<string, unknown>;
}

/**
 * Judges the first line of a connection. A refusal is what the peer is told, or null when it is told nothing, because what it said
 * makes no sense (protocol/onion-channel.md §4.1).
 */
export function admit(text: string, rules: AdmissionRules): Result<ClientHandshake, string | null> {
  const envelope = decodeEnvelope(text);
  if (envelope?.type !== ENVELOPE.handshake) return refuse(null);
  const read = parseClientHandshake(envelope.line, rules.network);
  if (!read.ok) return refuse(read.error === 'malformed' ? null : `Rejected: ${read.error}`);
  const { nick } = read.value;
  if (!mayServe(read.value, rules.loopback)) return refuse('Rejected: bad-location');
  if (rules.peers.has(nick)) return refuse(`Rejected: Peer nick already registered: ${nick}`);
  if (rules.peers.size >= rules.maxPeers) return refuse(`Rejected: Maximum peers reached: ${rules.maxPeers}`);
  return accept(read.value);
}

function mayServe({ location, nick }: ClientHandshake, loopback: boolean): boolean {
  if (/[;,!]/u.test(nick) || nick === 'PUBLIC') return false;
  if (location === NOT_SERVING) return true;
  const host = parseLocation(location)?.host ?? '';
  return isOnionAddress(host) || (loopback && isLoopback(host));
}
