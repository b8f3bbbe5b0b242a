import test from 'ava';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import type { KeyPath } from '../../../../vm-wallet/coins/coin.ts';
import { deriveAhead, scriptIndex, WatchList } from '../../../../vm-wallet/chain/watch-list.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';

/** Months that a bond can be locked to. */
const BONDS = 960;

test('watches every branch as far as the look-ahead, and derives each script once', (t) => {
  const keys = testKeys();
  const derived: KeyPath[] = [];
  const source = {
    addressAt: (path: KeyPath) => keys.addressAt(path),
    scriptAt: (path: KeyPath) => {
      derived.push(path);
      return keys.scriptAt(path);
    },
  };
  const list = new WatchList(source, 3);
  t.is(list.widen(emptyState()).length, 5 * 2 * 3 + BONDS);
  t.deepEqual(list.widen(emptyState()), []);

  const fresh = list.widen(emptyState({ nextIndex: { '1/0': 2 } }));
  const expected = [3, 4].map((index) => ({ mixdepth: 1, branch: 0, index }));
  t.deepEqual(
    fresh,
    expected.map((path) => keys.scriptAt(path)),
  );
  t.is(derived.length, 32 + BONDS);
  t.is(list.scripts.length, 32 + BONDS);
  t.deepEqual(
    expected.map((path) => list.index.get(toHex(keys.scriptAt(path)))),
    expected,
  );
});

test('a list never shrinks', (t) => {
  const list = new WatchList(testKeys(), 3);
  list.widen(emptyState({ nextIndex: { '0/0': 9 } }));
  t.deepEqual(list.widen(emptyState()), []);
  t.is(list.scripts.length, 39 + BONDS);
});

test('the addresses of the next rounds are derived before them', (t) => {
  const keys = testKeys();
  const derived = new Set<string>();
  const source = {
    addressAt: (path: KeyPath) => keys.addressAt(path),
    scriptAt: (path: KeyPath) => {
      derived.add(`${path.mixdepth}/${path.branch}/${path.index}`);
      return keys.scriptAt(path);
    },
  };
  deriveAhead({ state: emptyState() }, source);
  const before = new Set(derived);
  scriptIndex({ state: emptyState({ nextIndex: { '2/1': 10 } }) }, source);
  t.deepEqual(derived, before);
  scriptIndex({ state: emptyState({ nextIndex: { '2/1': 11 } }) }, source);
  t.deepEqual(
    [...derived].filter((path) => !before.has(path)),
    ['2/1/40'],
  );
});
