import test from 'ava';
import fc from 'fast-check';
import { outpointKey, parseOutpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import type { Bencoded } from '../../../../vm-wallet/import/bencode.ts';
import { ImportError } from '../../../../vm-wallet/import/import-error.ts';
import { readImportedWallet } from '../../../../vm-wallet/import/imported-wallet.ts';
import { openOldWallet } from '../../../../vm-wallet/import/open-old-wallet.ts';
import {
  dictionaryOf,
  oldWallet,
  outpointKeyOf,
  recordedWallets,
  type Plain,
} from '../../../fixtures/old-wallet.ts';

const TXID = `0f${'1a'.repeat(31)}`;
const KIND_NAMES: ReadonlyMap<string, string> = new Map([
  ['LegacyWallet', 'legacy'],
  ['SegwitLegacyWallet', 'nested'],
  ['SegwitWallet', 'native'],
  ['SegwitWalletFidelityBonds', 'native-bonds'],
]);

const damagedParts: readonly [string, Record<string, Plain>, without?: string][] = [
  ['no network', {}, 'network'],
  ['a strange network', { network: 'regtest' }],
  ['a network that is a number', { network: 1 }],
  ['a time of creation in another form', { created: '2020-01-01' }],
  ['no type', {}, 'wallet_type'],
  ['a type that is text', { wallet_type: '2' }],
  ['no entropy', {}, 'entropy'],
  ['12 bytes of entropy', { entropy: new Uint8Array(12) }],
  ['18 bytes of entropy', { entropy: new Uint8Array(18) }],
  ['36 bytes of entropy', { entropy: new Uint8Array(36) }],
  ['an extension that is not UTF-8', { seed_extension: Uint8Array.of(0xff) }],
  ['no indices', {}, 'index_cache'],
  ['indices that are a list', { index_cache: [] }],
  ['indices of no mixdepth', { index_cache: {} }],
  ['a mixdepth with a leading zero', { index_cache: { '00': {} } }],
  ['mixdepth 100', { index_cache: { '100': {} } }],
  ['a branch that is a word', { index_cache: { '0': { x: 1 } } }],
  ['branch 4', { index_cache: { '0': { '4': 1 } } }],
  ['an index below 0', { index_cache: { '0': { '0': -1 } } }],
  ['an index over the limit', { index_cache: { '0': { '0': 100_001 } } }],
  ['an index that is text', { index_cache: { '0': { '0': '1' } } }],
  ['a note on no outpoint', { meta: { short: { disabled: 1 } } }],
  ['a note on an output with a leading zero', { meta: { [`${outpointKeyOf(TXID, 0)}1`]: { disabled: 1 } } }],
  ['a note on an output over 2^32 - 1', { meta: { [outpointKeyOf(TXID, 2 ** 32)]: { disabled: 1 } } }],
  ['a note that is no dictionary', { meta: { [outpointKeyOf(TXID, 0)]: 1 } }],
  ['a freeze that is text', { meta: { [outpointKeyOf(TXID, 0)]: { disabled: 'yes' } } }],
  ['a coin without a path', { utxo: { '0': { [outpointKeyOf(TXID, 0)]: [] } } }],
  ['a coin of negative value', { utxo: { '0': { [outpointKeyOf(TXID, 0)]: [['abc'], -1, 5] } } }],
  ['a label that is not UTF-8', { addr_labels: { address: Uint8Array.of(0xff) } }],
  ['an imported key that is no list', { imported_keys: { '0': ['key'] } }],
];

for (const recorded of recordedWallets()) {
  test(`reads ${recorded.name}`, async (t) => {
    const asked: string[] = [];
    const wallet = await openOldWallet(recorded.bytes, () => {
      asked.push('password');
      return Promise.resolve(recorded.password ?? '');
    });
    t.is(asked.length, recorded.password === null ? 0 : 1);
    t.is(KIND_NAMES.get(recorded.wallet_class), wallet.kind);
    t.is(wallet.network, recorded.network === 'regtest' ? 'testnet' : (recorded.network as 'mainnet'));
    t.is(toHex(wallet.entropy), recorded.entropy);
    t.is(wallet.extension, recorded.extension ?? '');
    t.is(wallet.mixdepths, 5);
    t.is(wallet.created, '2026/11/21 01:02:03');
    t.is(wallet.burnerOutputs, 0);
  });
}

test('reads indices, labels, frozen coins and imported keys of a recorded wallet', async (t) => {
  const recorded = recordedWallets().find(({ name }) => name === 'segwit-ext-regtest.jmdat');
  if (recorded === undefined) throw new Error('no such file');
  const wallet = await openOldWallet(recorded.bytes, () => Promise.resolve(recorded.password ?? ''));
  t.deepEqual([...wallet.labels], [[recorded.external0, 'my label é']]);
  t.is(wallet.nextIndex['2/0'], 3);
  t.is(wallet.importedKeys, 1);
  t.deepEqual(wallet.frozen, [
    {
      outpoint: outpointKey(
        parseOutpoint('9dc42c0f0e498e27abd7f03bf1c0d0c61797af6431fc40e35c2a97a4e4652071:0'),
      ),
      value: 5000n,
      mixdepth: 1,
      onImportedKey: false,
    },
  ]);
});

for (const [name, changes, without] of damagedParts) {
  test(`refuses a wallet with ${name}`, (t) => {
    const error = t.throws(() => readImportedWallet(oldWallet(changes, without)), {
      instanceOf: ImportError,
      code: 'wallet-damaged',
    });
    t.regex(error.cure ?? '', /backup/u);
  });
}

test('refuses a type that nobody knows, by its number', (t) => {
  for (const type of [-1, 3, 4, 7, 8]) {
    t.throws(() => readImportedWallet(oldWallet({ wallet_type: type })), {
      code: 'wallet-kind-unsupported',
      message: new RegExp(`type ${type}$`, 'u'),
    });
  }
});

test('reads every known type, at the limits of entropy, mixdepth and index', (t) => {
  const kinds = [0, 1, 2, 5].map((type) => readImportedWallet(oldWallet({ wallet_type: type })).kind);
  t.deepEqual(kinds, ['legacy', 'nested', 'native', 'native-bonds']);
  t.is(readImportedWallet(oldWallet({ wallet_type: 6, entropy: 'xpub...' })).kind, 'watch-only');
  for (const length of [16, 20, 24, 28, 32]) {
    t.is(readImportedWallet(oldWallet({ entropy: new Uint8Array(length) })).entropy.length, length);
  }
  const wallet = readImportedWallet(oldWallet({ index_cache: { '99': { '3': 100_000 } } }));
  t.is(wallet.mixdepths, 100);
  t.deepEqual(wallet.nextIndex, { '99/3': 100_000 });
});

test('a coin is frozen by its note alone; what the file lists of it is told', (t) => {
  const on = (vout: number): string => outpointKeyOf(TXID, vout);
  const wallet = readImportedWallet(
    oldWallet({
      meta: {
        [on(0)]: { disabled: 1 },
        [on(1)]: { disabled: 0 },
        [on(2)]: {},
        [on(3)]: { disabled: 1 },
        [on(4294967295)]: { disabled: 1 },
      },
      utxo: {
        '1': {
          [on(0)]: [['abc', 5], 700, 100],
          [on(1)]: [['abc', 5], 800, 100],
          [on(3)]: [['imported', 1, 0], 900, 100],
        },
      },
    }),
  );
  const shown = wallet.frozen.map(({ outpoint, ...rest }) => ({ vout: outpoint.slice(65), ...rest }));
  t.deepEqual(shown, [
    { vout: '0', value: 700n, mixdepth: 1, onImportedKey: false },
    { vout: '3', value: 900n, mixdepth: 1, onImportedKey: true },
    { vout: '4294967295', value: null, mixdepth: null, onImportedKey: false },
  ]);
  t.true(wallet.frozen.every(({ outpoint }) => outpoint.startsWith(`${TXID}:`)));
});

test('removed keys do not count; burner outputs do', (t) => {
  const key = new Uint8Array(33).fill(7);
  const wallet = readImportedWallet(
    oldWallet({
      imported_keys: {
        '0': [
          [key, 2],
          ['', -1],
        ],
        '3': [[key, 1]],
      },
      'burner-out': { "m/84'/1'/0'/3/0": ['', 5, 'mbu', 0] },
    }),
  );
  t.is(wallet.importedKeys, 2);
  t.is(wallet.burnerOutputs, 1);
});

test('parts that a fresh wallet does not have may be missing', (t) => {
  for (const part of ['created', 'imported_keys', 'utxo', 'meta', 'addr_labels']) {
    t.notThrows(() => readImportedWallet(oldWallet({}, part)));
  }
});

test('errors never repeat what stands in the file', (t) => {
  const secret = 'abandon abandon';
  for (const part of ['network', 'created', 'wallet_type', 'entropy', 'index_cache', 'meta', 'utxo']) {
    const error = t.throws(() => readImportedWallet(oldWallet({ [part]: secret })), {
      instanceOf: ImportError,
    });
    t.false(`${error.message} ${error.cure ?? ''}`.includes(secret));
  }
});

test('whatever the dictionary holds, reading ends in a wallet or in an ImportError', (t) => {
  const { value } = fc.letrec<{ value: Bencoded }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.bigInt({ min: -3n, max: 9n }),
      fc.uint8Array({ maxLength: 34 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.constantFrom('0', '1', outpointKeyOf(TXID, 0), 'disabled', 'x'), tie('value')), {
          maxLength: 3,
        })
        .map((entries) => new Map(entries)),
    ),
  }));
  const parts = [...oldWallet().keys(), 'seed_extension', 'burner-out'];
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...parts), value, (part, noise) => {
      try {
        readImportedWallet(new Map([...oldWallet(), [part, noise]]));
        read += 1;
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
  t.true(read > 0 && read < 1000);
  t.throws(() => readImportedWallet(dictionaryOf({})), { instanceOf: ImportError });
});
