import test, { type ExecutionContext } from 'ava';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { WalletFileError } from '../../../../vm-wallet/store/file-format.ts';
import { LockError, lockFile } from '../../../../vm-wallet/store/lock.ts';
import { makerFileOf, MakerFileError } from '../../../../vm-wallet/store/maker-file.ts';
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

const MAKER = 'for the maker';
const STATE = emptyState({ extension: 'and an extension', birthday: 4, nextIndex: { '0/0': 2 } });
const MAKER_ONLY = { instanceOf: StoreError, code: 'store-maker-only' };

/** A wallet with a maker password. */
async function withMaker(t: ExecutionContext, state: WalletState = STATE): Promise<string> {
  const file = path.join(temporaryFolder(t), 'wallets/one.jmw');
  const store = await createTestStore(file, state);
  await store.allowMaker(MAKER, CHEAP_KDF);
  store.close();
  return file;
}

function openAs(file: string, password: string): Promise<WalletStore> {
  return WalletStore.open({ file, password, opener: 'owner-or-maker' });
}

test('both passwords open the wallet, and only the owner gets the seed', async (t) => {
  const file = await withMaker(t);
  const maker = await openAs(file, MAKER);
  t.deepEqual(maker.state, { ...STATE, entropy: '', extension: '' });
  t.true(maker.makerKeys !== null);
  maker.close();
  const owner = await openAs(file, PASSWORD);
  t.deepEqual(owner.state, STATE);
  t.is(owner.makerKeys, null);
  owner.close();
});

test('the file of the maker password is for its owner alone, and leaves nothing beside it', async (t) => {
  const file = await withMaker(t);
  t.is(statSync(makerFileOf(file)).mode & 0o777, 0o600);
  t.false(existsSync(`${makerFileOf(file)}.new`));
});

test("what a maker writes leaves the owner's wallet whole, over many changes by both", async (t) => {
  const file = await withMaker(t);
  for (const height of [10, 11, 12]) {
    const maker = await openAs(file, MAKER);
    await maker.commit((draft) => {
      draft.birthday = height;
      draft.nextIndex['1/0'] = height;
    });
    maker.close();
    const owner = await WalletStore.open({ file, password: PASSWORD });
    t.deepEqual(owner.state, { ...STATE, birthday: height, nextIndex: { '0/0': 2, '1/0': height } });
    await owner.commit((draft) => (draft.backups += 1));
    await owner.commit((draft) => (draft.backups -= 1));
    owner.close();
  }
});

test('where only the owner will do, the maker password is told from a wrong one', async (t) => {
  const file = await withMaker(t);
  const open = (password: string): Promise<WalletStore> => WalletStore.open({ file, password });
  await t.throwsAsync(open(MAKER), { instanceOf: WalletFileError, code: 'wallet-maker-only' });
  await t.throwsAsync(open('wrong'), { instanceOf: WalletFileError, code: 'password-wrong' });
  await t.throwsAsync(openAs(file, 'wrong'), { instanceOf: WalletFileError, code: 'password-wrong' });
  // None of them left a lock.
  lockFile(`${file}.lock`).release();
});

test('the maker password opens nothing while another process has the wallet', async (t) => {
  const file = await withMaker(t);
  const owner = await WalletStore.open({ file, password: PASSWORD });
  await t.throwsAsync(openAs(file, MAKER), { instanceOf: LockError, code: 'lock-held' });
  owner.close();
});

const changes: Readonly<Record<string, (draft: WalletState) => void>> = {
  network: (draft) => Object.assign(draft, { network: 'mainnet' }),
  family: (draft) => Object.assign(draft, { family: 'nested' }),
  createdAt: (draft) => Object.assign(draft, { createdAt: 99 }),
  mixdepths: (draft) => Object.assign(draft, { mixdepths: 6 }),
  rules: (draft) => (draft.rules = { text: '', at: 1 }),
  allowances: (draft) => draft.allowances.push({ from: 0, until: 1, upTo: '1', spent: '0' }),
};

for (const [field, change] of Object.entries(changes)) {
  test(`under the maker password nothing changes ${field}`, async (t) => {
    const file = await withMaker(t);
    const before = readFileSync(file);
    const maker = await openAs(file, MAKER);
    await t.throwsAsync(maker.commit(change), MAKER_ONLY);
    t.deepEqual(maker.state, { ...STATE, entropy: '', extension: '' });
    maker.close();
    t.deepEqual(readFileSync(file), before);
    const owner = await WalletStore.open({ file, password: PASSWORD });
    await owner.commit(change);
    owner.close();
  });
}

test('under the maker password no seed comes into the wallet, and none leaves it empty for the owner', async (t) => {
  const file = await withMaker(t);
  const maker = await openAs(file, MAKER);
  await t.throwsAsync(
    maker.commit((draft) => (draft.entropy = '00'.repeat(16))),
    { instanceOf: WalletFileError },
  );
  maker.close();
  const owner = await WalletStore.open({ file, password: PASSWORD });
  await t.throwsAsync(
    owner.commit((draft) => (draft.entropy = '')),
    { instanceOf: WalletFileError },
  );
  owner.close();
  t.deepEqual(await onDisk(file), STATE);
});

test('under the maker password no password changes', async (t) => {
  const file = await withMaker(t);
  const before = [readFileSync(file), readFileSync(makerFileOf(file))];
  const maker = await openAs(file, MAKER);
  await t.throwsAsync(maker.changePassword('another', CHEAP_KDF), MAKER_ONLY);
  await t.throwsAsync(maker.allowMaker('another', CHEAP_KDF), MAKER_ONLY);
  t.throws(() => maker.removeMaker(), MAKER_ONLY);
  maker.close();
  t.deepEqual([readFileSync(file), readFileSync(makerFileOf(file))], before);
});

test("another password of the owner's ends the maker password", async (t) => {
  const file = await withMaker(t);
  const old = readFileSync(makerFileOf(file));
  const owner = await WalletStore.open({ file, password: PASSWORD });
  t.true(await owner.changePassword('another', CHEAP_KDF));
  t.false(existsSync(makerFileOf(file)));
  t.false(await owner.changePassword('a third', CHEAP_KDF));
  owner.close();
  await t.throwsAsync(openAs(file, MAKER), { instanceOf: WalletFileError, code: 'password-wrong' });
  // A copy of the maker's file that lay elsewhere is no help.
  writeFileSync(makerFileOf(file), old);
  await t.throwsAsync(openAs(file, MAKER), { instanceOf: WalletFileError, code: 'wallet-maker-outdated' });
  t.deepEqual(await onDisk(file, 'a third'), STATE);
});

test('the maker password of another wallet opens nothing', async (t) => {
  const [file, other] = [await withMaker(t), await withMaker(t, emptyState())];
  copyFileSync(makerFileOf(other), makerFileOf(file));
  await t.throwsAsync(openAs(file, MAKER), { instanceOf: WalletFileError, code: 'wallet-maker-outdated' });
});

test('a password that could not be written leaves the maker password working', async (t) => {
  const file = await withMaker(t);
  const owner = await WalletStore.open({ file, password: PASSWORD });
  mkdirSync(`${file}.new`);
  await t.throwsAsync(owner.changePassword('another', CHEAP_KDF), { code: 'store-write-failed' });
  rmdirSync(`${file}.new`);
  owner.close();
  (await openAs(file, MAKER)).close();
});

test('a maker password can be made again, and taken away', async (t) => {
  const file = await withMaker(t);
  const owner = await WalletStore.open({ file, password: PASSWORD });
  await owner.allowMaker('another', CHEAP_KDF);
  owner.close();
  await t.throwsAsync(openAs(file, MAKER), { code: 'password-wrong' });
  (await openAs(file, 'another')).close();
  const again = await WalletStore.open({ file, password: PASSWORD });
  t.true(again.removeMaker());
  t.false(again.removeMaker());
  again.close();
  t.false(existsSync(makerFileOf(file)));
  await t.throwsAsync(openAs(file, 'another'), { code: 'password-wrong' });
});

test("the owner's password is refused as the maker password, in either form of Unicode", async (t) => {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  const store = await WalletStore.create({ file, password: 'caf\u00e9', state: STATE, kdf: CHEAP_KDF });
  for (const same of ['caf\u00e9', 'cafe\u0301']) {
    const error = { instanceOf: StoreError, code: 'store-maker-same-password' };
    await t.throwsAsync(store.allowMaker(same, CHEAP_KDF), error);
  }
  t.false(existsSync(makerFileOf(file)));
  store.close();
});

test('a wallet that lets the node look has no maker password', async (t) => {
  const error = { instanceOf: StoreError, code: 'store-maker-descriptors' };
  const looking = await createTestStore(
    path.join(temporaryFolder(t), 'one.jmw'),
    emptyState({ backend: 'descriptors' }),
  );
  await t.throwsAsync(looking.allowMaker(MAKER, CHEAP_KDF), error);
  looking.close();
  const file = await withMaker(t);
  const owner = await WalletStore.open({ file, password: PASSWORD });
  await owner.commit((draft) => (draft.backend = 'descriptors'));
  owner.close();
  await t.throwsAsync(openAs(file, MAKER), error);
  lockFile(`${file}.lock`).release();
});

test('a closed wallet makes no maker password', async (t) => {
  const store = await createTestStore(path.join(temporaryFolder(t), 'one.jmw'));
  store.close();
  await t.throwsAsync(store.allowMaker(MAKER, CHEAP_KDF), { code: 'store-closed' });
  t.throws(() => store.removeMaker(), { code: 'store-closed' });
});

test('a damaged maker file is named, and does not keep the owner out', async (t) => {
  const file = await withMaker(t);
  writeFileSync(makerFileOf(file), readFileSync(makerFileOf(file)).subarray(0, -1));
  const error = { instanceOf: MakerFileError, code: 'wallet-maker-truncated' };
  await t.throwsAsync(openAs(file, MAKER), error);
  (await openAs(file, PASSWORD)).close();
});
