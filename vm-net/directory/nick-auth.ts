import type { NickAuthMode } from '../../shared/config/directory.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { verifyMessage } from '../../shared/crypto/verify.ts';
import { JmError } from '../../shared/errors.ts';
import type { PublicKeyHex } from '../../shared/jm/command.ts';
import { nickMatchesKey, parseNick } from '../../shared/jm/nick.ts';
import { ENVELOPE, type Envelope } from '../../shared/jm/onion/envelope.ts';
import {
  formatNickAuthResult,
  formatNickChallenge,
  hashHandshake,
  NICK_AUTH_FEATURE,
  nickAuthMessage,
  parseNickProof,
  type NickAuthCode,
  type NickChallenge,
  type NickProof,
} from '../../shared/jm/onion/nick-auth.ts';

/** How long a peer may take for its proof. */
export const NICK_AUTH_STEP_MS = 30_000;

/** The motd of a 795 to a peer that can't prove its nick where it must. */
export const NICK_AUTH_REQUIRED = 'Rejected: verified nick authentication required';

/** A directory was told to demand what it can't check. */
export class NickAuthError extends JmError<'nick-auth-without-id'> {}

/** How a directory that asks for proofs does so. */
export interface NickAuthPolicy {
  readonly required: boolean;
  /** The `onion:port` that goes into every signature, so that one directory can't pass a challenge on from another. */
  readonly directoryId: string;
}

/** A challenge that is out. Times are milliseconds on a monotonic clock. */
export interface PendingChallenge extends NickChallenge {
  readonly nick: string;
  readonly handshakeHash: string;
  readonly askedAt: number;
}

/** Who has the nick now; the key is null where it was never proven. */
export interface NickOwner {
  readonly verifiedKey: PublicKeyHex | null;
}

/** What comes of an answer to a challenge. `answer` is the `line` of the 807; after a refusal the connection is closed. */
export type NickAuthVerdict =
  | {
      readonly ok: true;
      readonly answer: string;
      readonly verifiedKey: PublicKeyHex;
      /** Whether somebody else has the nick and has to go. */
      readonly displaces: boolean;
    }
  | { readonly ok: false; readonly answer: string; readonly code: Exclude<NickAuthCode, 'ok'> };

/**
 * What the settings come to; null where nobody is asked. Without an address of its own a directory has nothing that peers could sign.
 * @throws NickAuthError where proofs are required and there is no address
 */
export function nickAuthPolicy(mode: NickAuthMode, directoryId: string | null): NickAuthPolicy | null {
  if (mode === 'disabled') return null;
  const required = mode === 'require_verified';
  if (directoryId !== null) return { required, directoryId };
  if (!required) return null;
  throw new NickAuthError(
    'nick-auth-without-id',
    'Nick authentication is required, but has no directory id',
    {
      cure: 'Set nick_auth_directory_id in [DIRECTORY] to the onion address and port of this node.',
    },
  );
}

/** What to do with a peer that named these features: take it as it is, challenge it, or refuse it. */
export function nickAuthFor(
  policy: NickAuthPolicy | null,
  features: readonly string[],
): 'none' | 'challenge' | 'refuse' {
  if (policy === null) return 'none';
  if (features.includes(NICK_AUTH_FEATURE)) return 'challenge';
  return policy.required ? 'refuse' : 'none';
}

/** A fresh challenge for a peer, with the `line` of its 803. `handshakeLine` is the `line` of its 793 as it came. */
export function challengeNick(
  { directoryId }: NickAuthPolicy,
  peer: { readonly nick: string; readonly handshakeLine: string },
  random: Random,
  now: number,
): { readonly pending: PendingChallenge; readonly line: string } {
  const challenge = toHex(random.bytes(32));
  const handshakeHash = hashHandshake(peer.handshakeLine);
  const pending = { challenge, directoryId, nick: peer.nick, handshakeHash, askedAt: now };
  return { pending, line: formatNickChallenge(pending) };
}

/**
 * Judges the next thing that a challenged peer says, which has to be its 805.
 * @param owner Who has the nick at this moment; null when it is free.
 */
export function judgeNickProof(
  pending: PendingChallenge,
  { type, line }: Envelope,
  owner: NickOwner | null,
  now: number,
): NickAuthVerdict {
  if (isChallengeOver(pending, now)) return refusal('expired');
  const proof = type === ENVELOPE.nickProof ? parseNickProof(line) : null;
  if (proof === null) return refusal('malformed');
  if (!isProven(pending, proof)) return refusal('invalid');
  // Two keys with the same nick take a search, but not an endless one: the first to prove it keeps it.
  const { publicKey } = proof;
  if (owner !== null && owner.verifiedKey !== null && owner.verifiedKey !== publicKey) {
    return refusal('policy');
  }
  return { ok: true, answer: formatNickAuthResult('ok'), verifiedKey: publicKey, displaces: owner !== null };
}

/** Whether the time for an answer has passed. */
export function isChallengeOver({ askedAt }: PendingChallenge, now: number): boolean {
  return now - askedAt > NICK_AUTH_STEP_MS;
}

/** What a peer is told whose time has passed. */
export function expiredChallenge(): NickAuthVerdict {
  return refusal('expired');
}

/** True for the types that nobody may send but in answer to the step before; whoever does is hung up on. */
export function isNickAuthType(type: number): boolean {
  return type === ENVELOPE.nickChallenge || type === ENVELOPE.nickProof || type === ENVELOPE.nickAuthResult;
}

function isProven(pending: PendingChallenge, { publicKey, signature }: NickProof): boolean {
  const nick = parseNick(pending.nick);
  const key = fromHex(publicKey);
  if (nick === null || !nickMatchesKey(nick, key)) return false;
  return verifyMessage(nickAuthMessage(pending, pending.handshakeHash, nick, publicKey), key, signature);
}

function refusal(code: Exclude<NickAuthCode, 'ok'>): NickAuthVerdict {
  return { ok: false, answer: formatNickAuthResult(code), code };
}
