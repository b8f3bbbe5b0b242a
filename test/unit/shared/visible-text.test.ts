import test from 'ava';
import fc from 'fast-check';
import { visible, visibleAscii, visibleJson } from '../../../shared/visible-text.ts';

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
/** What may reach no terminal: controls, DEL, C1, marks of direction, blanks without width, halves of characters. */
const STEERING =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

test('letters of every script, boxes and blocks stay as they are', (t) => {
  for (const text of [ASCII, '', 'Zürich, наличные, 現金, نقد', '│─█▀▄ ✓ 😀', 'n\u0303'])
    t.is(visible(text), text);
});

for (const [what, character, shown] of [
  ['the first control character', '\u0000', '\\x00'],
  ['an escape', '\u001b', '\\x1b'],
  ['a bell', '\u0007', '\\x07'],
  ['a tab', '\t', '\\x09'],
  ['a line feed', '\n', '\\x0a'],
  ['the character before the blank', '\u001f', '\\x1f'],
  ['DEL', '\u007f', '\\x7f'],
  ['the first C1 control', '\u0080', '\\x80'],
  ['a control sequence introducer of one byte', '\u009b', '\\x9b'],
  ['the last C1 control', '\u009f', '\\x9f'],
  ['a soft hyphen', '\u00ad', '\\xad'],
  ['a blank without width', '\u200b', '\\u200b'],
  ['the mark from right to left', '\u200f', '\\u200f'],
  ['a line separator', '\u2028', '\\u2028'],
  ['a paragraph separator', '\u2029', '\\u2029'],
  ['the first embedding', '\u202a', '\\u202a'],
  ['an override that turns the line around', '\u202e', '\\u202e'],
  ['a word joiner', '\u2060', '\\u2060'],
  ['the last isolate', '\u2069', '\\u2069'],
  ['a byte order mark', '\ufeff', '\\ufeff'],
  ['a tag character of two code units', '\u{e0041}', '\\u{e0041}'],
  ['half a character', '\ud83d', '\\ud83d'],
] as const) {
  test(`${what} can be seen`, (t) => {
    t.is(visible(`a${character}b`), `a${shown}b`);
    t.is(visibleAscii(`a${character}b`), `a${shown}b`);
    t.deepEqual(JSON.parse(visibleJson(JSON.stringify({ text: character }))), { text: character });
  });
}

test('neighbours of what is escaped stay', (t) => {
  for (const text of [
    '\u00a0',
    '\u00ac',
    '\u00ae',
    '\u200a',
    '\u2010',
    '\u2027',
    '\u202f',
    '\u205f',
    '\u2070',
  ]) {
    t.is(visible(text), text);
  }
});

test('a stranger gets printable ASCII and nothing else', (t) => {
  t.is(visibleAscii(ASCII), ASCII);
  t.is(visibleAscii('naïve 😀'), 'na\\xefve \\u{1f600}');
});

test('text of the limit stays whole, and what is longer is cut to it', (t) => {
  t.is(visibleAscii('abcdef', 7), 'abcdef');
  t.is(visibleAscii('abcdefg', 7), 'abcdefg');
  t.is(visibleAscii('abcdefgh', 7), 'abcd...');
  t.is(visibleAscii('abcd\n', 7), 'abcd...');
  t.is(visibleAscii('x'.repeat(200)).length, 200);
  t.is(visibleAscii('x'.repeat(201)), `${'x'.repeat(197)}...`);
});

const anything = fc.string({ unit: 'binary', maxLength: 60 });

test('whatever comes in, nothing that steers a terminal comes out, once and for all', (t) => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 3, max: 80 }), (text, limit) => {
      const seen = visible(text);
      t.notRegex(seen, STEERING);
      t.is(visible(seen), seen);
      const ascii = visibleAscii(text, limit);
      t.regex(ascii, /^[\x20-\x7e]*$/u);
      t.true(ascii.length <= limit);
      t.is(visibleAscii(ascii, limit), ascii);
    }),
  );
});

test('what holds nothing of the kind is not changed', (t) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u), (text) => {
      t.is(visible(text), text);
      t.is(visibleJson(JSON.stringify(text)), JSON.stringify(text));
    }),
  );
});

test('JSON means the same as before, and can be printed', (t) => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const json = JSON.stringify(value);
      const seen = visibleJson(json);
      t.notRegex(seen, STEERING);
      t.deepEqual(JSON.parse(seen), JSON.parse(json));
    }),
  );
});
