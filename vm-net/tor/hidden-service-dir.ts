import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../../shared/files/durable-write.ts';
import { onionAddressOf, publicKeyIn } from './onion-address.ts';
import { TorError } from './tor-error.ts';

/** The key of an onion service that keeps its address, and the address. */
export interface PersistentService {
  /** As ADD_ONION takes it: `ED25519-V3:` and the expanded key in base64. */
  readonly key: string;
  /** 56 characters, without `.onion`. */
  readonly address: string;
}

const SECRET_FILE = 'hs_ed25519_secret_key';
const PUBLIC_FILE = 'hs_ed25519_public_key';
const HOSTNAME_FILE = 'hostname';
const HEADER_BYTES = 32;
const SECRET_BYTES = 64;
const KEY_PREFIX = 'ED25519-V3:';

/**
 * Reads a hidden service directory as Tor itself keeps it, so that an address can move between Tor's own service and one over the
 * control port. Makes the folder, with mode 0700, where there is none.
 * @returns Null while it holds no service.
 * @throws TorError `tor-key` when others may read the folder, or the files are not Tor's.
 */
export function readHiddenService(directory: string): PersistentService | null {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { mode, uid } = lstatSync(directory);
  if ((mode & 0o077) !== 0 || uid !== process.getuid?.()) {
    throw new TorError(
      'tor-key',
      `${directory} can be read by others: whoever has the key can be this directory node`,
      {
        cure: `Give it to the user that runs joinmarketd, and: chmod 700 ${directory}`,
      },
    );
  }
  const secret = readTagged(directory, SECRET_FILE, 'secret', SECRET_BYTES);
  if (secret === null) return null;
  const publicKey = readTagged(directory, PUBLIC_FILE, 'public', 32);
  if (publicKey === null)
    throw new TorError('tor-key', `${directory} has a secret key and no ${PUBLIC_FILE}`);
  return { key: KEY_PREFIX + secret.toString('base64'), address: onionAddressOf(publicKey) };
}

/**
 * Keeps a new service, durably: when this returns, its address will come back. The folder must have been read before.
 * @throws TorError `tor-key` when key and address are none, UncertainWriteError
 */
export function keepHiddenService(directory: string, { key, address }: PersistentService): void {
  const secret = Buffer.from(key.slice(KEY_PREFIX.length), 'base64');
  const publicKey = publicKeyIn(address);
  if (
    !key.startsWith(KEY_PREFIX) ||
    secret.length !== SECRET_BYTES ||
    onionAddressOf(publicKey) !== address
  ) {
    throw new TorError('tor-key', 'Tor gave a key that is none');
  }
  replaceFile(path.join(directory, PUBLIC_FILE), Buffer.concat([header('public'), publicKey]));
  replaceFile(path.join(directory, HOSTNAME_FILE), Buffer.from(`${address}.onion\n`));
  // Last: the folder counts as empty until this is there.
  replaceFile(path.join(directory, SECRET_FILE), Buffer.concat([header('secret'), secret]));
}

function readTagged(
  directory: string,
  name: string,
  kind: 'secret' | 'public',
  length: number,
): Buffer | null {
  const file = path.join(directory, name);
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new TorError('tor-key', `${file} can't be read`, { cause });
  }
  const tagged = content.subarray(0, HEADER_BYTES).equals(header(kind));
  if (!tagged || content.length !== HEADER_BYTES + length) {
    throw new TorError('tor-key', `${file} is not a key file of Tor's`, {
      cure: 'Restore it from a backup, or empty the folder: the node then has another address.',
    });
  }
  return content.subarray(HEADER_BYTES);
}

function header(kind: 'secret' | 'public'): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(`== ed25519v1-${kind}: type0 ==`, 'latin1');
  return bytes;
}
