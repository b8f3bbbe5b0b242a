import test from 'ava';
import { DUST_SATS, FREEZE_ALL, reasonToFreeze } from '../../../../vm-wallet/chain/reuse-policy.ts';

const REUSE = 'frozen: address reuse';
const DUST = 'frozen: dust';

test('by default all is frozen that comes to an emptied address', (t) => {
  t.is(reasonToFreeze('emptied', 1n, FREEZE_ALL), REUSE);
  t.is(reasonToFreeze('emptied', 2_100_000_000_000_000n, FREEZE_ALL), REUSE);
});

test('a limit freezes up to it', (t) => {
  t.is(reasonToFreeze('emptied', 9999n, 10_000), REUSE);
  t.is(reasonToFreeze('emptied', 10_000n, 10_000), REUSE);
  t.is(reasonToFreeze('emptied', 10_001n, 10_000), null);
});

test('zero freezes nothing', (t) => {
  t.is(reasonToFreeze('emptied', 1n, 0), null);
  t.is(reasonToFreeze('funded', 1n, 0), null);
});

test('dust is frozen on an address that still holds coins, more is not', (t) => {
  t.is(DUST_SATS, 546n);
  t.is(reasonToFreeze('funded', 545n, FREEZE_ALL), DUST);
  t.is(reasonToFreeze('funded', 546n, FREEZE_ALL), DUST);
  t.is(reasonToFreeze('funded', 547n, FREEZE_ALL), null);
});

test('a limit below dust holds for dust as well', (t) => {
  t.is(reasonToFreeze('funded', 100n, 100), DUST);
  t.is(reasonToFreeze('funded', 101n, 100), null);
});

test('nothing is frozen on a new address, not even dust', (t) => {
  t.is(reasonToFreeze('new', 1n, FREEZE_ALL), null);
});
