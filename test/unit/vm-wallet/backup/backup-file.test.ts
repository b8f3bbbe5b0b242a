import test from 'ava';
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MAX_COPY_BYTES } from '../../../../shared/bridge/copies.ts';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { BackupError } from '../../../../vm-wallet/backup/backup-error.ts';
import { checkPlace, readBackupFile, writeBackup } from '../../../../vm-wallet/backup/backup-file.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const BACKUP = utf8('JMSPLITB and more');

test('a backup is written for its owner alone, and reads back', (t) => {
  const file = path.join(temporaryFolder(t), 'one.backup');
  checkPlace(file, false);
  writeBackup(file, BACKUP);
  t.deepEqual(readBackupFile(file), BACKUP);
  t.is(statSync(file).mode & 0o777, 0o600);
});

test('a backup is replaced only when that was asked for', (t) => {
  const file = path.join(temporaryFolder(t), 'one.backup');
  writeBackup(file, BACKUP);
  t.throws(
    () => {
      checkPlace(file, false);
    },
    { instanceOf: BackupError, code: 'backup-file-exists' },
  );
  t.notThrows(() => {
    checkPlace(file, true);
  });
});

test('nothing but a backup is ever replaced', (t) => {
  const folder = temporaryFolder(t);
  const wallet = path.join(folder, 'wallet.jmw');
  writeFileSync(wallet, 'JMSPLITW and more');
  writeFileSync(path.join(folder, 'short'), 'JMS');
  mkdirSync(path.join(folder, 'folder'));
  for (const name of ['wallet.jmw', 'short', 'folder']) {
    t.throws(
      () => {
        checkPlace(path.join(folder, name), true);
      },
      { code: 'backup-file-exists' },
      name,
    );
  }
  t.is(readFileSync(wallet, 'utf8'), 'JMSPLITW and more');
});

test('a folder that is not there is said, with a cure', (t) => {
  const file = path.join(temporaryFolder(t), 'none/one.backup');
  const error = t.throws(
    () => {
      writeBackup(file, BACKUP);
    },
    { instanceOf: BackupError, code: 'backup-not-written' },
  );
  t.regex(error.cure ?? '', /folder/u);
});

test('a file that is missing, or larger than any backup, is not read', (t) => {
  const file = path.join(temporaryFolder(t), 'large');
  t.throws(() => readBackupFile(file), { code: 'backup-file-unreadable' });
  writeFileSync(file, '');
  truncateSync(file, MAX_COPY_BYTES);
  t.is(readBackupFile(file).length, MAX_COPY_BYTES);
  truncateSync(file, MAX_COPY_BYTES + 1);
  t.throws(() => readBackupFile(file), { code: 'backup-too-large' });
});
