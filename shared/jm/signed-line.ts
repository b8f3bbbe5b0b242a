import { fromBase64, fromHex, utf8 } from '../crypto/bytes.ts';
import { isCompressedPublicKey, verifyMessage } from '../crypto/verify.ts';
import { accept, refuse, type Result } from '../errors.ts';
import type { Nick } from './command.ts';
import { nickMatchesKey } from './nick.ts';

/** Longest private line that is looked at, in characters (protocol/messages.md §6). */
export const MAX_LINE_LENGTH = 40_000;

/** The hostid of every onion channel, whatever the route (protocol/nick-and-signatures.md §4.1). */
export const ONION_HOSTID = 'onion-network';

/** Words that may open a private message; `tbond` and `cancel` may not (nick-and-signatures.md §6). */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  'fill',
  'error',
  'pubkey',
  'orderbook',
  'push',
  'reloffer',
  'absoffer',
  'swreloffer',
  'swabsoffer',
  'sw0reloffer',
  'sw0absoffer',
  'hp2',
  'auth',
  'ioauth',
  'tx',
  'sig',
]);

const PUBLIC_KEY = /^0[23][0-9a-f]{64}$/u;

/** Why a private line was dropped. */
export type LineRefusal =
  | 'too-long'
  | 'not-a-command'
  | 'unknown-command'
  | 'missing-fields'
  | 'bad-key'
  | 'bad-signature'
  | 'foreign-nick';

/** A private line whose signature holds. */
export interface VerifiedLine {
  readonly word: string;
  /** The fields as they were signed: ciphertext for encrypted commands. */
  readonly payload: string;
}

/** The full text of a signed private message: `!word payload key signature`. */
export function signedLine(
  word: string,
  payload: string,
  signer: { readonly publicKey: string; sign(payload: string, hostid: string): string },
  hostid: string,
): string {
  return `!${word} ${payload} ${signer.publicKey} ${signer.sign(payload, hostid)}`;
}

/**
 * Checks a private line as nick-and-signatures.md §6 says: form, key, nick, signature over payload and hostid.
 * On IRC a second attempt is made with the hostid in lower case, as the reference does.
 */
export function verifyLine(from: Nick, line: string, hostid: string): Result<VerifiedLine, LineRefusal> {
  if (line.length > MAX_LINE_LENGTH) return refuse('too-long');
  const text = line.replace(/^!+/u, '');
  if (text.length === line.length || text.length === 0) return refuse('not-a-command');
  const tokens = text.split(' ');
  const [word = '', ...rest] = tokens;
  if (!FIRST_WORDS.has(word)) return refuse('unknown-command');
  const signature = rest.pop();
  const key = rest.pop();
  const payload = rest.join(' ');
  if (signature === undefined || key === undefined || payload === '') return refuse('missing-fields');
  if (!PUBLIC_KEY.test(key)) return refuse('bad-key');
  const publicKey = fromHex(key);
  if (!isCompressedPublicKey(publicKey)) return refuse('bad-key');
  if (!nickMatchesKey(from, publicKey)) return refuse('foreign-nick');
  const der = decodeSignature(signature);
  if (der === null) return refuse('bad-signature');
  const hostids = new Set([hostid, hostid.toLowerCase()]);
  for (const candidate of hostids) {
    if (verifyMessage(utf8(payload + candidate), publicKey, der)) return accept({ word, payload });
  }
  return refuse('bad-signature');
}

function decodeSignature(text: string): Uint8Array | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}
