import test from 'ava';
import { execa } from 'execa';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { guardFiles } from '../../../../vm-wallet/cli/guard-process.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const modeOf = (file: string): number => statSync(file).mode & 0o777;

test('a guarded process leaves no core, opens no debugger, and makes private files under any umask', async (t) => {
  const file = path.join(temporaryFolder(t), 'made');
  const program = path.resolve(import.meta.dirname, '../../../fixtures/guarded-process.ts');
  const { stdout } = await execa(process.execPath, ['--import=tsx', program, file]);
  t.deepEqual(JSON.parse(stdout), { warning: null, listens: true, cores: ['0', '0'], inspector: null });
  t.is(modeOf(file), 0o600);
});

test('what lies open in the data directory is closed', (t) => {
  const dataDir = temporaryFolder(t);
  const wallets = path.join(dataDir, 'wallets');
  const file = path.join(wallets, 'wallet.jmw');
  mkdirSync(wallets);
  writeFileSync(file, '');
  const opened = [dataDir, wallets, file];
  for (const [at, mode] of [0o755, 0o777, 0o644].entries()) chmodSync(opened[at] ?? '', mode);
  guardFiles(dataDir);
  t.deepEqual(opened.map(modeOf), [0o700, 0o700, 0o600]);
  guardFiles(dataDir);
  t.deepEqual(opened.map(modeOf), [0o700, 0o700, 0o600]);
});

test('files of another user are refused with the cure', (t) => {
  const dataDir = temporaryFolder(t);
  mkdirSync(path.join(dataDir, 'wallets'));
  const user = statSync(dataDir).uid;
  t.notThrows(() => {
    guardFiles(dataDir, user);
  });
  const error = t.throws(
    () => {
      guardFiles(dataDir, user + 1);
    },
    { code: 'file-not-yours' },
  );
  t.regex(String(Reflect.get(error, 'cure')), /chown/u);
});

test('a data directory that is not there yet is nothing to guard', (t) => {
  t.notThrows(() => {
    guardFiles(path.join(temporaryFolder(t), 'none'));
  });
});
