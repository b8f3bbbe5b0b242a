import test from 'ava';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { makePrivateFolder, replaceFile } from '../../../../shared/files/durable-write.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

test('a file is made, and then replaced as a whole, for its owner alone', (t) => {
  const directory = temporaryFolder(t);
  const file = path.join(directory, 'wallet');
  for (const content of ['a longer first content', 'short', '']) {
    replaceFile(file, utf8(content));
    t.is(readFileSync(file, 'utf8'), content);
    t.is(statSync(file).mode & 0o777, 0o600);
    t.deepEqual(readdirSync(directory), ['wallet']);
  }
});

test('the file is another one after each write: who has the old one open keeps the old content', (t) => {
  const file = path.join(temporaryFolder(t), 'wallet');
  replaceFile(file, utf8('old'));
  const before = statSync(file).ino;
  replaceFile(file, utf8('new'));
  t.not(statSync(file).ino, before);
});

test('what an interrupted write left behind is overwritten, however long it is', (t) => {
  const directory = temporaryFolder(t);
  const file = path.join(directory, 'wallet');
  replaceFile(file, utf8('old'));
  writeFileSync(`${file}.new`, 'x'.repeat(100_000));
  replaceFile(file, utf8('new'));
  t.is(readFileSync(file, 'utf8'), 'new');
  t.deepEqual(readdirSync(directory), ['wallet']);
});

test('when the new content can not be written, the old one stays', (t) => {
  const file = path.join(temporaryFolder(t), 'wallet');
  replaceFile(file, utf8('old'));
  mkdirSync(`${file}.new`);
  t.throws(
    () => {
      replaceFile(file, utf8('new'));
    },
    { code: 'EISDIR' },
  );
  t.is(readFileSync(file, 'utf8'), 'old');
});

test('when the new file can not take the name, what has the name stays', (t) => {
  const file = path.join(temporaryFolder(t), 'wallet');
  makePrivateFolder(path.join(file, 'inside'));
  t.throws(
    () => {
      replaceFile(file, utf8('new'));
    },
    { code: 'EISDIR' },
  );
  t.true(existsSync(path.join(file, 'inside')));
});

test('a private folder can be entered by its owner alone, with the folders above it', (t) => {
  const directory = temporaryFolder(t);
  const inner = path.join(directory, 'one/two');
  makePrivateFolder(inner);
  t.is(statSync(path.join(directory, 'one')).mode & 0o777, 0o700);
  t.is(statSync(inner).mode & 0o777, 0o700);
  t.notThrows(() => {
    makePrivateFolder(inner);
  });
});
