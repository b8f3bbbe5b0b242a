import test from 'ava';
import fc from 'fast-check';
import { printable } from '../../../vm-net/printable.ts';

test('printable ASCII stays as it is, from the first to the last character', (t) => {
  const all = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
  t.is(printable(all), all);
});

for (const [what, character] of [
  ['the character before the first', '\u001f'],
  ['the character after the last', '\u007f'],
  ['a line feed', '\n'],
  ['an escape', '\u001b'],
  ['a letter with an accent', 'é'],
  ['a mark that turns the line around', '\u202e'],
  ['a character of two code units', '\u{1f600}'],
  ['half a character', '\ud83d'],
] as const) {
  test(`${what} becomes one blank`, (t) => {
    t.is(printable(`a${character}b`), 'a b');
  });
}

test('whatever comes in, only printable ASCII comes out, once and for all', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = printable(text);
      t.regex(clean, /^[\x20-\x7e]*$/u);
      t.is(clean.length, Array.from(text).length);
      t.is(printable(clean), clean);
    }),
  );
});
