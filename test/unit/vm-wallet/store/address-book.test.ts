import test from 'ava';
import path from 'node:path';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import {
  EXTERNAL,
  INTERNAL,
  issueAddress,
  issueAddresses,
  markUsed,
  watchedPaths,
  takeBackUnseen,
} from '../../../../vm-wallet/store/address-book.ts';
import { WalletStore } from '../../../../vm-wallet/store/wallet-store.ts';
import { formatKeyPath, TIMELOCKED } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { createTestStore, PASSWORD, storedCoin, temporaryFolder } from '../../../fixtures/wallet-file.ts';

const keys = testKeys();
const deposit = { mixdepth: 0, branch: EXTERNAL, purpose: 'deposit', now: 7 } as const;
const change = { mixdepth: 0, branch: INTERNAL, purpose: 'change', now: 7 } as const;

test('addresses come in order, and are recorded with who saw them and when', (t) => {
  const state = emptyState();
  const first = issueAddress(state, keys, { ...deposit, label: 'rent' });
  const second = issueAddress(state, keys, deposit);
  t.deepEqual([first.path.index, second.path.index], [0, 1]);
  t.is(first.address, keys.addressAt({ mixdepth: 0, branch: EXTERNAL, index: 0 }));
  t.deepEqual(state.shown, {
    '0/0/0': { address: first.address, purpose: 'deposit', at: 7, label: 'rent' },
    '0/0/1': { address: second.address, purpose: 'deposit', at: 7, label: '' },
  });
  t.deepEqual(state.nextIndex, { '0/0': 2 });
});

test('each branch of each mixdepth counts for itself', (t) => {
  const state = emptyState();
  issueAddress(state, keys, deposit);
  const issued = [change, { ...deposit, mixdepth: 1 }, { ...change, mixdepth: 1 }].map(
    (request) => issueAddress(state, keys, request).path.index,
  );
  t.deepEqual(issued, [0, 0, 0]);
  t.deepEqual(state.nextIndex, { '0/0': 1, '0/1': 1, '1/0': 1, '1/1': 1 });
});

test('an address that was shown is skipped even when the counter stands before it', (t) => {
  const shown = { address: '', purpose: 'coinjoin', at: 1, label: '' } as const;
  const state = emptyState({ shown: { '0/1/0': shown, '0/1/1': shown }, nextIndex: { '0/1': 1 } });
  t.is(issueAddress(state, keys, change).path.index, 2);
  t.is(state.nextIndex['0/1'], 3);
});

test('an address that was ever paid to is skipped, whether its coin is spent or not', (t) => {
  const scriptAt = (index: number): string => toHex(keys.scriptAt({ mixdepth: 0, branch: INTERNAL, index }));
  const state = emptyState({
    coins: {
      [`${'11'.repeat(32)}:0`]: storedCoin({ scriptPubKey: scriptAt(0) }),
      [`${'22'.repeat(32)}:0`]: storedCoin({
        scriptPubKey: scriptAt(1),
        spentBy: { txid: '33'.repeat(32), height: 5 },
      }),
    },
  });
  t.is(issueAddress(state, keys, change).path.index, 2);
});

test('an address is never issued again, not even after the wallet was opened anew', async (t) => {
  const file = path.join(temporaryFolder(t), 'wallet.jmw');
  const issued: string[] = [];
  let store = await createTestStore(file);
  for (let opened = 0; opened < 4; opened += 1) {
    for (const request of [deposit, change, change]) {
      issued.push(await store.commit((draft) => issueAddress(draft, keys, request).address));
    }
    // A change that fails takes its address back; it was on nobody's screen.
    await t.throwsAsync(
      store.commit((draft) => {
        issueAddress(draft, keys, change);
        throw new Error('the round failed');
      }),
      { message: 'the round failed' },
    );
    store.close();
    store = await WalletStore.open({ file, password: PASSWORD });
  }
  t.is(new Set(issued).size, 12);
  t.deepEqual(store.state.nextIndex, { '0/0': 4, '0/1': 8 });
  store.close();
});

test('addresses that nobody saw are issued again; what was issued behind them is not', (t) => {
  const state = emptyState();
  const [first, second, third] = [1, 2, 3].map(() => issueAddress(state, keys, change));
  const text = (issued: typeof first): string => (issued === undefined ? '' : formatKeyPath(issued.path));
  takeBackUnseen(state, [text(first), text(second)]);
  t.deepEqual(Object.keys(state.shown), [text(third)]);
  t.is(issueAddress(state, keys, change).path.index, 3);
  takeBackUnseen(state, ['0/1/2', '0/1/3']);
  t.deepEqual(issueAddress(state, keys, change), third);
});

test('several addresses are taken as one by one', (t) => {
  const [state, other] = [emptyState({ nextIndex: { '0/0': 2 } }), emptyState({ nextIndex: { '0/0': 2 } })];
  const shown = { address: '', purpose: 'released', at: 1, label: '' } as const;
  for (const one of [state, other]) one.shown['0/0/3'] = shown;
  const issued = issueAddresses(state, keys, { ...deposit, count: 3, label: 'rent' });
  t.deepEqual(
    issued.map(({ path }) => path.index),
    [2, 4, 5],
  );
  t.deepEqual(
    issued,
    [1, 2, 3].map(() => issueAddress(other, keys, { ...deposit, label: 'rent' })),
  );
  t.deepEqual(state, other);
});

test('a coin that arrived moves the counter behind it, and never back', (t) => {
  const state = emptyState();
  markUsed(state, { mixdepth: 2, branch: INTERNAL, index: 4 });
  t.is(state.nextIndex['2/1'], 5);
  markUsed(state, { mixdepth: 2, branch: INTERNAL, index: 1 });
  t.is(state.nextIndex['2/1'], 5);
  markUsed(state, { mixdepth: 2, branch: INTERNAL, index: 5 });
  t.is(issueAddress(state, keys, { ...change, mixdepth: 2 }).path.index, 6);
});

test('the scan watches every used address and as many behind the last one as it was told', (t) => {
  const state = emptyState({ mixdepths: 2, nextIndex: { '0/0': 3, '1/1': 1 } });
  const count = (mixdepth: number, branch: number): number[] =>
    watchedPaths(state, 2)
      .filter((one) => one.mixdepth === mixdepth && one.branch === branch)
      .map(({ index }) => index);
  t.deepEqual(count(0, EXTERNAL), [0, 1, 2, 3, 4]);
  t.deepEqual(count(0, INTERNAL), [0, 1]);
  t.deepEqual(count(1, EXTERNAL), [0, 1]);
  t.deepEqual(count(1, INTERNAL), [0, 1, 2]);
  t.deepEqual(
    count(0, TIMELOCKED),
    Array.from({ length: 960 }, (_unused, index) => index),
  );
  t.is(watchedPaths(state, 2).length, 12 + 960);
  t.is(watchedPaths({ ...state, family: 'nested' }, 2).length, 12);
});
