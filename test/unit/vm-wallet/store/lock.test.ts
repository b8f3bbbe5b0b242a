import test from 'ava';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ProcessGroup } from '../../../../scripts/regtest/processes.ts';
import { LockError, lockFile } from '../../../../vm-wallet/store/lock.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const processes = new ProcessGroup();
const root = path.resolve(import.meta.dirname, '../../../..');
const HOLD = `
  import { lockFile } from ${JSON.stringify(path.join(root, 'vm-wallet/store/lock.ts'))};
  lockFile(process.argv[1]);
  console.log('held');
  setInterval(() => undefined, 1_000_000);
`;

test.after.always(() => processes.stopAll());

test('a lock is held once, and names the process that holds it', (t) => {
  const file = path.join(temporaryFolder(t), 'lock');
  const lock = lockFile(file);
  t.is(readFileSync(file, 'utf8'), `${process.pid}\n`);
  t.is(statSync(file).mode & 0o777, 0o600);
  const error = t.throws(() => lockFile(file), { instanceOf: LockError, code: 'lock-held' });
  t.true(error.message.endsWith(`in use by process ${process.pid}`));
  // The refused attempt neither takes the lock away nor renames its holder.
  t.is(readFileSync(file, 'utf8'), `${process.pid}\n`);
  t.throws(() => lockFile(file), { code: 'lock-held' });
  lock.release();
});

test('a lock that was given back names nobody and can be taken again', (t) => {
  const file = path.join(temporaryFolder(t), 'lock');
  lockFile(file).release();
  t.is(readFileSync(file, 'utf8'), '');
  const again = lockFile(file);
  t.throws(() => lockFile(file), { code: 'lock-held' });
  again.release();
});

test('a longer process id of an earlier holder leaves no digits behind', (t) => {
  const file = path.join(temporaryFolder(t), 'lock');
  writeFileSync(file, '123456789012\n');
  const lock = lockFile(file);
  t.is(readFileSync(file, 'utf8'), `${process.pid}\n`);
  lock.release();
});

test('the lock of another process is named while it lives, and taken over when it was killed', async (t) => {
  const file = path.join(temporaryFolder(t), 'lock');
  const command = [process.execPath, '--import=tsx', '--input-type=module', '-e', HOLD, file];
  const holder = processes.start(command, { cwd: root });
  await holder.waitForLine((line) => line === 'held', 'it held the lock');
  const error = t.throws(() => lockFile(file), { instanceOf: LockError, code: 'lock-held' });
  t.true(error.message.endsWith(`in use by process ${holder.pid}`));
  holder.signal('SIGKILL');
  t.is(await holder.exited, null);
  // The dead process could not clean up: its id still stands in the file.
  t.is(readFileSync(file, 'utf8'), `${holder.pid}\n`);
  const lock = lockFile(file);
  t.is(readFileSync(file, 'utf8'), `${process.pid}\n`);
  lock.release();
});

test('without flock there is no lock, and no claim that another holds it', (t) => {
  const file = path.join(temporaryFolder(t), 'lock');
  const before = process.env['PATH'];
  process.env['PATH'] = temporaryFolder(t);
  try {
    const error = t.throws(() => lockFile(file), { instanceOf: LockError, code: 'lock-unavailable' });
    t.regex(String(Reflect.get(error, 'cure')), /util-linux/u);
  } finally {
    process.env['PATH'] = before;
  }
  lockFile(file).release();
});
