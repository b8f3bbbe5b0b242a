import test from 'ava';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import {
  createEntropy,
  entropyOf,
  MnemonicError,
  seedOf,
  wordsOf,
} from '../../../../vm-wallet/keys/mnemonic.ts';
import { ABANDON_ENTROPY, ABANDON_WORDS } from '../../../fixtures/abandon.ts';

/** From the test vectors that BIP39 points to; their passphrase is TREZOR. */
const vectors: readonly [string, string, string][] = [
  [
    '00'.repeat(16),
    ABANDON_WORDS,
    'c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04',
  ],
  [
    'ff'.repeat(16),
    'zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong',
    'ac27495480225222079d7be181583751e86f571027b0497b5b5d11218e0a8a13332572917f0f8e5a589620c6f15b11c61dee327651a14c34e18231052e48c069',
  ],
];

for (const [entropy, words, seed] of vectors) {
  test(`entropy ${entropy} has the words and the seed of BIP39's vectors`, (t) => {
    t.is(wordsOf(fromHex(entropy)), words);
    t.is(toHex(entropyOf(words)), entropy);
    t.is(toHex(seedOf(fromHex(entropy), 'TREZOR')), seed);
  });
}

test('fresh entropy has the size of its words, and comes back from them', (t) => {
  for (const [count, bytes] of [
    [12, 16],
    [15, 20],
    [18, 24],
    [21, 28],
    [24, 32],
  ] as const) {
    const entropy = createEntropy(count, systemRandom);
    t.is(entropy.length, bytes);
    t.is(wordsOf(entropy).split(' ').length, count);
    t.deepEqual(entropyOf(wordsOf(entropy)), entropy);
  }
  t.throws(() => createEntropy(13, systemRandom), { instanceOf: MnemonicError, code: 'mnemonic-bad-length' });
});

test('case and white space do not matter', (t) => {
  t.deepEqual(entropyOf(`  ${ABANDON_WORDS.toUpperCase().replaceAll(' ', ' \n\t')} `), ABANDON_ENTROPY);
});

test('a word that is missing, unknown or in the wrong place is told apart', (t) => {
  const words = ABANDON_WORDS.split(' ');
  for (const [list, code, message] of [
    [words.slice(1), 'mnemonic-bad-length', /not 11$/u],
    [[], 'mnemonic-bad-length', /not 0$/u],
    [[...words.slice(0, 4), 'abandoned', ...words.slice(5)], 'mnemonic-unknown-word', /^Word 5 is not/u],
    [[...words.slice(0, 11), 'abandon'], 'mnemonic-bad-checksum', /checksum is wrong/u],
  ] as const) {
    const error = t.throws(() => entropyOf(list.join(' ')), { instanceOf: MnemonicError, code });
    t.regex(error.message, message);
  }
});

test('the message about a wrong word does not repeat the secret', (t) => {
  const error = t.throws(() => entropyOf(`${'zebra '.repeat(11)}hunter2`), { code: 'mnemonic-unknown-word' });
  t.false(/zebra|hunter2/u.test(error.message + String(Reflect.get(error, 'cure'))));
});
