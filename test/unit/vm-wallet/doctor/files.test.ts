import test from 'ava';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkFiles } from '../../../../vm-wallet/doctor/files.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const me = process.getuid?.() ?? 0;

test('private files of this user pass, with how many wallets there are', (t) => {
  const dataDir = temporaryFolder(t);
  t.true(checkFiles(dataDir, me).ok);
  t.true(checkFiles(path.join(dataDir, 'none'), me).ok);
  const wallets = path.join(dataDir, 'wallets');
  mkdirSync(wallets, { mode: 0o700 });
  writeFileSync(path.join(wallets, 'one.jmw'), '', { mode: 0o600 });
  t.deepEqual(checkFiles(dataDir, me), {
    subject: 'wallet files',
    ok: true,
    says: `1 in ${wallets}, private`,
    cure: null,
  });
});

test('what others can read, or what is theirs, is named with its cure', (t) => {
  const dataDir = temporaryFolder(t);
  const wallets = path.join(dataDir, 'wallets');
  const file = path.join(wallets, 'one.jmw');
  mkdirSync(wallets, { mode: 0o700 });
  writeFileSync(file, '', { mode: 0o600 });
  for (const mode of [0o640, 0o604, 0o620]) {
    chmodSync(file, mode);
    const found = checkFiles(dataDir, me);
    t.false(found.ok);
    t.true(found.says.startsWith(file));
    t.regex(found.cure ?? '', /chmod/u);
  }
  chmodSync(file, 0o600);
  chmodSync(wallets, 0o750);
  t.false(checkFiles(dataDir, me).ok);
  chmodSync(wallets, 0o700);
  t.regex(checkFiles(dataDir, me + 1).cure ?? '', /chown/u);
});
