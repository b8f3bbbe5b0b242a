import test from 'ava';
import fc from 'fast-check';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { oldEntropyOf, OldMnemonicError, oldWordsOf } from '../../../../vm-wallet/import/old-mnemonic.ts';
import { OLD_WORDS } from '../../../../vm-wallet/import/old-words.ts';

const word = fc.constantFrom(...OLD_WORDS);
const groups = fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

test('the list has 1626 different words', (t) => {
  t.is(OLD_WORDS.length, 1626);
  t.is(new Set(OLD_WORDS).size, 1626);
  t.true(OLD_WORDS.every((one) => /^[a-z]+$/u.test(one)));
});

test("the example of the reference's encoding", (t) => {
  const entropy = fromHex('00112233445566778899aabbccddeeff');
  const words = 'snap sunset sunset week garden guy click express gaze flood scatter teach'.split(' ');
  t.deepEqual(oldWordsOf(entropy), words);
  t.deepEqual(oldEntropyOf(words), entropy);
});

test('entropy comes back from its words: three for each four bytes', (t) => {
  const entropy = fc
    .array(fc.uint8Array({ minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
  fc.assert(
    fc.property(
      fc.oneof(entropy, fc.constantFrom(new Uint8Array(16), new Uint8Array(16).fill(255))),
      (bytes) => {
        const words = oldWordsOf(bytes);
        t.is(words.length, (bytes.length / 4) * 3);
        t.deepEqual(oldEntropyOf(words), bytes);
      },
    ),
    { numRuns: 500 },
  );
});

test('any words of the list name their own entropy, or none', (t) => {
  let named = 0;
  fc.assert(
    fc.property(groups, (parts) => {
      const words = parts.flat();
      let entropy;
      try {
        entropy = oldEntropyOf(words);
      } catch (error) {
        t.true(error instanceof OldMnemonicError);
        return;
      }
      named += 1;
      t.deepEqual(oldWordsOf(entropy), words);
    }),
    { numRuns: 500 },
  );
  t.true(named > 10);
});

test('a word that is not in the list, or a number of words that is no multiple of three, names nothing', (t) => {
  const text = fc.oneof(
    fc.string(),
    word.map((one) => one.toUpperCase()),
    word.map((one) => `${one} `),
  );
  fc.assert(
    fc.property(groups, fc.nat(), text, (parts, at, wrong) => {
      fc.pre(!OLD_WORDS.includes(wrong));
      const words = parts.flat();
      const error = { instanceOf: OldMnemonicError, code: 'old-mnemonic-malformed' };
      t.throws(() => oldEntropyOf(words.toSpliced(at % words.length, 1, wrong)), error);
      t.throws(() => oldEntropyOf(words.slice(1)), error);
      t.throws(() => oldEntropyOf([...words, 'like']), error);
    }),
  );
  t.throws(() => oldEntropyOf([]), { instanceOf: OldMnemonicError });
});

test('the four bytes that three words can say: at the limit and over it', (t) => {
  // The largest number below 2^32, and the next one: the words could say up to 1626³ − 1.
  const most = oldWordsOf(fromHex('ffffffff'));
  t.deepEqual(oldEntropyOf(most), fromHex('ffffffff'));
  const [first = 0, second = 0, third = 0] = most.map((one) => OLD_WORDS.indexOf(one));
  const next = [first + 1, second + 1, third + 1].map((index) => OLD_WORDS[index % OLD_WORDS.length] ?? '');
  t.throws(() => oldEntropyOf(next), { instanceOf: OldMnemonicError });
});
