import test from 'ava';
import { deflateRawSync } from 'node:zlib';
import { MAX_COPY_BYTES, MIN_COPY_BYTES } from '../../../../shared/bridge/copies.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { BackupError } from '../../../../vm-wallet/backup/backup-error.ts';
import {
  looksLikeBackup,
  MAX_CONTENT_BYTES,
  openBackup,
  sealBackup,
  type BackupHeader,
} from '../../../../vm-wallet/backup/backup-format.ts';

const KEY = new Uint8Array(32).fill(7);
const HEADER: BackupHeader = { network: 'signet', number: 258, time: 1_700_000_000 };
const CONTENT = utf8('what a wallet must not forget');
/** Bytes of a file that are neither content nor padding: header, length of the content, tag. */
const OVERHEAD = 66 + 4 + 16;

function seal(content: Uint8Array = CONTENT, header: BackupHeader = HEADER): Uint8Array {
  return sealBackup(content, header, KEY, systemRandom);
}

function changed(file: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(file);
  copy[at] = value;
  return copy;
}

/** Random content whose deflated form fills its size class, less some bytes. */
function fillingContent(size: number, spare: number): Uint8Array {
  const room = size - OVERHEAD - spare;
  const bytes = systemRandom.bytes(room);
  // Random bytes do not deflate: each one less makes the result one less.
  for (let length = room; ;) {
    const over = deflateRawSync(bytes.subarray(0, length), { level: 9 }).length - room;
    if (over === 0) return bytes.subarray(0, length);
    length -= over;
  }
}

test('a backup gives back what was put in, and its header', (t) => {
  for (const network of ['mainnet', 'testnet', 'signet', 'regtest'] as const) {
    const header = { network, number: 0xffff_ffff, time: 5_000_000_000 };
    const { header: read, content } = openBackup(seal(CONTENT, header), KEY);
    t.deepEqual(read, header);
    t.deepEqual(Uint8Array.from(content), CONTENT);
  }
});

test('the size tells only the class, and two backups of the same have nothing secret in common', (t) => {
  const [one, other] = [seal(), seal()];
  t.is(one.length, MIN_COPY_BYTES);
  t.is(seal(systemRandom.bytes(100_000)).length, 2 * MIN_COPY_BYTES);
  t.notDeepEqual(one.subarray(42), other.subarray(42));
  const text = Buffer.from(one).toString('latin1');
  t.false(text.includes('must not forget'));
});

test('content that just fits its class, and one byte more', (t) => {
  t.is(seal(fillingContent(MIN_COPY_BYTES, 0)).length, MIN_COPY_BYTES);
  t.is(seal(fillingContent(MIN_COPY_BYTES, -1)).length, 2 * MIN_COPY_BYTES);
  t.is(seal(fillingContent(MAX_COPY_BYTES, 0)).length, MAX_COPY_BYTES);
  t.throws(() => seal(fillingContent(MAX_COPY_BYTES, -1)), {
    instanceOf: BackupError,
    code: 'backup-too-large',
  });
});

test('content is inflated up to its limit and no further', (t) => {
  t.is(openBackup(seal(new Uint8Array(MAX_CONTENT_BYTES)), KEY).content.length, MAX_CONTENT_BYTES);
  t.throws(() => seal(new Uint8Array(MAX_CONTENT_BYTES + 1)), { code: 'backup-too-large' });
});

test('each way of being unusable has its own name', (t) => {
  const file = seal();
  const codeOf = (bytes: Uint8Array, key = KEY): string => {
    const error = t.throws(() => openBackup(bytes, key), { instanceOf: BackupError });
    t.truthy(error.cure);
    return error.code;
  };
  t.is(codeOf(new Uint8Array(0)), 'backup-not-a-backup');
  t.is(codeOf(utf8('JMSPLITW and more')), 'backup-not-a-backup');
  t.is(codeOf(changed(file, 8, 2)), 'backup-newer-version');
  t.is(codeOf(file.subarray(0, 5)), 'backup-truncated');
  t.is(codeOf(file.subarray(0, 65)), 'backup-truncated');
  t.is(codeOf(file.subarray(0, -1)), 'backup-truncated');
  t.is(codeOf(new Uint8Array(Buffer.concat([file, Buffer.alloc(1)]))), 'backup-tampered');
  t.is(codeOf(file, new Uint8Array(32)), 'backup-other-words');
  t.is(codeOf(new Uint8Array(MAX_COPY_BYTES + 1)), 'backup-too-large');
});

test('a byte changed anywhere behind the key check is noticed, and so is one in the header', (t) => {
  const file = seal();
  const places = [9, 10, 13, 14, 21, 42, 65, 66, 70, 30_000, file.length - 17, file.length - 1];
  for (const at of places) {
    const bytes = changed(file, at, (file[at] ?? 0) ^ 1);
    t.throws(() => openBackup(bytes, KEY), { code: 'backup-tampered' }, `byte ${at}`);
  }
});

test('a backup is known by its first bytes', (t) => {
  t.true(looksLikeBackup(seal()));
  t.false(looksLikeBackup(utf8('JMSPLITW')));
  t.false(looksLikeBackup(new Uint8Array(0)));
});
