import test from 'ava';
import fc from 'fast-check';
import { isSizeClass } from '../../../../shared/bridge/copies.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { BackupError } from '../../../../vm-wallet/backup/backup-error.ts';
import { openBackup, sealBackup } from '../../../../vm-wallet/backup/backup-format.ts';

const KEY = new Uint8Array(32).fill(1);
const header = fc.record({
  network: fc.constantFrom('mainnet' as const, 'testnet' as const, 'signet' as const, 'regtest' as const),
  number: fc.integer({ min: 1, max: 0x7fff_ffff }),
  time: fc.integer({ min: 0, max: 2 ** 40 }),
});
const FILE = sealBackup(
  systemRandom.bytes(1000),
  { network: 'regtest', number: 1, time: 1 },
  KEY,
  systemRandom,
);

test('what is sealed opens to the same, whatever it is', (t) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 5000 }),
      header,
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (content, head, key) => {
        const file = sealBackup(content, head, key, systemRandom);
        const opened = openBackup(file, key);
        t.true(isSizeClass(file.length));
        t.deepEqual(Uint8Array.from(opened.content), content);
        t.deepEqual(opened.header, head);
      },
    ),
    { numRuns: 100 },
  );
});

/** Opens what should not open, and returns the error's code. */
function refusal(bytes: Uint8Array): string {
  try {
    openBackup(bytes, KEY);
  } catch (error) {
    if (error instanceof BackupError) return error.code;
    throw error;
  }
  return 'opened';
}

test('a flipped bit is always refused with an error of its own', (t) => {
  fc.assert(
    fc.property(fc.oneof(fc.nat({ max: 80 * 8 - 1 }), fc.nat({ max: FILE.length * 8 - 1 })), (bit) => {
      const bytes = Uint8Array.from(FILE);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const at = bit >> 3;
      const code = refusal(bytes);
      if (at < 8) t.is(code, 'backup-not-a-backup');
      else if (at === 8) t.is(code, 'backup-newer-version');
      else if (at >= 22 && at < 26) t.true(['backup-tampered', 'backup-truncated'].includes(code));
      else if (at >= 26 && at < 42) t.is(code, 'backup-other-words');
      else t.is(code, 'backup-tampered');
    }),
    { numRuns: 400 },
  );
});

test('a file cut anywhere is truncated', (t) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: FILE.length - 1 })),
      (length) => {
        t.is(refusal(FILE.subarray(0, length)), 'backup-truncated');
      },
    ),
    { numRuns: 200 },
  );
});

test('any bytes at all end in an error of ours', (t) => {
  const magic = [...FILE.subarray(0, 9)];
  fc.assert(
    fc.property(fc.boolean(), fc.uint8Array({ maxLength: 200 }), (begun, rest) => {
      t.not(refusal(Uint8Array.from(begun ? [...magic, ...rest] : rest)), 'opened');
    }),
    { numRuns: 500 },
  );
});
