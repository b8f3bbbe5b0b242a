import test from 'ava';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { WalletFileError } from '../../../../vm-wallet/store/file-format.ts';
import { LockError, lockFile } from '../../../../vm-wallet/store/lock.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { StoreError, WalletStore } from '../../../../vm-wallet/store/wallet-store.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import {
  CHEAP_KDF,
  createTestStore,
  onDisk,
  PASSWORD,
  temporaryFolder,
} from '../../../fixtures/wallet-file.ts';

test('a wallet is made in a folder of its own, for its owner alone, and opens again', async (t) => {
  const file = path.join(temporaryFolder(t), 'wallets/one.jmw');
  const store = await createTestStore(file, emptyState({ createdAt: 5 }));
  t.deepEqual(await onDisk(file), emptyState({ createdAt: 5 }));
  t.is(statSync(file).mode & 0o777, 0o600);
  t.is(statSync(path.dirname(file)).mode & 0o777, 0o700);
  store.close();
  const again = await WalletStore.open({ file, password: PASSWORD });
  t.deepEqual(again.state, emptyState({ createdAt: 5 }));
  again.close();
});

test('a wallet that exists is not replaced by a new one', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  (await createTestStore(file, emptyState({ createdAt: 5 }))).close();
  await t.throwsAsync(createTestStore(file), { instanceOf: StoreError, code: 'wallet-exists' });
  t.is((await onDisk(file)).createdAt, 5);
  // The refused attempt let go of the lock.
  (await WalletStore.open({ file, password: PASSWORD })).close();
});

test('a wallet that is not there is missing, and nothing is made in its place', async (t) => {
  const directory = temporaryFolder(t);
  const file = path.join(directory, 'none.jmw');
  const error = { instanceOf: StoreError, code: 'wallet-missing' };
  await t.throwsAsync(WalletStore.open({ file, password: PASSWORD }), error);
  t.deepEqual(readdirSync(directory), []);
});

test('an open wallet is locked until it is closed', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  const open = (): Promise<WalletStore> => WalletStore.open({ file, password: PASSWORD });
  await t.throwsAsync(open(), { instanceOf: LockError, code: 'lock-held' });
  await t.throwsAsync(createTestStore(file), { instanceOf: LockError, code: 'lock-held' });
  store.close();
  (await open()).close();
});

test('a wallet that does not open is not left locked', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  (await createTestStore(file)).close();
  const wrong = { instanceOf: WalletFileError, code: 'password-wrong' };
  await t.throwsAsync(WalletStore.open({ file, password: 'wrong' }), wrong);
  lockFile(`${file}.lock`).release();
  const good = readFileSync(file);
  writeFileSync(file, good.subarray(0, -1));
  await t.throwsAsync(WalletStore.open({ file, password: PASSWORD }), { code: 'wallet-truncated' });
  lockFile(`${file}.lock`).release();
});

test('when a change resolves, the file is the new state already', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  for (const height of [1, 2, 3]) {
    const answer = await store.commit((draft) => {
      draft.birthday = height;
      return `at ${height}`;
    });
    t.is(answer, `at ${height}`);
    t.is((await onDisk(file)).birthday, height);
    t.is(store.state.birthday, height);
  }
  store.close();
});

test('a change that throws leaves the state and the file as they were, to the byte', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  const [bytes, state] = [readFileSync(file), store.state];
  const failing = store.commit((draft) => {
    draft.birthday = 9;
    draft.nextIndex['0/0'] = 9;
    draft.history.length = 0;
    throw new RangeError('no');
  });
  await t.throwsAsync(failing, { instanceOf: RangeError, message: 'no' });
  t.deepEqual(store.state, emptyState());
  t.is(store.state, state);
  t.deepEqual(readFileSync(file), bytes);
  store.close();
});

test('a change that can not be written did not happen, and the next one can', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  const bytes = readFileSync(file);
  mkdirSync(`${file}.new`);
  const change = (draft: WalletState): void => {
    draft.birthday = 9;
  };
  await t.throwsAsync(store.commit(change), { instanceOf: StoreError, code: 'store-write-failed' });
  t.is(store.state.birthday, null);
  t.deepEqual(readFileSync(file), bytes);
  rmdirSync(`${file}.new`);
  await store.commit(change);
  t.is((await onDisk(file)).birthday, 9);
  store.close();
});

test('changes that are asked for at once all happen, one after the other', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  const seen = await Promise.all(
    Array.from({ length: 20 }, () =>
      store.commit((draft) => (draft.nextIndex['0/0'] = (draft.nextIndex['0/0'] ?? 0) + 1)),
    ),
  );
  t.deepEqual(
    seen,
    Array.from({ length: 20 }, (_unused, index) => index + 1),
  );
  t.is((await onDisk(file)).nextIndex['0/0'], 20);
  store.close();
});

test('an earlier state that somebody holds does not change under their hands', async (t) => {
  const store = await createTestStore(path.join(temporaryFolder(t), 'one.jmw'));
  const before = store.state;
  await store.commit((draft) => (draft.nextIndex['0/0'] = 1));
  t.deepEqual(before.nextIndex, {});
  t.deepEqual(store.state.nextIndex, { '0/0': 1 });
  store.close();
});

test('what an interrupted write left behind does not matter', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  (await createTestStore(file)).close();
  writeFileSync(`${file}.new`, readFileSync(file).subarray(0, 50));
  writeFileSync(`${file}.lock`, '99999999\n');
  const store = await WalletStore.open({ file, password: PASSWORD });
  await store.commit((draft) => (draft.birthday = 3));
  t.is((await onDisk(file)).birthday, 3);
  t.false(existsSync(`${file}.new`));
  store.close();
});

test('another password opens the wallet afterwards, and the old one does not', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file, emptyState({ birthday: 4 }));
  await store.changePassword('another', CHEAP_KDF);
  t.is((await onDisk(file, 'another')).birthday, 4);
  await t.throwsAsync(onDisk(file), { instanceOf: WalletFileError, code: 'password-wrong' });
  await store.commit((draft) => (draft.birthday = 5));
  t.is((await onDisk(file, 'another')).birthday, 5);
  store.close();
});

test('a password that could not be written is not the new one', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  mkdirSync(`${file}.new`);
  await t.throwsAsync(store.changePassword('another', CHEAP_KDF), { code: 'store-write-failed' });
  rmdirSync(`${file}.new`);
  await store.commit((draft) => (draft.birthday = 5));
  t.is((await onDisk(file)).birthday, 5);
  store.close();
});

test('a closed wallet takes no change, and closing it twice does no harm', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  store.close();
  store.close();
  const error = { instanceOf: StoreError, code: 'store-closed' };
  await t.throwsAsync(
    store.commit((draft) => (draft.birthday = 1)),
    error,
  );
  await t.throwsAsync(store.changePassword('another', CHEAP_KDF), error);
  t.is((await onDisk(file)).birthday, null);
});

test('what could not be read back never reaches the disk', async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await createTestStore(file);
  const before = readFileSync(file);
  await t.throwsAsync(
    store.commit((draft) => {
      draft.leases['not-an-outpoint'] = { round: 'r', until: 1 };
    }),
    { instanceOf: WalletFileError },
  );
  t.deepEqual(readFileSync(file), before);
  t.deepEqual(store.state.leases, {});
  store.close();
});
