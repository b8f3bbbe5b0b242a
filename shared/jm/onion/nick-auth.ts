import { fromBase64, toBase64, toHex, utf8 } from '../../crypto/bytes.ts';
import { sha256 } from '../../crypto/hash.ts';
import type { PublicKeyHex } from '../command.ts';

/** What both handshakes must name for a directory to ask for a proof. */
export const NICK_AUTH_FEATURE = 'nick_auth';

/** The `line` of a 803. */
export interface NickChallenge {
  /** 32 random bytes in lower-case hex. */
  readonly challenge: string;
  /** `onion:port` of the directory. */
  readonly directoryId: string;
}

/** The `line` of a 805. */
export interface NickProof {
  readonly publicKey: PublicKeyHex;
  /** Bytes that claim to be DER. */
  readonly signature: Uint8Array;
}

/** How a directory judges a proof. */
export type NickAuthCode = 'ok' | 'malformed' | 'expired' | 'invalid' | 'policy';

const CODES: readonly string[] = ['ok', 'malformed', 'expired', 'invalid', 'policy'];
/** Several times as long as any of the three lines. */
const MAX_LENGTH = 1000;
const CHALLENGE = /^[0-9a-f]{64}$/u;
const DIRECTORY_ID = /^[a-z0-9.-]{1,66}:[1-9][0-9]{0,4}$/u;
const PUBLIC_KEY = /^0[23][0-9a-f]{64}$/u;

/** Writes a 803. */
export function formatNickChallenge({ challenge, directoryId }: NickChallenge): string {
  return JSON.stringify({ challenge, 'directory-id': directoryId });
}

/** Reads a 803; null where it is not exactly that. */
export function parseNickChallenge(line: string): NickChallenge | null {
  const fields = parseExactly(line, ['challenge', 'directory-id']);
  const challenge = fields?.['challenge'];
  const directoryId = fields?.['directory-id'];
  if (typeof challenge !== 'string' || !CHALLENGE.test(challenge)) return null;
  if (typeof directoryId !== 'string' || !DIRECTORY_ID.test(directoryId)) return null;
  return { challenge, directoryId };
}

/** Writes a 805. */
export function formatNickProof({ publicKey, signature }: NickProof): string {
  return JSON.stringify({ pubkey: publicKey, signature: toBase64(signature) });
}

/** Reads a 805; null where it is not exactly that. Whether the signature is one is not looked at. */
export function parseNickProof(line: string): NickProof | null {
  const fields = parseExactly(line, ['pubkey', 'signature']);
  const publicKey = fields?.['pubkey'];
  const signature = fields?.['signature'];
  if (!isPublicKeyHex(publicKey) || typeof signature !== 'string') return null;
  const bytes = bytesOf(signature);
  return bytes === null ? null : { publicKey, signature: bytes };
}

/** Writes a 807. */
export function formatNickAuthResult(code: NickAuthCode): string {
  return JSON.stringify({ code, verified: code === 'ok' });
}

/** Reads a 807; null where it is not exactly that, or contradicts itself. */
export function parseNickAuthResult(line: string): NickAuthCode | null {
  const fields = parseExactly(line, ['code', 'verified']);
  const code = fields?.['code'];
  return isCode(code) && fields?.['verified'] === (code === 'ok') ? code : null;
}

/**
 * The bytes that the key behind a nick signs (protocol/onion-channel.md §9).
 * @param handshakeHash SHA-256 in hex of the handshake, from {@link hashHandshake}.
 */
export function nickAuthMessage(
  { challenge, directoryId }: NickChallenge,
  handshakeHash: string,
  nick: string,
  publicKey: PublicKeyHex,
): Uint8Array {
  return utf8(`nick-auth|${challenge}|${directoryId}|${handshakeHash}|${nick}|${publicKey}nick-auth-v1`);
}

/** Stands for the exact `line` of a 793 in what is signed. */
export function hashHandshake(line: string): string {
  return toHex(sha256(utf8(line)));
}

/** An object with exactly these keys, each once. */
function parseExactly(line: string, keys: readonly string[]): Record<string, unknown> | null {
  if (line.length > MAX_LENGTH) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  if (!keys.every((key) => Object.hasOwn(value, key))) return null;
  // JSON.parse keeps the last of two equal keys. All values are texts or switches, so that every further key is a text too many.
  const texts = Object.values(value).filter((field) => typeof field === 'string').length;
  const literals = line.match(/"(?:[^"\\]|\\.)*"/gu) ?? [];
  return literals.length === keys.length + texts ? value : null;
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return fromBase64(base64);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPublicKeyHex(value: unknown): value is PublicKeyHex {
  return typeof value === 'string' && PUBLIC_KEY.test(value);
}

function isCode(value: unknown): value is NickAuthCode {
  return typeof value === 'string' && CODES.includes(value);
}
