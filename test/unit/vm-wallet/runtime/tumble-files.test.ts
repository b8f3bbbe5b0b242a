import test from 'ava';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openTumbleLog } from '../../../../vm-wallet/runtime/tumble-log.ts';
import { dropWish, leaveWish, readWish } from '../../../../vm-wallet/runtime/tumble-wish.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

test('a wish is read until it is dropped', (t) => {
  const wallet = path.join(temporaryFolder(t), 'wallet.jmw');
  t.is(readWish(wallet), null);
  leaveWish(wallet, 'pause');
  t.is(readWish(wallet), 'pause');
  leaveWish(wallet, 'cancel');
  t.is(readWish(wallet), 'cancel');
  t.is(statSync(`${wallet}.tumble-wish`).mode & 0o777, 0o600);
  dropWish(wallet);
  dropWish(wallet);
  t.is(readWish(wallet), null);
  writeFileSync(`${wallet}.tumble-wish`, 'spend');
  t.is(readWish(wallet), null);
});

test('the log has a time on each line, and only its owner reads it', (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'tumble.log');
  writeFileSync(file, '', { mode: 0o644 });
  const log = openTumbleLog(folder, () => 0);
  log('one');
  log('two\nof it');
  t.is(readFileSync(file, 'utf8'), '1970-01-01 00:00:00 one\n1970-01-01 00:00:00 two\n  of it\n');
  t.is(statSync(file).mode & 0o777, 0o600);
});
