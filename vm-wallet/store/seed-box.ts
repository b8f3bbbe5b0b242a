import { fromHex, toHex, utf8, equalBytes } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { tampered } from './file-format.ts';
import { sealedSeed } from './schema/validators.js';
import type { WalletState } from './state.ts';
import { openXChaCha, sealXChaCha } from './xchacha.ts';

/** The part of the state that only the owner's password opens. */
export type SecretState = Pick<WalletState, 'entropy' | 'extension'>;

interface SealedSeed extends SecretState {
  /** Names of the fields that the digest covers. */
  readonly guarded: readonly string[];
  readonly digest: string;
}

const NONCE_BYTES = 24;
const LABEL = utf8('jm-split/wallet/seed/v2');

/**
 * Fields that only the owner may change: what the wallet is, and what it may do. The maker password can read them. A change that was
 * made behind the owner's back is noticed when the seed is opened, because their digest is sealed with it.
 */
const GUARDED = [
  'network',
  'family',
  'createdAt',
  'mixdepths',
  'rules',
  'allowances',
  'tumble',
] as const satisfies readonly (keyof WalletState)[];

/** The guarded fields as one text, to compare. */
export function guardedText(state: object, fields: readonly string[] = GUARDED): string {
  const values = new Map<string, unknown>(Object.entries(state));
  return JSON.stringify(fields.map((field) => [field, values.get(field)]));
}

/** Seals the seed with the digest of what only the owner may change. @returns Hex. */
export function sealSeed(state: WalletState, key: Uint8Array, random: Random): string {
  const { entropy, extension } = state;
  const content: SealedSeed = { entropy, extension, guarded: GUARDED, digest: digestOf(state, GUARDED) };
  const bytes = utf8(JSON.stringify(content));
  const nonce = random.bytes(NONCE_BYTES);
  const sealed = sealXChaCha(key, nonce, LABEL, bytes);
  bytes.fill(0);
  return toHex(nonce) + toHex(sealed);
}

/**
 * Opens a sealed seed.
 * @param content What lies beside it, as it was read.
 * @throws WalletFileError `wallet-tampered` when it does not open, or a guarded field is not what the owner left.
 */
export function openSeed(sealed: string, key: Uint8Array, content: object): SecretState {
  const seed = contentOf(sealed, key);
  const { entropy, extension, guarded, digest } = seed;
  if (!equalBytes(fromHex(digest), fromHex(digestOf(content, guarded)))) throw tampered();
  return { entropy, extension };
}

function contentOf(sealed: string, key: Uint8Array): SealedSeed {
  try {
    const bytes = fromHex(sealed);
    const plain = openXChaCha(key, bytes.subarray(0, NONCE_BYTES), LABEL, bytes.subarray(NONCE_BYTES));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
    plain.fill(0);
    if (isSealedSeed(value)) return value;
  } catch (cause) {
    throw tampered(cause);
  }
  throw tampered();
}

function isSealedSeed(value: unknown): value is SealedSeed {
  return sealedSeed(value);
}

function digestOf(state: object, fields: readonly string[]): string {
  return toHex(sha256(utf8(guardedText(state, fields))));
}
