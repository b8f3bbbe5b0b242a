import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Network } from '../../shared/bitcoin/network.ts';
import { isSizeClass, MAX_COPY_BYTES, sizeClassOf } from '../../shared/bridge/copies.ts';
import { concat, equalBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { openXChaCha, sealXChaCha } from '../store/xchacha.ts';
import { BackupError } from './backup-error.ts';

/** What stands in the clear before a backup's body, and is authenticated with it. */
export interface BackupHeader {
  readonly network: Network;
  /** 1 for a wallet's first backup. */
  readonly number: number;
  /** Unix seconds. */
  readonly time: number;
}

/*
 * magic 8 | version 1 | network 1 | number u32 | time u64 | length of the file u32 | key check 16 | nonce 24 | body
 * The body is sealed: length of the content u32 | content, deflated (RFC 1951) | zeros up to the size class of the file.
 */
const MAGIC = utf8('JMSPLITB');
const VERSION = 1;
const VERSION_AT = 8;
const NETWORK_AT = 9;
const NUMBER_AT = 10;
const TIME_AT = 14;
const LENGTH_AT = 22;
const CHECK_AT = 26;
const NONCE_AT = 42;
const BODY_AT = 66;
const TAG_BYTES = 16;
const PREFIX_BYTES = 4;
/** Networks by the number that stands for them. */
const NETWORK_CODES: readonly Network[] = ['mainnet', 'testnet', 'signet', 'regtest'];
/** What a backup may become when it is inflated. */
export const MAX_CONTENT_BYTES = 64 * 1024 * 1024;

/** True for the start of a backup, of whatever wallet and version. */
export function looksLikeBackup(start: Uint8Array): boolean {
  return equalBytes(start.subarray(0, MAGIC.length), MAGIC);
}

/**
 * Seals content into a file whose size is a power of two from 64 KiB to 4 MiB.
 * @throws BackupError `backup-too-large`
 */
export function sealBackup(
  content: Uint8Array,
  header: BackupHeader,
  key: Uint8Array,
  random: Random,
): Uint8Array {
  if (content.length > MAX_CONTENT_BYTES) throw tooLarge();
  const deflated = deflateRawSync(content, { level: 9 });
  const size = sizeClassOf(BODY_AT + PREFIX_BYTES + deflated.length + TAG_BYTES);
  if (size === null) throw tooLarge();
  const head = new Uint8Array(BODY_AT);
  const view = new DataView(head.buffer);
  head.set(MAGIC, 0);
  view.setUint8(VERSION_AT, VERSION);
  view.setUint8(NETWORK_AT, NETWORK_CODES.indexOf(header.network));
  view.setUint32(NUMBER_AT, header.number);
  view.setBigUint64(TIME_AT, BigInt(header.time));
  view.setUint32(LENGTH_AT, size);
  head.set(keyCheck(key), CHECK_AT);
  head.set(random.bytes(24), NONCE_AT);
  const body = new Uint8Array(size - BODY_AT - TAG_BYTES);
  new DataView(body.buffer).setUint32(0, deflated.length);
  body.set(deflated, PREFIX_BYTES);
  return concat(head, sealXChaCha(key, head.subarray(NONCE_AT), head, body));
}

/**
 * Opens a backup.
 * @throws BackupError that tells apart: too large, not a backup, of a newer version, truncated, made with other words, changed.
 */
export function openBackup(
  file: Uint8Array,
  key: Uint8Array,
): { readonly header: BackupHeader; readonly content: Uint8Array } {
  checkFrame(file);
  if (!equalBytes(keyCheck(key), file.subarray(CHECK_AT, NONCE_AT))) {
    throw new BackupError('backup-other-words', 'This backup was made with other words', {
      cure: 'Compare the words with your note, and give --extension if there is one.',
    });
  }
  const head = file.subarray(0, BODY_AT);
  let body: Uint8Array;
  try {
    body = openXChaCha(key, head.subarray(NONCE_AT), head, file.subarray(BODY_AT));
  } catch (cause) {
    throw tampered(cause);
  }
  return { header: headerOf(head), content: inflated(body) };
}

/** Everything that can be said of a file without the key. */
function checkFrame(file: Uint8Array): void {
  if (file.length > MAX_COPY_BYTES) throw tooLarge();
  const magic = file.subarray(0, MAGIC.length);
  if (file.length === 0 || !equalBytes(magic, MAGIC.subarray(0, magic.length))) {
    throw new BackupError('backup-not-a-backup', 'This file is not a backup of jm-wallet', {
      cure: 'Check the name of the file. A wallet file (.jmw) is opened with --wallet.',
    });
  }
  if (file.length > VERSION_AT && file[VERSION_AT] !== VERSION) {
    throw new BackupError('backup-newer-version', 'This backup was written by a newer version of jm-wallet', {
      cure: 'Use that version, or a newer one.',
    });
  }
  if (file.length < BODY_AT) throw truncated();
  const length = viewOf(file).getUint32(LENGTH_AT);
  if (!isSizeClass(length) || file.length > length) throw tampered();
  if (file.length < length) throw truncated();
}

function headerOf(head: Uint8Array): BackupHeader {
  const view = viewOf(head);
  const network = NETWORK_CODES[view.getUint8(NETWORK_AT)];
  if (network === undefined) throw tampered();
  return { network, number: view.getUint32(NUMBER_AT), time: Number(view.getBigUint64(TIME_AT)) };
}

function inflated(body: Uint8Array): Uint8Array {
  const length = viewOf(body).getUint32(0);
  if (length > body.length - PREFIX_BYTES) throw tampered();
  try {
    return inflateRawSync(body.subarray(PREFIX_BYTES, PREFIX_BYTES + length), {
      maxOutputLength: MAX_CONTENT_BYTES,
    });
  } catch (cause) {
    throw cause instanceof RangeError ? tooLarge(cause) : tampered(cause);
  }
}

/** Tells other words from a damaged body; one-way, so that it gives nothing else away. */
function keyCheck(key: Uint8Array): Uint8Array {
  return sha256(concat(utf8('jm-split/backup/key-check/v1'), key)).subarray(0, 16);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function truncated(): BackupError {
  return new BackupError('backup-truncated', 'The backup is cut short', {
    cure: 'Copy it again from where it was kept, or take an older one.',
  });
}

function tampered(cause?: unknown): BackupError {
  return new BackupError('backup-tampered', 'The backup was changed after it was made', {
    cure: 'Copy it again from where it was kept, or take an older one.',
    cause,
  });
}

function tooLarge(cause?: unknown): BackupError {
  return new BackupError('backup-too-large', 'A backup has at most 4 MiB, and 64 MiB when it is opened', {
    cure: 'Check the name of the file. A wallet that has outgrown this: copy its file (.jmw) instead.',
    cause,
  });
}
