import test, { type ExecutionContext } from 'ava';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromHex, toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import {
  openAsOwner,
  openWithBodyKey,
  readWalletFrame,
  sealWalletFile,
  WalletFileError,
} from '../../../../vm-wallet/store/file-format.ts';
import { openSeed, sealSeed } from '../../../../vm-wallet/store/seed-box.ts';
import { packState, unpackForMaker } from '../../../../vm-wallet/store/wallet-content.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import {
  CHEAP_KDF,
  createTestStore,
  onDisk,
  PASSWORD,
  temporaryFolder,
} from '../../../fixtures/wallet-file.ts';

const KEY = new Uint8Array(32).fill(9);
const STATE = emptyState({ extension: 'with an extension', mixdepths: 5 });
const { entropy, extension } = STATE;
const TAMPERED = { instanceOf: WalletFileError, code: 'wallet-tampered' };

/** Changes a wallet file as somebody could who has the key of its content, and not the owner's password. */
async function rewritten(
  t: ExecutionContext,
  change: (content: Record<string, unknown>) => void,
): Promise<string> {
  const file = path.join(temporaryFolder(t), 'one.jmw');
  (await createTestStore(file, STATE)).close();
  const frame = readWalletFrame(readFileSync(file));
  const { fileKey } = await openAsOwner(frame, PASSWORD);
  const text = new TextDecoder().decode(openWithBodyKey(frame, fileKey.body));
  const content = JSON.parse(text) as Record<string, unknown>;
  change(content);
  writeFileSync(file, sealWalletFile(utf8(JSON.stringify(content)), fileKey, systemRandom));
  return file;
}

test('a sealed seed opens with its key, and shows nothing without', (t) => {
  const sealed = sealSeed(STATE, KEY, systemRandom);
  t.deepEqual(openSeed(sealed, KEY, STATE), { entropy, extension });
  t.false(sealed.includes(entropy));
  t.not(sealSeed(STATE, KEY, systemRandom), sealed);
  t.throws(() => openSeed(sealed, new Uint8Array(32), STATE), TAMPERED);
});

test('one flipped bit anywhere in a sealed seed is noticed, and so is a cut', (t) => {
  const sealed = fromHex(sealSeed(STATE, KEY, systemRandom));
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = sealed.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    t.throws(() => openSeed(toHex(changed), KEY, STATE), TAMPERED, `bit ${bit}`);
  }
  for (const length of [0, 23, 24, 39, 40, sealed.length - 1]) {
    t.throws(() => openSeed(toHex(sealed.subarray(0, length)), KEY, STATE), TAMPERED, `${length} bytes`);
  }
});

test('a wallet file that is written again unchanged opens', async (t) => {
  t.deepEqual(await onDisk(await rewritten(t, () => undefined)), STATE);
});

test('what a maker may change is not covered by the seal of the seed', async (t) => {
  const file = await rewritten(t, (content) => {
    content['birthday'] = 12;
  });
  t.is((await onDisk(file)).birthday, 12);
});

const OTHER: Readonly<Record<string, unknown>> = {
  network: 'mainnet',
  family: 'nested',
  createdAt: 1,
  mixdepths: 6,
  rules: { text: '[limits]', at: 1 },
  allowances: [{ from: 0, until: 9_999_999_999, upTo: '100000000', spent: '0' }],
  tumble: null,
};

for (const [field, value] of Object.entries(OTHER)) {
  test(`the owner notices that somebody without their password changed ${field}`, async (t) => {
    const state = field === 'tumble' ? { ...STATE, tumble: { id: 'plan' } } : STATE;
    const sealed = sealSeed(state as typeof STATE, KEY, systemRandom);
    t.deepEqual(openSeed(sealed, KEY, state), { entropy, extension });
    t.throws(() => openSeed(sealed, KEY, { ...state, [field]: value }), TAMPERED);
    if (field === 'tumble') return;
    const file = await rewritten(t, (content) => {
      content[field] = value;
    });
    await t.throwsAsync(onDisk(file), TAMPERED);
  });
}

test('a seed of another wallet, or none, does not open', async (t) => {
  const other = sealSeed(STATE, KEY, systemRandom);
  await t.throwsAsync(onDisk(await rewritten(t, (content) => (content['seed'] = other))), TAMPERED);
  const unknown = { instanceOf: WalletFileError, code: 'wallet-newer-version' };
  for (const seed of [undefined, 7, '', 'xyz', 'abc']) {
    await t.throwsAsync(onDisk(await rewritten(t, (content) => (content['seed'] = seed))), unknown);
  }
});

test('what an upgrade does to these fields waits for the owner', (t) => {
  const owner = { role: 'owner', body: KEY, seed: KEY, salt: KEY, kdf: CHEAP_KDF } as const;
  const packed = new TextDecoder().decode(packState(STATE, owner, systemRandom));
  const content = JSON.parse(packed) as Record<string, unknown>;
  for (const field of ['bonds', 'makers', 'externalProofs', 'tumble', 'rules', 'audit', 'allowances']) {
    Reflect.deleteProperty(content, field);
  }
  const older = JSON.stringify({ ...content, version: 2 });
  t.throws(() => unpackForMaker(older), { instanceOf: WalletFileError, code: 'wallet-maker-outdated' });
  t.deepEqual(unpackForMaker(packed).state, { ...STATE, entropy: '', extension: '' });
});

test('a seed in the clear beside the sealed one is not taken for it', async (t) => {
  const file = await rewritten(t, (content) => (content['entropy'] = '00'.repeat(16)));
  t.is((await onDisk(file)).entropy, entropy);
});
