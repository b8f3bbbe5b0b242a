import test from 'ava';
import fc from 'fast-check';
import { concat, utf8 } from '../../../../shared/crypto/bytes.ts';
import { BencodeError, parseBencode, type Bencoded } from '../../../../vm-wallet/import/bencode.ts';
import { encodeBencode } from '../../../fixtures/bencode.ts';

const LARGEST = 10n ** 19n - 1n;
const MAX_DEPTH = 32;
const key = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const { value } = fc.letrec<{ value: Bencoded }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.bigInt({ min: -LARGEST, max: LARGEST }),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
  ),
}));
/** Text of the signs that mean something, which gets further than noise. */
const soup = fc
  .array(fc.constantFrom('i', 'l', 'd', 'e', ':', '-', '0', '1', '3', '12', '1:x', 'i7e', '2:ab'), {
    maxLength: 30,
  })
  .map((signs) => utf8(signs.join('')));

/** Reads, or names the one error that reading may throw. */
function read(bytes: Uint8Array): Bencoded | BencodeError {
  try {
    return parseBencode(bytes);
  } catch (error) {
    if (error instanceof BencodeError) return error;
    throw error;
  }
}

test('every value comes back as it was written', (t) => {
  fc.assert(
    fc.property(value, (written) => {
      t.deepEqual(parseBencode(encodeBencode(written)), written);
    }),
    { numRuns: 500 },
  );
});

test('a value that was cut short, or has something behind it, is none', (t) => {
  fc.assert(
    fc.property(value, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 3 }), (written, at, more) => {
      const bytes = encodeBencode(written);
      t.true(read(bytes.subarray(0, at % bytes.length)) instanceof BencodeError);
      t.true(read(concat(bytes, more)) instanceof BencodeError);
    }),
    { numRuns: 300 },
  );
});

test('whatever the bytes are, reading ends in a value that says them again, or in a BencodeError', (t) => {
  let values = 0;
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), soup), (bytes) => {
      const result = read(bytes);
      if (result instanceof BencodeError) return;
      values += 1;
      // A key that comes twice is the only thing that is not kept.
      t.true(encodeBencode(result).length <= bytes.length);
      t.deepEqual(parseBencode(encodeBencode(result)), result);
    }),
    { numRuns: 3000 },
  );
  t.true(values > 10, 'the texts were too wild to mean anything');
});

test('a changed byte never makes anything but a value or a BencodeError', (t) => {
  fc.assert(
    fc.property(value, fc.nat(), fc.nat(255), (written, at, byte) => {
      const bytes = encodeBencode(written);
      bytes[at % bytes.length] = byte;
      t.notThrows(() => read(bytes));
    }),
    { numRuns: 500 },
  );
});

test('the depth of lists and dictionaries: at the limit and over it', (t) => {
  const lists = (depth: number): Uint8Array => utf8('l'.repeat(depth) + 'e'.repeat(depth));
  const dictionaries = (depth: number): Uint8Array => utf8(`${'d1:a'.repeat(depth)}i0e${'e'.repeat(depth)}`);
  t.false(read(lists(MAX_DEPTH + 1)) instanceof BencodeError);
  t.true(read(lists(MAX_DEPTH + 2)) instanceof BencodeError);
  t.false(read(dictionaries(MAX_DEPTH)) instanceof BencodeError);
  t.true(read(dictionaries(MAX_DEPTH + 1)) instanceof BencodeError);
  t.true(read(utf8('l'.repeat(1_000_000))) instanceof BencodeError);
});

for (const text of [
  'i01e',
  'i-0e',
  'i+1e',
  'i 1e',
  'ie',
  'i1',
  `i${'9'.repeat(20)}e`,
  '01:a',
  '-1:a',
  '2:a',
  `${'9'.repeat(19)}:a`,
  ':a',
  'di0ei0ee',
  'd1:ae',
  '',
]) {
  test(`${JSON.stringify(text)} is not bencoded`, (t) => {
    t.throws(() => parseBencode(utf8(text)), { instanceOf: BencodeError, code: 'bencode-malformed' });
  });
}

test('the largest numbers are read to the last digit', (t) => {
  t.is(parseBencode(utf8(`i${LARGEST}e`)), LARGEST);
  t.is(parseBencode(utf8(`i-${LARGEST}e`)), -LARGEST);
});
