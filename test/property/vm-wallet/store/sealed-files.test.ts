import test from 'ava';
import fc from 'fast-check';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import {
  createFileKey,
  openAsOwner,
  readWalletFrame,
  sealWalletFile,
  WalletFileError,
} from '../../../../vm-wallet/store/file-format.ts';
import { MakerFileError, unlockMakerFile } from '../../../../vm-wallet/store/maker-file.ts';
import { openSeed, sealSeed } from '../../../../vm-wallet/store/seed-box.ts';
import { packState, unpackForMaker, unpackForOwner } from '../../../../vm-wallet/store/wallet-content.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { CHEAP_KDF } from '../../../fixtures/wallet-file.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const state = fc
  .record({
    entropy: fc
      .uint8Array({ minLength: 4, maxLength: 8 })
      .map((bytes) => Buffer.from(bytes).toString('hex').repeat(4)),
    extension: fc.string({ unit: 'binary' }),
    createdAt: fc.nat(),
    mixdepths: fc.integer({ min: 1, max: 10 }),
    birthday: fc.option(fc.nat()),
    rules: fc.option(fc.record({ text: fc.string({ unit: 'binary' }), at: fc.nat() })),
    transactionLabels: fc.dictionary(fc.constantFrom('ab'.repeat(32), '01'.repeat(32)), fc.string()),
  })
  .map((changes) => emptyState(changes));

test('whatever the state, owner and maker read what was packed, and a maker packs it for the owner', (t) => {
  fc.assert(
    fc.property(state, key, key, (before, body, seed) => {
      const salted = { salt: new Uint8Array(16), kdf: CHEAP_KDF };
      const owner = { role: 'owner', body, seed, ...salted } as const;
      const text = new TextDecoder().decode(packState(before, owner, systemRandom));
      t.deepEqual(unpackForOwner(text, 2, owner), before);
      const { state: seen, sealedSeed } = unpackForMaker(text);
      t.deepEqual(seen, { ...before, entropy: '', extension: '' });
      const maker = { role: 'maker', body, sealedSeed, ...salted } as const;
      const again = new TextDecoder().decode(packState({ ...seen, backups: 3 }, maker, systemRandom));
      t.deepEqual(unpackForOwner(again, 2, owner), { ...before, backups: 3 });
    }),
    { numRuns: 100 },
  );
});

test('a seed opens with no other key', (t) => {
  fc.assert(
    fc.property(state, key, key, (before, right, wrong) => {
      fc.pre(Buffer.compare(right, wrong) !== 0);
      const sealed = sealSeed(before, right, systemRandom);
      t.throws(() => openSeed(sealed, wrong, before), {
        instanceOf: WalletFileError,
        code: 'wallet-tampered',
      });
    }),
    { numRuns: 100 },
  );
});

/** The code that a file is refused with, whichever it is taken for. */
async function refusalsOf(file: Uint8Array): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const open of [
    () => openAsOwner(readWalletFrame(file), 'password'),
    () => unlockMakerFile(file, 'password'),
  ]) {
    try {
      await open();
      codes.push('opened');
    } catch (error) {
      if (!(error instanceof WalletFileError) && !(error instanceof MakerFileError)) throw error;
      codes.push(error.code);
    }
  }
  return codes;
}

test('bytes that are no file of ours are refused with a name, whatever they are', async (t) => {
  const magic = fc.constantFrom('', 'JMSPLITW', 'JMSPLITM', 'JMSPL');
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      // No version that is known, so that no password is stretched at costs that chance chose.
      if (rest.length > 0) rest[0] = (rest[0] ?? 0) | 0x80;
      const refused = await refusalsOf(Buffer.concat([Buffer.from(start), rest]));
      t.true(refused.every((code) => code.startsWith('wallet-')));
    }),
    { numRuns: 500 },
  );
});

test('a file whose body is cut and put together anew is refused', async (t) => {
  const fileKey = await createFileKey('password', CHEAP_KDF, systemRandom);
  const file = sealWalletFile(systemRandom.bytes(300), fileKey, systemRandom);
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.nat(file.length - 1), async (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
      const turned = Buffer.concat([
        file.subarray(0, from),
        file.slice(from, to).reverse(),
        file.subarray(to),
      ]);
      // The costs of the header are not to be paid at random.
      fc.pre(from >= 19 && Buffer.compare(turned, file) !== 0);
      const [code] = await refusalsOf(turned);
      t.regex(code ?? '', /^(password-wrong|wallet-(tampered|truncated))$/u);
    }),
    { numRuns: 100 },
  );
});
