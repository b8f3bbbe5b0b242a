import test from 'ava';
import { concat, utf8 } from '../../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import {
  createFileKey,
  openAsOwner,
  openWithBodyKey,
  readWalletFrame,
  sealWalletFile,
  WalletFileError,
  type OwnedContent,
} from '../../../../vm-wallet/store/file-format.ts';
import type { KdfParameters } from '../../../../vm-wallet/store/password-frame.ts';
import { CHEAP_KDF, PASSWORD } from '../../../fixtures/wallet-file.ts';

const CONTENT = utf8('what a wallet must not forget');
const GIB = 1024 * 1024;
/** Where the parts of the header end. */
const END = { magic: 8, versions: 10, memory: 14, passes: 18, lanes: 19, salt: 35, length: 39, check: 55 };

async function sealed(password = PASSWORD, kdf = CHEAP_KDF): Promise<Uint8Array> {
  return sealWalletFile(CONTENT, await createFileKey(password, kdf, systemRandom), systemRandom);
}

// Async, so that what is no frame rejects as well.
async function openWalletFile(file: Uint8Array, password: string): Promise<OwnedContent> {
  return openAsOwner(readWalletFrame(file), password);
}

/** A file with these costs in its header, and a key that has nothing to do with them. */
function claiming(kdf: Partial<KdfParameters>): Uint8Array {
  const [body, seed] = [new Uint8Array(32), new Uint8Array(32)];
  const salted = { salt: new Uint8Array(16), kdf: { ...CHEAP_KDF, ...kdf } };
  return sealWalletFile(CONTENT, { role: 'owner', body, seed, ...salted }, systemRandom);
}

function flipped(file: Uint8Array, bit: number): Uint8Array {
  return file.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
}

/** What opening the file with the right password fails with. */
async function refusalOf(file: Uint8Array, password = PASSWORD): Promise<string> {
  try {
    await openWalletFile(file, password);
    return 'opened';
  } catch (error) {
    return error instanceof WalletFileError ? error.code : `untyped: ${String(error)}`;
  }
}

/** Costs that a flipped bit may ask for, but that a test can't pay. */
function isDear(file: Uint8Array): boolean {
  const memory = new DataView(file.buffer, file.byteOffset).getUint32(END.versions);
  return memory > 32 * 1024 && memory <= 4 * GIB;
}

test('what was sealed is opened with the same password, the empty one too', async (t) => {
  for (const password of [PASSWORD, '', 'påß wörd 🔑']) {
    const { content, fileKey } = await openWalletFile(await sealed(password), password);
    t.deepEqual(content, CONTENT);
    t.deepEqual(fileKey.kdf, CHEAP_KDF);
    // The key that opened it seals the next version of the file.
    t.deepEqual(
      (await openWalletFile(sealWalletFile(CONTENT, fileKey, systemRandom), password)).content,
      CONTENT,
    );
  }
});

test('a password may be typed in either form of Unicode', async (t) => {
  t.deepEqual((await openWalletFile(await sealed('caf\u00e9'), 'cafe\u0301')).content, CONTENT);
});

test('each file has a nonce of its own, and each key a salt of its own', async (t) => {
  const key = await createFileKey(PASSWORD, CHEAP_KDF, systemRandom);
  const [first, second] = [0, 1].map(() => sealWalletFile(CONTENT, key, systemRandom).subarray(END.check));
  t.notDeepEqual(first?.subarray(0, 24), second?.subarray(0, 24));
  t.notDeepEqual(first?.subarray(24), second?.subarray(24));
  t.notDeepEqual((await createFileKey(PASSWORD, CHEAP_KDF, systemRandom)).salt, key.salt);
});

test('a wrong password is called just that', async (t) => {
  const file = await sealed();
  for (const wrong of ['', PASSWORD.toUpperCase(), `${PASSWORD} `, PASSWORD.slice(1)]) {
    t.is(await refusalOf(file, wrong), 'password-wrong');
  }
});

test('a file that was cut short anywhere is called that', async (t) => {
  const file = await sealed();
  t.is(await refusalOf(new Uint8Array(0)), 'wallet-not-a-wallet');
  for (let length = 1; length < file.length; length += 1) {
    t.is(await refusalOf(file.subarray(0, length)), 'wallet-truncated', `${length} bytes`);
  }
  t.is(await refusalOf(file), 'opened');
  t.is(await refusalOf(concat(file, Uint8Array.of(0))), 'wallet-tampered');
});

test('one flipped bit anywhere is noticed, and named by where it lies', async (t) => {
  const file = await sealed();
  const length = new DataView(file.buffer).getUint32(END.salt);
  for (let bit = 0; bit < file.length * 8; bit += 1) {
    const changed = flipped(file, bit);
    if (isDear(changed)) continue;
    const at = bit >> 3;
    const code = await refusalOf(changed);
    if (at < END.magic) t.is(code, 'wallet-not-a-wallet', `bit ${bit}`);
    else if (at < END.versions) t.is(code, 'wallet-newer-version', `bit ${bit}`);
    // Other costs or another salt make another key: that can't be told from a wrong password.
    else if (at < END.lanes) t.regex(code, /^(wallet-tampered|password-wrong)$/u, `bit ${bit}`);
    else if (at < END.salt) t.is(code, 'password-wrong', `bit ${bit}`);
    else if (at < END.length) {
      const claimed = new DataView(changed.buffer).getUint32(END.salt);
      t.is(code, claimed > length ? 'wallet-truncated' : 'wallet-tampered', `bit ${bit}`);
    } else if (at < END.check) t.is(code, 'password-wrong', `bit ${bit}`);
    else t.is(code, 'wallet-tampered', `bit ${bit}`);
  }
});

test('a version or a key derivation that is not known is left to a newer program', async (t) => {
  const file = await sealed();
  for (const [at, values] of [
    [8, [0, 3, 255]],
    [9, [0, 2, 255]],
  ] as const) {
    for (const value of values) {
      const other = file.map((byte, index) => (index === at ? value : byte));
      t.is(await refusalOf(other), 'wallet-newer-version', `byte ${at} is ${value}`);
    }
  }
});

test('a file is of the second version, and not taken for one of the first', async (t) => {
  const file = await sealed();
  t.is(file[8], 2);
  t.is((await openWalletFile(file, PASSWORD)).version, 2);
  const first = file.map((byte, index) => (index === 8 ? 1 : byte));
  t.is(await refusalOf(first), 'password-wrong');
});

test('the key of the content opens it, and nothing tells the key of the seed from it', async (t) => {
  const key = await createFileKey(PASSWORD, CHEAP_KDF, systemRandom);
  const frame = readWalletFrame(sealWalletFile(CONTENT, key, systemRandom));
  t.deepEqual(openWithBodyKey(frame, key.body), CONTENT);
  t.notDeepEqual(key.body, key.seed);
  const error = { instanceOf: WalletFileError, code: 'wallet-maker-outdated' };
  t.throws(() => openWithBodyKey(frame, key.seed), error);
});

const absurd: readonly [string, Partial<KdfParameters>][] = [
  ['no memory', { memoryKib: 0 }],
  ['too little memory for one lane', { memoryKib: 7 }],
  ['too little memory for its lanes', { memoryKib: 15, lanes: 2 }],
  ['more memory than any wallet asks for', { memoryKib: GIB + 1 }],
  ['the most memory that can be written', { memoryKib: 0xffff_ffff }],
  ['no pass', { passes: 0 }],
  ['one pass over the limit', { memoryKib: GIB, passes: 17 }],
  ['the most passes that can be written', { passes: 0xffff_ffff }],
  ['no lane', { lanes: 0, memoryKib: 1024 }],
  ['one lane over the limit', { lanes: 17, memoryKib: 1024 }],
];

for (const [name, kdf] of absurd) {
  test(`costs that no wallet has are refused before they are paid: ${name}`, async (t) => {
    t.is(await refusalOf(claiming(kdf)), 'wallet-tampered');
  });
}

for (const [name, kdf] of [
  ['the least memory for one lane', { memoryKib: 8, passes: 1, lanes: 1 }],
  ['the least memory for two lanes', { memoryKib: 16, passes: 1, lanes: 2 }],
  ['many passes', { memoryKib: 8, passes: 1000, lanes: 1 }],
  ['the most lanes', { memoryKib: 128, passes: 1, lanes: 16 }],
] as const) {
  test(`costs at the limits are paid: ${name}`, async (t) => {
    t.deepEqual((await openWalletFile(await sealed(PASSWORD, kdf), PASSWORD)).content, CONTENT);
  });
}
