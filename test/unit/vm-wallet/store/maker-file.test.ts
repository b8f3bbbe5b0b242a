import test from 'ava';
import { concat, fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { makerKeysOf } from '../../../../vm-wallet/keys/maker-keys.ts';
import { createFileKey, sealWalletFile } from '../../../../vm-wallet/store/file-format.ts';
import {
  MakerFileError,
  sealMakerFile,
  unlockMakerFile,
  type MakerAccess,
} from '../../../../vm-wallet/store/maker-file.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { CHEAP_KDF, PASSWORD } from '../../../fixtures/wallet-file.ts';

const ENTROPY = '5a'.repeat(16);
const ACCESS: MakerAccess = {
  bodyKey: new Uint8Array(32).fill(3),
  keys: makerKeysOf({ entropy: fromHex(ENTROPY), extension: '', network: 'regtest' }, 1),
};
/** Where the parts of the header end. */
const END = { magic: 8, versions: 10, memory: 14, lanes: 19, salt: 35, length: 39, check: 55 };
const GIB = 1024 * 1024;

function sealed(access = ACCESS): Promise<Uint8Array> {
  return sealMakerFile(access, PASSWORD, CHEAP_KDF, systemRandom);
}

/** What opening the file with the right password comes to. */
async function outcomeOf(file: Uint8Array, password = PASSWORD): Promise<string> {
  try {
    const open = await unlockMakerFile(file, password);
    if (open === null) return 'another password';
    open();
    return 'opened';
  } catch (error) {
    return error instanceof MakerFileError ? error.code : `untyped: ${String(error)}`;
  }
}

test('what was sealed is opened with the same password, and no other', async (t) => {
  const file = await sealed();
  t.deepEqual((await unlockMakerFile(file, PASSWORD))?.(), ACCESS);
  t.is(await unlockMakerFile(file, `${PASSWORD} `), null);
  t.notDeepEqual(await sealed(), file);
});

test('nothing of it is in the clear', async (t) => {
  const text = Buffer.from(await sealed()).toString('latin1');
  for (const secret of ['prv', 'pub', 'branches', toHex(ACCESS.bodyKey)]) t.false(text.includes(secret));
});

test('neither the seed nor an account is in it', (t) => {
  const text = JSON.stringify({ ...ACCESS.keys });
  t.false(text.includes(ENTROPY));
  t.false(text.includes(testKeys().accountXpub(0)));
});

test('a file that was cut short anywhere is called that', async (t) => {
  const file = await sealed();
  t.is(await outcomeOf(new Uint8Array(0)), 'wallet-maker-foreign');
  for (let length = 1; length < file.length; length += 1) {
    t.is(await outcomeOf(file.subarray(0, length)), 'wallet-maker-truncated', `${length} bytes`);
  }
  t.is(await outcomeOf(concat(file, Uint8Array.of(0))), 'wallet-maker-tampered');
});

test('one flipped bit anywhere is noticed, and named by where it lies', async (t) => {
  const file = await sealed();
  for (let bit = 0; bit < file.length * 8; bit += bit >> 3 < END.check + 40 ? 1 : 11) {
    const changed = file.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    const memory = new DataView(changed.buffer).getUint32(END.versions);
    // Costs that a test can't pay.
    if (memory > 32 * 1024 && memory <= GIB) continue;
    const [at, outcome] = [bit >> 3, await outcomeOf(changed)];
    if (at < END.magic) t.is(outcome, 'wallet-maker-foreign', `bit ${bit}`);
    else if (at < END.versions) t.is(outcome, 'wallet-maker-newer', `bit ${bit}`);
    else if (at < END.lanes) t.regex(outcome, /^(wallet-maker-tampered|another password)$/u, `bit ${bit}`);
    else if (at < END.salt) t.is(outcome, 'another password', `bit ${bit}`);
    else if (at < END.length) t.regex(outcome, /^wallet-maker-(tampered|truncated)$/u, `bit ${bit}`);
    else if (at < END.check) t.is(outcome, 'another password', `bit ${bit}`);
    else t.is(outcome, 'wallet-maker-tampered', `bit ${bit}`);
  }
});

test('a wallet file is no maker file', async (t) => {
  const key = await createFileKey(PASSWORD, CHEAP_KDF, systemRandom);
  const file = sealWalletFile(new Uint8Array(100), key, systemRandom);
  t.is(await outcomeOf(file), 'wallet-maker-foreign');
});

test('content that this version does not know is left to a newer one', async (t) => {
  const { keys } = ACCESS;
  for (const odd of [
    { ...keys, network: 'moon' },
    { ...keys, fingerprint: '0' },
    { ...keys, branches: { '0/4': keys.branches['0/0'] } },
    { ...keys, branches: { '0/0': 'xprv' } },
    { ...keys, more: 1 },
  ]) {
    const file = await sealed({ ...ACCESS, keys: odd as typeof keys });
    t.is(await outcomeOf(file), 'wallet-maker-newer', JSON.stringify(odd).slice(0, 60));
  }
});
