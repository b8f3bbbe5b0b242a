import { argon2id } from 'hash-wasm';
import { concat, equalBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';
import { collectGarbage } from './collect-garbage.ts';
import { openXChaCha, sealXChaCha } from './xchacha.ts';

/** Why a wallet file can't be read: five different troubles, five different messages. */
export class WalletFileError extends JmError<
  'wallet-not-a-wallet' | 'wallet-newer-version' | 'wallet-truncated' | 'wallet-tampered' | 'password-wrong'
> {}

/** Cost of turning a password into a key (Argon2id). */
export interface KdfParameters {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export const DEFAULT_KDF: KdfParameters = { memoryKib: 64 * 1024, passes: 3, lanes: 1 };

/*
 * magic 8 | version 1 | kdf 1 | memory u32 | passes u32 | lanes u8 | salt 16 | body length u32 | key check 16 | nonce 24 | body
 * Everything before the body is authenticated with it.
 */
const MAGIC = utf8('JMSPLITW');
const VERSION = 1;
const KDF_ARGON2ID = 1;
const SALT_AT = 19;
const LENGTH_AT = 35;
const CHECK_AT = 39;
const NONCE_AT = 55;
const BODY_AT = 79;
const TAG_BYTES = 16;
/** What a file may ask of the machine: 1 GiB, and 16 GiB over all passes (seconds, not hours). */
const MAX_MEMORY_KIB = 1024 * 1024;
const MAX_WORK_KIB = 16 * 1024 * 1024;

/** The key of an open wallet file, with the salt and cost that made it. */
export interface FileKey {
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly kdf: KdfParameters;
}

/** From here on it is worth a few milliseconds to give Argon2's memory back. */
const MUCH_MEMORY_KIB = 16 * 1024;

/** Derives a new file's key. */
export async function createFileKey(password: string, kdf: KdfParameters, random: Random): Promise<FileKey> {
  const salt = random.bytes(16);
  return { key: await derive(password, salt, kdf), salt, kdf };
}

/** Seals content under a key, with a fresh nonce. */
export function sealWalletFile(content: Uint8Array, { key, salt, kdf }: FileKey, random: Random): Uint8Array {
  const header = new Uint8Array(BODY_AT);
  const view = new DataView(header.buffer);
  header.set(MAGIC, 0);
  view.setUint8(8, VERSION);
  view.setUint8(9, KDF_ARGON2ID);
  view.setUint32(10, kdf.memoryKib);
  view.setUint32(14, kdf.passes);
  view.setUint8(18, kdf.lanes);
  header.set(salt, SALT_AT);
  view.setUint32(LENGTH_AT, content.length + TAG_BYTES);
  header.set(keyCheck(key), CHECK_AT);
  header.set(random.bytes(24), NONCE_AT);
  return concat(header, sealXChaCha(key, header.subarray(NONCE_AT), header, content));
}

/**
 * Opens a wallet file.
 * @throws WalletFileError that tells apart: not a wallet, made by a newer version, truncated, wrong password, tampered with.
 */
export async function openWalletFile(
  file: Uint8Array,
  password: string,
): Promise<{ readonly content: Uint8Array; readonly fileKey: FileKey }> {
  const magic = file.subarray(0, MAGIC.length);
  if (!equalBytes(magic, MAGIC.subarray(0, magic.length)) || file.length === 0) {
    throw new WalletFileError('wallet-not-a-wallet', 'This file is not a wallet of jm-wallet', {
      cure: 'Check the name given with --wallet; old JoinMarket wallets must be imported.',
    });
  }
  if (file.length < BODY_AT) throw truncated();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint8(8) !== VERSION || view.getUint8(9) !== KDF_ARGON2ID) {
    throw new WalletFileError(
      'wallet-newer-version',
      'This wallet was written by a newer version of jm-wallet',
      {
        cure: 'Use that version, or a newer one.',
      },
    );
  }
  const kdf = { memoryKib: view.getUint32(10), passes: view.getUint32(14), lanes: view.getUint8(18) };
  if (
    kdf.memoryKib < 8 * kdf.lanes ||
    kdf.memoryKib > MAX_MEMORY_KIB ||
    kdf.passes < 1 ||
    kdf.memoryKib * kdf.passes > MAX_WORK_KIB
  ) {
    throw tampered();
  }
  if (kdf.lanes < 1 || kdf.lanes > 16) throw tampered();
  const header = file.subarray(0, BODY_AT);
  const salt = file.slice(SALT_AT, LENGTH_AT);
  const bodyLength = view.getUint32(LENGTH_AT);
  if (file.length < BODY_AT + bodyLength) throw truncated();
  if (file.length > BODY_AT + bodyLength) throw tampered();
  const key = await derive(password, salt, kdf);
  if (!equalBytes(keyCheck(key), file.subarray(CHECK_AT, NONCE_AT))) {
    throw new WalletFileError('password-wrong', 'The password is wrong', { cure: 'Type it again.' });
  }
  try {
    const content = openXChaCha(key, header.subarray(NONCE_AT), header, file.subarray(BODY_AT));
    return { content, fileKey: { key, salt, kdf } };
  } catch (cause) {
    throw tampered(cause);
  }
}

/** Tells a wrong password from a damaged body; one-way, so that it gives nothing else away. */
function keyCheck(key: Uint8Array): Uint8Array {
  return sha256(concat(utf8('jm-split/key-check/v1'), key)).subarray(0, 16);
}

async function derive(password: string, salt: Uint8Array, kdf: KdfParameters): Promise<Uint8Array> {
  const key = await argon2id({
    // A trailing byte, because hash-wasm refuses the empty password.
    password: concat(utf8(password.normalize('NFKC')), Uint8Array.of(0)),
    salt,
    parallelism: kdf.lanes,
    iterations: kdf.passes,
    memorySize: kdf.memoryKib,
    hashLength: 32,
    outputType: 'binary',
  });
  if (kdf.memoryKib >= MUCH_MEMORY_KIB) collectGarbage();
  return key;
}

function truncated(): WalletFileError {
  return new WalletFileError('wallet-truncated', 'The wallet file is cut short', {
    cure: 'Restore it from a backup, or recover the wallet from its words.',
  });
}

function tampered(cause?: unknown): WalletFileError {
  return new WalletFileError(
    'wallet-tampered',
    'The wallet file was changed by something else than jm-wallet',
    {
      cure: 'Restore it from a backup, or recover the wallet from its words.',
      cause,
    },
  );
}
