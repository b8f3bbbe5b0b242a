import test, { type ExecutionContext } from 'ava';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import {
  openWithBodyKey,
  readWalletFrame,
  WalletFileError,
} from '../../../../vm-wallet/store/file-format.ts';
import { makerFileOf, unlockMakerFile } from '../../../../vm-wallet/store/maker-file.ts';
import { newState } from '../../../../vm-wallet/store/new-state.ts';
import { WalletStore } from '../../../../vm-wallet/store/wallet-store.ts';
import { CHEAP_KDF, onDisk, PASSWORD, temporaryFolder } from '../../../fixtures/wallet-file.ts';

const FIXTURE = path.resolve(import.meta.dirname, '../../../fixtures/wallet-version-1/wallet.jmw');
const ENTROPY = '5a'.repeat(16);
const STATE = {
  ...newState({
    network: 'regtest',
    entropy: ENTROPY,
    extension: 'an extension',
    createdAt: 7,
    birthday: 4,
    mixdepths: 5,
  }),
  nextIndex: { '0/0': 3 },
  transactionLabels: { ['ab'.repeat(32)]: 'rent' },
};

function copied(t: ExecutionContext): string {
  const file = path.join(temporaryFolder(t), 'old.jmw');
  copyFileSync(FIXTURE, file);
  return file;
}

test('a file of the first version opens as it always did', async (t) => {
  const file = copied(t);
  t.is(readFileSync(file)[8], 1);
  t.deepEqual(await onDisk(file), STATE);
  await t.throwsAsync(onDisk(file, 'wrong'), { instanceOf: WalletFileError, code: 'password-wrong' });
});

test('opening it changes nothing; the next change writes the second version, under the same password', async (t) => {
  const file = copied(t);
  const store = await WalletStore.open({ file, password: PASSWORD });
  t.deepEqual(readFileSync(file), readFileSync(FIXTURE));
  await store.commit((draft) => (draft.birthday = 5));
  store.close();
  t.is(readFileSync(file)[8], 2);
  t.deepEqual(await onDisk(file), { ...STATE, birthday: 5 });
});

test('damage to it is told apart as before', async (t) => {
  const file = copied(t);
  const good = readFileSync(file);
  const refused = async (bytes: Uint8Array, code: string): Promise<void> => {
    writeFileSync(file, bytes);
    await t.throwsAsync(onDisk(file), { instanceOf: WalletFileError, code }, code);
  };
  await refused(good.subarray(0, -1), 'wallet-truncated');
  await refused(good.subarray(1), 'wallet-not-a-wallet');
  await refused(
    good.map((byte, index) => (index === good.length - 1 ? byte ^ 1 : byte)),
    'wallet-tampered',
  );
  // Called one of the second version, another key opens it.
  await refused(
    good.map((byte, index) => (index === 8 ? 2 : byte)),
    'password-wrong',
  );
});

test('a maker password first writes the second version, where the seed is not in what it opens', async (t) => {
  const file = copied(t);
  const store = await WalletStore.open({ file, password: PASSWORD });
  await store.allowMaker('for the maker', CHEAP_KDF);
  store.close();
  const access = (await unlockMakerFile(readFileSync(makerFileOf(file)), 'for the maker'))?.();
  const content = openWithBodyKey(readWalletFrame(readFileSync(file)), access?.bodyKey ?? new Uint8Array(32));
  const text = new TextDecoder().decode(content);
  t.true(text.includes('"transactionLabels"'));
  for (const secret of [ENTROPY, 'an extension']) t.false(text.includes(secret));
  t.true(utf8(text).length > 500);
});
