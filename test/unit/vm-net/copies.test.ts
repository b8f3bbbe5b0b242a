import test, { type ExecutionContext } from 'ava';
import { mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  copyName,
  MAX_COPIES,
  MAX_COPY_BYTES,
  MAX_COPY_NAMES,
  MIN_COPY_BYTES,
  type CopyName,
} from '../../../shared/bridge/copies.ts';
import { equalBytes } from '../../../shared/crypto/bytes.ts';
import { CopyError, CopyFolder } from '../../../vm-net/copies.ts';
import { temporaryFolder } from '../../fixtures/wallet-file.ts';

const NAME = nameOf(1);

function nameOf(number: number): CopyName {
  return copyName(number.toString(16).padStart(32, '0'));
}

function bytesOf(fill: number, size = MIN_COPY_BYTES): Uint8Array {
  return new Uint8Array(size).fill(fill);
}

function isFilledWith(bytes: Uint8Array | null, fill: number): boolean {
  return bytes !== null && equalBytes(bytes, bytesOf(fill));
}

function newFolder(t: ExecutionContext): { readonly folder: string; readonly copies: CopyFolder } {
  const folder = path.join(temporaryFolder(t), 'copies');
  return { folder, copies: new CopyFolder(folder) };
}

test('a copy comes back as it was, in another process too, and only its owner can read it', async (t) => {
  const { folder, copies } = newFolder(t);
  await copies.saveCopy(NAME, 7, bytesOf(1));
  t.true(isFilledWith(await new CopyFolder(folder).copy(NAME, 7), 1));
  t.deepEqual(await new CopyFolder(folder).copies(NAME), [7]);
  t.is(statSync(folder).mode & 0o777, 0o700);
  t.is(statSync(path.join(folder, NAME)).mode & 0o777, 0o700);
  t.is(statSync(path.join(folder, NAME, '7.copy')).mode & 0o777, 0o600);
});

test('what is not there is not there', async (t) => {
  const { copies } = newFolder(t);
  t.deepEqual(await copies.copies(NAME), []);
  t.is(await copies.copy(NAME, 1), null);
  await copies.saveCopy(NAME, 1, bytesOf(1));
  t.is(await copies.copy(NAME, 2), null);
  t.deepEqual(await copies.copies(nameOf(2)), []);
});

test('the same copy once more changes nothing; another one of its number is refused', async (t) => {
  const { copies } = newFolder(t);
  await copies.saveCopy(NAME, 1, bytesOf(1));
  await copies.saveCopy(NAME, 1, bytesOf(1));
  await t.throwsAsync(copies.saveCopy(NAME, 1, bytesOf(2)), { instanceOf: CopyError, code: 'copy-exists' });
  t.true(isFilledWith(await copies.copy(NAME, 1), 1));
});

test('a copy older than the newest is refused', async (t) => {
  const { copies } = newFolder(t);
  await copies.saveCopy(NAME, 5, bytesOf(1));
  await t.throwsAsync(copies.saveCopy(NAME, 4, bytesOf(2)), { code: 'copy-number-old' });
  await copies.saveCopy(NAME, 6, bytesOf(2));
  t.deepEqual(await copies.copies(NAME), [5, 6]);
});

test('the oldest of too many goes', async (t) => {
  const { copies } = newFolder(t);
  for (let number = 1; number <= MAX_COPIES; number += 1)
    await copies.saveCopy(NAME, number, bytesOf(number));
  t.is((await copies.copies(NAME))[0], 1);
  await copies.saveCopy(NAME, 100, bytesOf(1));
  const kept = await copies.copies(NAME);
  t.is(kept.length, MAX_COPIES);
  t.deepEqual([kept[0], kept.at(-1)], [2, 100]);
});

test('as many wallets as there is room for, and one more', async (t) => {
  const { copies } = newFolder(t);
  for (let wallet = 1; wallet <= MAX_COPY_NAMES; wallet += 1) {
    await copies.saveCopy(nameOf(wallet), 1, bytesOf(1));
  }
  await t.throwsAsync(copies.saveCopy(nameOf(99), 1, bytesOf(1)), { code: 'copy-too-many-names' });
  await t.notThrowsAsync(copies.saveCopy(NAME, 2, bytesOf(1)));
});

test('only size classes are taken', async (t) => {
  const { copies } = newFolder(t);
  for (const size of [
    0,
    MIN_COPY_BYTES - 1,
    MIN_COPY_BYTES + 1,
    MAX_COPY_BYTES - 1,
    MAX_COPY_BYTES + 1,
    2 * MAX_COPY_BYTES,
  ]) {
    await t.throwsAsync(copies.saveCopy(NAME, 1, bytesOf(1, size)), { code: 'copy-size' }, String(size));
  }
  await copies.saveCopy(NAME, 1, bytesOf(1, MIN_COPY_BYTES));
  await copies.saveCopy(NAME, 2, bytesOf(1, MAX_COPY_BYTES));
  t.is((await copies.copy(NAME, 2))?.length, MAX_COPY_BYTES);
});

test('other files in the folder are none of its business', async (t) => {
  const { folder, copies } = newFolder(t);
  await copies.saveCopy(NAME, 3, bytesOf(1));
  for (const name of ['4.copy.new', '05.copy', '0.copy', '9999999999.copy', 'x.copy', '7.txt']) {
    writeFileSync(path.join(folder, NAME, name), '');
  }
  mkdirSync(path.join(folder, 'lost+found'));
  t.deepEqual(await copies.copies(NAME), [3]);
  await copies.saveCopy(NAME, 4, bytesOf(1));
  t.deepEqual(await copies.copies(NAME), [3, 4]);
});

test('a copy that the disk damaged is not passed on as one', async (t) => {
  const { folder, copies } = newFolder(t);
  await copies.saveCopy(NAME, 3, bytesOf(1));
  truncateSync(path.join(folder, NAME, '3.copy'), 100);
  await t.throwsAsync(copies.copy(NAME, 3), { code: 'copy-not-kept' });
});

test('a disk that can not be written to is said, with a cure', async (t) => {
  const folder = path.join(temporaryFolder(t), 'in-the-way');
  writeFileSync(folder, '');
  const saving = new CopyFolder(folder).saveCopy(NAME, 1, bytesOf(1));
  const error = await t.throwsAsync(saving, { instanceOf: CopyError, code: 'copy-not-kept' });
  t.true(error.cure?.includes(folder));
});

test('one too many, left by a crash, is not shown, and goes with the next', async (t) => {
  const { folder, copies } = newFolder(t);
  for (let number = 1; number <= MAX_COPIES; number += 1) await copies.saveCopy(NAME, number, bytesOf(1));
  writeFileSync(path.join(folder, NAME, '11.copy'), bytesOf(1));
  t.is((await copies.copies(NAME)).length, MAX_COPIES);
  await copies.saveCopy(NAME, 12, bytesOf(1));
  t.is(readdirSync(path.join(folder, NAME)).length, MAX_COPIES);
});
