import test from 'ava';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { claimNick, ownNicks } from '../../../../vm-wallet/maker/own-nicks.ts';
import { makerNick } from '../../../fixtures/offers.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const A = makerNick(1);
const B = makerNick(2);

test('takers and makers of a data directory know each other’s nicks, for as long as they run', (t) => {
  const dataDir = temporaryFolder(t);
  t.deepEqual(ownNicks(dataDir), new Set());
  const giveBack = claimNick(dataDir, 'maker', path.join(dataDir, 'wallets/one.jmw'), A);
  claimNick(dataDir, 'taker', path.join(dataDir, 'wallets/two.jmw'), B);
  t.deepEqual([...ownNicks(dataDir)].sort(), [A, B].sort());
  giveBack();
  t.deepEqual(ownNicks(dataDir), new Set([B]));
  giveBack();
});

test('a wallet has one nick a role: what a killed process left is written over', (t) => {
  const dataDir = temporaryFolder(t);
  claimNick(dataDir, 'maker', '/w/one.jmw', A);
  claimNick(dataDir, 'maker', '/w/one.jmw', B);
  t.deepEqual(ownNicks(dataDir), new Set([B]));
  claimNick(dataDir, 'taker', '/w/one.jmw', A);
  t.deepEqual([...ownNicks(dataDir)].sort(), [A, B].sort());
});

test('the files are for the owner alone', (t) => {
  const dataDir = temporaryFolder(t);
  claimNick(dataDir, 'maker', '/w/one.jmw', A);
  const folder = path.join(dataDir, 'state');
  t.is(statSync(folder).mode & 0o777, 0o700);
  t.deepEqual(readdirSync(folder), ['maker-one.nick']);
  t.is(statSync(path.join(folder, 'maker-one.nick')).mode & 0o777, 0o600);
});

test('what is no nick is passed over', (t) => {
  const dataDir = temporaryFolder(t);
  claimNick(dataDir, 'maker', '/w/one.jmw', A);
  const folder = path.join(dataDir, 'state');
  writeFileSync(path.join(folder, 'broken.nick'), 'J5\u0000');
  writeFileSync(path.join(folder, 'long.nick'), `${B}${' '.repeat(100)}and more`);
  writeFileSync(path.join(folder, 'other.txt'), B);
  mkdirSync(path.join(folder, 'folder.nick'));
  t.deepEqual([...ownNicks(dataDir)].sort(), [A, B].sort());
});
