import test from 'ava';
import { PolicyError } from '../../../../../scripts/audit/policy/policy-error.ts';
import { fieldsOf, policyLines } from '../../../../../scripts/audit/policy/text.ts';

const linesOf = (text: string): readonly (readonly [number, string])[] =>
  policyLines(Buffer.from(text), 'x').map(({ line, text: content }) => [line, content]);

test('lines end with LF, CRLF or a lone CR, and with nothing else', (t) => {
  t.deepEqual(linesOf('a\nb\r\nc\rd\n\re'), [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
    [6, 'e'],
  ]);
  t.deepEqual(linesOf('a\u2028b\u0085c\x0bd'), [[1, 'a\u2028b\u0085c\x0bd']]);
});

test('blank lines and comments say nothing, whatever white space is before them', (t) => {
  t.deepEqual(linesOf('#a\n \t#b\n\n \x1c\u3000\nc#d'), [[5, 'c#d']]);
});

test('fields are separated by exactly the white space of Python', (t) => {
  for (let code = 0; code <= 0xffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const separates = fieldsOf(`a${String.fromCodePoint(code)}b`).length === 2;
    // What JavaScript takes for white space, but for the byte order mark, and six controls more.
    const expected =
      (/\s/u.test(String.fromCodePoint(code)) && code !== 0xfeff) ||
      (code >= 0x1c && code <= 0x1f) ||
      code === 0x85;
    if (separates !== expected) t.fail(`U+${code.toString(16)}`);
  }
  t.deepEqual(fieldsOf(' \t a  b\t'), ['a', 'b']);
  t.deepEqual(fieldsOf(''), []);
});

test('a byte order mark belongs to the first field', (t) => {
  t.deepEqual(linesOf('\u{feff}# x'), [[1, '\u{feff}# x']]);
});

test('bytes that are not UTF-8 are refused at their line', (t) => {
  const samples: readonly (readonly [number[], number])[] = [
    [[0x61, 0xff], 1],
    [[0x61, 0x0a, 0xc3], 2],
    [[0x0d, 0x0a, 0x0d, 0xc0, 0x80], 3],
    // A surrogate, behind the character that replaces undecodable bytes elsewhere.
    [[0xef, 0xbf, 0xbd, 0x0a, 0x0a, 0xed, 0xa0, 0x80, 0x0a], 3],
  ];
  for (const [bytes, line] of samples) {
    const error = t.throws(() => policyLines(Uint8Array.from(bytes), 'x'), { instanceOf: PolicyError });
    t.is(error.code, 'bad-utf8');
    t.is(error.line, line);
  }
});
