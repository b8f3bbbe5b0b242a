import test from 'ava';
import { concat, utf8 } from '../../../../shared/crypto/bytes.ts';
import { openOldWallet } from '../../../../vm-wallet/import/open-old-wallet.ts';
import { oldWallet, plainFile, recordedWallets } from '../../../fixtures/old-wallet.ts';

const never = (): Promise<string> => Promise.reject(new Error('asked for a password'));

test('a plain file is opened without asking', async (t) => {
  t.is((await openOldWallet(plainFile(oldWallet()), never)).kind, 'native');
});

test('a wrong password and a cut file are told apart', async (t) => {
  const recorded = recordedWallets().find(({ name }) => name === 'segwit-mainnet.jmdat');
  if (recorded === undefined) throw new Error('no such file');
  const wrong = openOldWallet(recorded.bytes, () => Promise.resolve('wrong'));
  await t.throwsAsync(wrong, { code: 'password-wrong' });
  const cut = openOldWallet(recorded.bytes.slice(0, -5), () => Promise.resolve('correct horse'));
  await t.throwsAsync(cut, { code: 'wallet-damaged' });
});

test('files that are no wallet, or a broken one', async (t) => {
  await t.throwsAsync(openOldWallet(new Uint8Array(0), never), { code: 'jmdat-not-a-wallet' });
  await t.throwsAsync(openOldWallet(utf8('{"a":1}'), never), { code: 'jmdat-not-a-wallet' });
  const behind = concat(plainFile(oldWallet()), utf8('e'));
  await t.throwsAsync(openOldWallet(behind, never), { code: 'wallet-damaged' });
});
