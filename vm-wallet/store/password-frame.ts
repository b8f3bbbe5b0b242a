import { argon2id } from 'hash-wasm';
import { createHmac } from 'node:crypto';
import { concat, equalBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { collectGarbage } from './collect-garbage.ts';
import { openXChaCha, sealXChaCha } from './xchacha.ts';

/*
 * magic 8 | version 1 | kdf 1 | memory u32 | passes u32 | lanes u8 | salt 16 | body length u32 | key check 16 | nonce 24 | body
 * Everything before the body is authenticated with it.
 */
const VERSION_AT = 8;
const KDF_AT = 9;
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
const MAX_LANES = 16;
/** From here on it is worth a few milliseconds to give Argon2's memory back. */
const MUCH_MEMORY_KIB = 16 * 1024;

/** Cost of turning a password into a key (Argon2id). */
export interface KdfParameters {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** What a password is turned into a key with. */
export interface Salted {
  readonly salt: Uint8Array;
  readonly kdf: KdfParameters;
}

/** The kinds of file that a password seals, by the bytes that they begin with. */
export interface FrameKind {
  /** Eight letters. */
  readonly magic: string;
  /** The versions that can be read; the last one is written. */
  readonly versions: readonly number[];
}

/** A sealed file, looked at without its key. */
export interface Frame extends Salted {
  readonly version: number;
  readonly header: Uint8Array;
  readonly body: Uint8Array;
}

/** Why a file is no frame. */
export type FrameFault = 'foreign' | 'newer' | 'truncated' | 'tampered';

/** Takes a sealed file apart. Costs that no file of ours asks for are refused before they are paid. */
export function readFrame(file: Uint8Array, { magic, versions }: FrameKind): Frame | FrameFault {
  const start = file.subarray(0, magic.length);
  if (file.length === 0 || !equalBytes(start, utf8(magic).subarray(0, start.length))) return 'foreign';
  if (file.length < BODY_AT) return 'truncated';
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint8(VERSION_AT);
  if (!versions.includes(version) || view.getUint8(KDF_AT) !== KDF_ARGON2ID) return 'newer';
  const kdf = { memoryKib: view.getUint32(10), passes: view.getUint32(14), lanes: view.getUint8(18) };
  if (!isAffordable(kdf)) return 'tampered';
  const length = BODY_AT + view.getUint32(LENGTH_AT);
  if (file.length < length) return 'truncated';
  if (file.length > length) return 'tampered';
  const salt = file.slice(SALT_AT, LENGTH_AT);
  return { version, kdf, salt, header: file.subarray(0, BODY_AT), body: file.subarray(BODY_AT) };
}

/** Seals content under a key, with a fresh nonce. The salt and the costs are those that made the key, or what the key came from. */
export function sealFrame(
  { magic, versions }: FrameKind,
  { salt, kdf }: Salted,
  key: Uint8Array,
  content: Uint8Array,
  random: Random,
): Uint8Array {
  const header = new Uint8Array(BODY_AT);
  const view = new DataView(header.buffer);
  header.set(utf8(magic), 0);
  view.setUint8(VERSION_AT, Math.max(...versions));
  view.setUint8(KDF_AT, KDF_ARGON2ID);
  view.setUint32(10, kdf.memoryKib);
  view.setUint32(14, kdf.passes);
  view.setUint8(18, kdf.lanes);
  header.set(salt, SALT_AT);
  view.setUint32(LENGTH_AT, content.length + TAG_BYTES);
  header.set(keyCheck(key), CHECK_AT);
  header.set(random.bytes(24), NONCE_AT);
  return concat(header, sealXChaCha(key, header.subarray(NONCE_AT), header, content));
}

/** Whether the key is the one that sealed the frame. */
export function isKeyOf({ header }: Frame, key: Uint8Array): boolean {
  return equalBytes(keyCheck(key), header.subarray(CHECK_AT, NONCE_AT));
}

/** Opens a frame with its key. @throws Error when a bit of it is another one. */
export function openFrame({ header, body }: Frame, key: Uint8Array): Uint8Array {
  return openXChaCha(key, header.subarray(NONCE_AT), header, body);
}

/** Turns a password into 32 bytes. It may be typed in either form of Unicode. */
export async function stretch(password: string, { salt, kdf }: Salted): Promise<Uint8Array> {
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

/** A key for one purpose; from it neither the key that it comes from follows nor one for another purpose (RFC 5869's expand step). */
export function keyFor(purpose: string, key: Uint8Array): Uint8Array {
  const info = concat(utf8(`jm-split/${purpose}/v2`), Uint8Array.of(1));
  return Uint8Array.from(createHmac('sha256', key).update(info).digest());
}

function isAffordable({ memoryKib, passes, lanes }: KdfParameters): boolean {
  return (
    lanes >= 1 &&
    lanes <= MAX_LANES &&
    passes >= 1 &&
    memoryKib >= 8 * lanes &&
    memoryKib <= MAX_MEMORY_KIB &&
    memoryKib * passes <= MAX_WORK_KIB
  );
}

/** Tells a wrong password from a damaged body; one-way, so that it gives nothing else away. */
function keyCheck(key: Uint8Array): Uint8Array {
  return sha256(concat(utf8('jm-split/key-check/v1'), key)).subarray(0, 16);
}
