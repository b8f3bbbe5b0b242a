import test from 'ava';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Commitment } from '../../../../shared/jm/command.ts';
import { BlacklistFile } from '../../../../vm-wallet/maker/blacklist-file.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const MAX_ENTRIES = 500_000;

function commitment(number: number): Commitment {
  return `a${number.toString(16).padStart(63, '0')}` as Commitment;
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'cmtdata/commitmentlist');
}

/** A list that some wallet left behind. */
function write(dataDir: string, content: string): void {
  mkdirSync(path.join(dataDir, 'cmtdata'));
  writeFileSync(fileIn(dataDir), content);
}

test('a commitment is on disk when add returns, for this user alone', (t) => {
  const dataDir = temporaryFolder(t);
  const list = new BlacklistFile(dataDir);
  t.false(list.has(commitment(1)));
  t.true(list.add(commitment(1)));
  t.is(readFileSync(fileIn(dataDir), 'utf8'), `${commitment(1)}\n`);
  t.true(list.has(commitment(1)));
  t.true(list.add(commitment(2)));
  t.is(readFileSync(fileIn(dataDir), 'utf8'), `${commitment(1)}\n${commitment(2)}\n`);
  t.is(statSync(fileIn(dataDir)).mode & 0o777, 0o600);
  t.is(statSync(path.dirname(fileIn(dataDir))).mode & 0o777, 0o700);
});

test('a known commitment is not written again', (t) => {
  const dataDir = temporaryFolder(t);
  const list = new BlacklistFile(dataDir);
  t.true(list.add(commitment(1)));
  t.false(list.add(commitment(1)));
  t.is(readFileSync(fileIn(dataDir), 'utf8'), `${commitment(1)}\n`);
});

test('the list outlives the process', (t) => {
  const dataDir = temporaryFolder(t);
  new BlacklistFile(dataDir).add(commitment(1));
  const again = new BlacklistFile(dataDir);
  t.true(again.has(commitment(1)));
  t.false(again.has(commitment(2)));
  t.false(again.add(commitment(1)));
});

test('upper-case hex in the file is the same commitment', (t) => {
  const dataDir = temporaryFolder(t);
  const upper = commitment(1).toUpperCase();
  t.not(upper, commitment(1));
  write(dataDir, `${upper}\n`);
  const list = new BlacklistFile(dataDir);
  t.true(list.has(commitment(1)));
  t.false(list.add(commitment(1)));
});

test('a list without a newline at its end, as the reference writes it, is read whole', (t) => {
  const dataDir = temporaryFolder(t);
  write(dataDir, `${commitment(1)}\n${commitment(2)}`);
  const list = new BlacklistFile(dataDir);
  t.true(list.has(commitment(1)) && list.has(commitment(2)));
});

test('broken lines cost themselves and no other', (t) => {
  const dataDir = temporaryFolder(t);
  const broken = [
    '',
    'P',
    `P${commitment(3)}`,
    commitment(4).slice(1),
    `${commitment(5)}0`,
    'x'.repeat(64),
    '\0',
  ];
  write(dataDir, [commitment(1), ...broken, commitment(2), ''].join('\n'));
  const list = new BlacklistFile(dataDir);
  t.true(list.has(commitment(1)) && list.has(commitment(2)));
  for (const number of [3, 4, 5]) t.false(list.has(commitment(number)), `${number}`);
  t.true(list.add(commitment(3)));
  t.true(new BlacklistFile(dataDir).has(commitment(3)));
});

test('a full list takes no more hearsay: one below its limit, and at it', (t) => {
  const dataDir = temporaryFolder(t);
  const lines = Array.from({ length: MAX_ENTRIES - 1 }, (_unused, number) => commitment(number));
  write(dataDir, `${lines.join('\n')}\n`);
  const { size } = statSync(fileIn(dataDir));
  const list = new BlacklistFile(dataDir);
  t.true(list.addHeard(commitment(MAX_ENTRIES)));
  t.is(statSync(fileIn(dataDir)).size, size + 65);
  t.false(list.addHeard(commitment(MAX_ENTRIES + 1)));
  t.false(list.has(commitment(MAX_ENTRIES + 1)));
  t.is(statSync(fileIn(dataDir)).size, size + 65);
  t.true(list.has(commitment(0)));
  // What a taker used with us is written down all the same, or its coin could probe us for ever.
  t.true(list.add(commitment(MAX_ENTRIES + 1)));
  t.true(new BlacklistFile(dataDir).has(commitment(MAX_ENTRIES + 1)));
});

test('a list without a last newline, as the reference or a cut write leaves it, goes on in a new line', (t) => {
  const dataDir = temporaryFolder(t);
  write(dataDir, `${commitment(1)}\n${commitment(2)}`);
  new BlacklistFile(dataDir).add(commitment(3));
  const again = new BlacklistFile(dataDir);
  for (const number of [1, 2, 3]) t.true(again.has(commitment(number)));
});
