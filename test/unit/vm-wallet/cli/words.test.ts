import test, { type ExecutionContext } from 'ava';
import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { askWords } from '../../../../vm-wallet/cli/words.ts';
import { MnemonicError } from '../../../../vm-wallet/keys/mnemonic.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const WORDS = `${'abandon '.repeat(11)}about`;

function descriptorOf(t: ExecutionContext, text: string): number {
  const file = path.join(temporaryFolder(t), 'secret');
  writeFileSync(file, `${text}\n`);
  return openSync(file, 'r');
}

test('words and extension come from descriptors of their own', async (t) => {
  const { entropy, extension } = await askWords({
    wordsFd: descriptorOf(t, WORDS),
    extension: false,
    extensionFd: descriptorOf(t, 'caf\u00e9'),
  });
  t.is(toHex(entropy), '00'.repeat(16));
  t.is(extension, 'cafe\u0301');
});

test('without an option there is no extension', async (t) => {
  t.is((await askWords({ wordsFd: descriptorOf(t, WORDS), extension: false })).extension, '');
});

test('words that are none are refused, and not repeated', async (t) => {
  const asked = askWords({ wordsFd: descriptorOf(t, 'secret words'), extension: false });
  const error = await t.throwsAsync(asked, { instanceOf: MnemonicError });
  t.false(error.message.includes('secret'));
});
