import test from 'ava';
import { checkClock } from '../../../../vm-wallet/doctor/clock.ts';

const BLOCK = 1_700_000_000;
const HOUR = 3600;

test('the clock may be two hours behind the newest block: under, at and over', (t) => {
  t.true(checkClock(BLOCK, BLOCK - 2 * HOUR + 1, 'mainnet').ok);
  t.true(checkClock(BLOCK, BLOCK - 2 * HOUR, 'mainnet').ok);
  t.false(checkClock(BLOCK, BLOCK - 2 * HOUR - 1, 'mainnet').ok);
  t.false(checkClock(BLOCK, BLOCK - 2 * HOUR - 1, 'regtest').ok);
});

test('the newest block may be three hours old: under, at and over, but on regtest', (t) => {
  t.true(checkClock(BLOCK, BLOCK + 3 * HOUR - 1, 'mainnet').ok);
  t.true(checkClock(BLOCK, BLOCK + 3 * HOUR, 'mainnet').ok);
  const old = checkClock(BLOCK, BLOCK + 3 * HOUR + 1, 'mainnet');
  t.false(old.ok);
  t.regex(old.says, /180 minutes old/u);
  t.true(checkClock(BLOCK, BLOCK + 30 * HOUR, 'regtest').ok);
});
