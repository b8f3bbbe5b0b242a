import test from 'ava';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES, readBoundedFile, ReadFileError } from '../../../../vm-wallet/import/read-file.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

test('a file is read up to the limit, and not over it', (t) => {
  const file = path.join(temporaryFolder(t), 'file');
  writeFileSync(file, 'abcd');
  t.is(Buffer.from(readBoundedFile(file, 4)).toString(), 'abcd');
  t.is(Buffer.from(readBoundedFile(file, 5)).toString(), 'abcd');
  t.throws(() => readBoundedFile(file, 3), { instanceOf: ReadFileError, code: 'file-too-large' });
});

test('the limit is 64 MiB', (t) => {
  const file = path.join(temporaryFolder(t), 'large');
  writeFileSync(file, '');
  t.is(MAX_FILE_BYTES, 67_108_864);
  truncateSync(file, MAX_FILE_BYTES + 1);
  t.throws(() => readBoundedFile(file), { code: 'file-too-large', message: /64 MiB/u });
});

test('what is missing or no file is named', (t) => {
  const folder = temporaryFolder(t);
  for (const name of [path.join(folder, 'missing'), folder]) {
    const error = t.throws(() => readBoundedFile(name), {
      instanceOf: ReadFileError,
      code: 'file-unreadable',
    });
    t.true(error.message.includes(name));
  }
});
