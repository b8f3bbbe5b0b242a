import { argon2i } from '@noble/hashes/argon2.js';
import { argon2i as fastArgon2i } from 'hash-wasm';
import { createDecipheriv } from 'node:crypto';
import { equalBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { JmError } from '../../shared/errors.ts';
import { parseBencode, type Bencoded } from './bencode.ts';

/** Why a wallet file of joinmarket-clientserver can't be read. */
export class JmdatError extends JmError<
  'jmdat-not-a-wallet' | 'jmdat-password-needed' | 'password-wrong' | 'jmdat-damaged'
> {}

const PLAIN = utf8('JMWALLET');
const ENCRYPTED = utf8('JMENCWLT');
const BLOCK = 16;
/** The reference always writes 16. */
const SALT_BYTES = 16;
/** Fixed in the reference, not written in the file (protocol/wallet.md §3). */
const KDF = { passes: 500, memoryKib: 1000, lanes: 4, bytes: 32 };

/**
 * The dictionary inside a `.jmdat` file.
 * @param password Null for a file that is not encrypted.
 * @throws JmdatError, BencodeError
 */
export async function openJmdat(
  file: Uint8Array,
  password: string | null,
): Promise<ReadonlyMap<string, Bencoded>> {
  const magic = file.subarray(0, PLAIN.length);
  if (equalBytes(magic, PLAIN)) return dictionary(parseBencode(file.subarray(PLAIN.length)));
  if (!equalBytes(magic, ENCRYPTED)) {
    throw new JmdatError('jmdat-not-a-wallet', 'This file is not a JoinMarket wallet', {
      cure: 'Give the .jmdat file of joinmarket-clientserver.',
    });
  }
  if (password === null) throw new JmdatError('jmdat-password-needed', 'This wallet is encrypted');
  const outer = dictionary(parseBencode(file.subarray(ENCRYPTED.length)));
  const parameters = dictionary(outer.get('enc'));
  const salt = bytesOf(parameters.get('salt'));
  if (salt.length !== SALT_BYTES) throw damaged();
  const key = await jmdatKey(password, salt);
  const plain = decrypt(bytesOf(outer.get('data')), key, bytesOf(parameters.get('iv')));
  if (!equalBytes(plain.subarray(0, PLAIN.length), PLAIN)) {
    throw new JmdatError('password-wrong', 'The password is wrong', { cure: 'Type it again.' });
  }
  return dictionary(parseBencode(plain.subarray(PLAIN.length)));
}

/** Argon2i as the reference calls it. hash-wasm refuses the empty password, which the reference takes. */
export async function jmdatKey(password: string, salt: Uint8Array): Promise<Uint8Array> {
  const { passes, memoryKib, lanes, bytes } = KDF;
  if (password === '') {
    return argon2i(utf8(password), salt, { t: passes, m: memoryKib, p: lanes, dkLen: bytes });
  }
  return fastArgon2i({
    password,
    salt,
    iterations: passes,
    memorySize: memoryKib,
    parallelism: lanes,
    hashLength: bytes,
    outputType: 'binary',
  });
}

/** AES-256-CBC; a plaintext of whole blocks was written without padding, and any other with PKCS#7. */
function decrypt(data: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  if (data.length === 0 || data.length % BLOCK !== 0 || iv.length !== BLOCK) throw damaged();
  const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const plain = Uint8Array.from(Buffer.concat([cipher.update(data), cipher.final()]));
  const padding = plain[plain.length - 1] ?? 0;
  const tail = plain.subarray(plain.length - padding);
  const isPadded = padding >= 1 && padding <= BLOCK && tail.every((byte) => byte === padding);
  return isPadded ? plain.subarray(0, plain.length - padding) : plain;
}

function dictionary(value: Bencoded | undefined): ReadonlyMap<string, Bencoded> {
  if (value instanceof Map) return value;
  throw damaged();
}

function bytesOf(value: Bencoded | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw damaged();
}

function damaged(): JmdatError {
  return new JmdatError('jmdat-damaged', 'The wallet file is damaged', {
    cure: 'Use a backup, or the words.',
  });
}
