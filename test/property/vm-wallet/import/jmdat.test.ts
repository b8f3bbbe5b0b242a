import test from 'ava';
import fc from 'fast-check';
import { createCipheriv } from 'node:crypto';
import { concat, fromHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { BencodeError, parseBencode, type Bencoded } from '../../../../vm-wallet/import/bencode.ts';
import { jmdatKey, JmdatError, openJmdat } from '../../../../vm-wallet/import/jmdat.ts';
import { encodeBencode } from '../../../fixtures/bencode.ts';

const PASSWORD = 'pw';
const SALT = fromHex('555c5596f9714ccd46db7a0e0ea8aad1');
const IV = fromHex('a8874629efc83c1960a975bbd641c7bc');
const content = fc
  .dictionary(fc.stringMatching(/^[a-z_]{1,12}$/u), fc.uint8Array({ maxLength: 40 }), { maxKeys: 8 })
  .map((entries) => new Map<string, Bencoded>(Object.entries(entries)));
const keyOnce = jmdatKey(PASSWORD, SALT);

/** Encrypts as the reference does: padded only where the text is not whole blocks (protocol/wallet.md §3). */
function encrypt(text: Uint8Array, key: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-cbc', key, IV).setAutoPadding(text.length % 16 !== 0);
  return Uint8Array.from(Buffer.concat([cipher.update(text), cipher.final()]));
}

function outer(data: Bencoded, iv: Bencoded = IV, salt: Bencoded = SALT): Uint8Array {
  const parameters = new Map<string, Bencoded>([
    ['iv', iv],
    ['salt', salt],
  ]);
  const dictionary = new Map<string, Bencoded>([
    ['data', data],
    ['enc', parameters],
  ]);
  return concat(utf8('JMENCWLT'), encodeBencode(dictionary));
}

async function sealed(entries: ReadonlyMap<string, Bencoded>): Promise<Uint8Array> {
  return outer(encrypt(concat(utf8('JMWALLET'), encodeBencode(entries)), await keyOnce));
}

/** The code of the typed error, or `opened`. Any other error gets through and fails the test. */
async function outcome(file: Uint8Array, password: string | null = PASSWORD): Promise<string> {
  try {
    await openJmdat(file, password);
    return 'opened';
  } catch (error) {
    if (error instanceof JmdatError || error instanceof BencodeError) return error.code;
    throw error;
  }
}

/** True for bytes that are a whole dictionary: behind the magic of a plain wallet they make one. `de` is the shortest. */
function isDictionary(bytes: Uint8Array): boolean {
  try {
    return parseBencode(bytes) instanceof Map;
  } catch (error) {
    if (error instanceof BencodeError) return false;
    throw error;
  }
}

test('a plain wallet is read as it was written', async (t) => {
  await fc.assert(
    fc.asyncProperty(content, async (entries) => {
      const file = concat(utf8('JMWALLET'), encodeBencode(entries));
      t.deepEqual(await openJmdat(file, null), entries);
    }),
  );
});

test('an encrypted wallet is read as it was written, with padding and without', async (t) => {
  // The key derivation is as slow as the reference made it, so there are few runs: around one whole block.
  const sizes: number[] = [];
  for (const length of [25, 26, 27]) {
    const entries = new Map<string, Bencoded>([['entropy', new Uint8Array(length).fill(9)]]);
    sizes.push((8 + encodeBencode(entries).length) % 16);
    t.deepEqual(await openJmdat(await sealed(entries), PASSWORD), entries);
  }
  t.deepEqual(sizes, [15, 0, 1]);
});

test('noise behind a magic, or without one, ends in a named error', async (t) => {
  const start = fc.constantFrom('JMWALLET', 'JMENCWLT', 'JMWALLE', '');
  const noise = fc
    .oneof(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(utf8('le'), utf8('i1e')))
    .filter((bytes) => !isDictionary(bytes));
  const file = fc.tuple(start, noise).map(([magic, bytes]) => concat(utf8(magic), bytes));
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom(null, '', PASSWORD), async (bytes, password) => {
      t.not(await outcome(bytes, password), 'opened');
    }),
    { numRuns: 500 },
  );
});

test('an encrypted wallet that was changed by one byte ends in a named error or in its own content', async (t) => {
  const entries = new Map<string, Bencoded>([['entropy', new Uint8Array(16)]]);
  const file = await sealed(entries);
  // A changed length of the salt is left out: it makes a salt that the key derivation does not take.
  const saltLength = file.length - SALT.length - '16:'.length - 'ee'.length;
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      fc.pre(at < saltLength || at >= saltLength + 3);
      const changed = file.map((byte, index) => (index === at ? byte ^ mask : byte));
      t.regex(
        await outcome(changed),
        /^(opened|jmdat-not-a-wallet|jmdat-damaged|password-wrong|bencode-malformed)$/u,
      );
    }),
    { numRuns: 25 },
  );
});

const damaged: readonly [string, () => Uint8Array][] = [
  ['no data', () => outer(new Uint8Array(0))],
  ['data that is not whole blocks', () => outer(new Uint8Array(17))],
  ['a short iv', () => outer(new Uint8Array(16), new Uint8Array(15))],
  ['a long iv', () => outer(new Uint8Array(16), new Uint8Array(17))],
  ['data that is a number', () => outer(5n)],
  ['an iv that is a list', () => outer(new Uint8Array(16), [])],
  ['a short salt', () => outer(new Uint8Array(16), IV, new Uint8Array(15))],
  ['a long salt', () => outer(new Uint8Array(16), IV, new Uint8Array(17))],
  ['a salt that is a number', () => outer(new Uint8Array(16), IV, 5n)],
  ['no dictionary', () => concat(utf8('JMENCWLT'), utf8('le'))],
  ['an empty dictionary', () => concat(utf8('JMENCWLT'), utf8('de'))],
  ['plain content that is a list', () => concat(utf8('JMWALLET'), utf8('le'))],
];

for (const [name, file] of damaged) {
  test(`a wallet with ${name} is damaged`, async (t) => {
    t.is(await outcome(file()), 'jmdat-damaged');
  });
}

test('a wrong password, a missing one and a strange file are told apart', async (t) => {
  const file = await sealed(new Map());
  t.is(await outcome(file, 'wrong'), 'password-wrong');
  t.is(await outcome(file, ''), 'password-wrong');
  t.is(await outcome(file, null), 'jmdat-password-needed');
  t.is(await outcome(utf8('JMSPLITW')), 'jmdat-not-a-wallet');
  t.is(await outcome(file), 'opened');
});
