import test from 'ava';
import { execa } from 'execa';
import fc from 'fast-check';
import { IniError, parsePythonIni } from '../../../../shared/config/python-ini.ts';

/** Reads texts as the reference does; null where ConfigParser refuses. */
const PYTHON = `
import configparser, json, sys
def parse(text):
    parser = configparser.ConfigParser(strict=False)
    try:
        parser.read_string(text)
        return {name: dict(parser.items(name)) for name in parser.sections()}
    except configparser.Error:
        return None
print(json.dumps([parse(text) for text in json.load(sys.stdin)]))
`;

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/u);
const plainValue = fc.stringMatching(/^([!-$&-~]([ -$&-~]{0,20}[!-$&-~])?)?$/u);
const token = fc.constantFrom(
  ...[
    '[a]',
    '[b]',
    '[DEFAULT]',
    '[',
    ']',
    'k',
    'Key',
    'x y',
    ' = ',
    '=',
    ':',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n',
    '\n\n',
  ],
  ...[
    '# no',
    ';',
    'v',
    'w=v',
    '%%',
    '%',
    '%(k)s',
    '%(key)s',
    '%(x)s',
    '%()s',
    '"q"',
    '[]',
    '%(K)s',
    'k = 1\n',
  ],
);
/** Texts in which everything that the dialect knows meets everything else. */
const soup = fc.array(token, { maxLength: 25 }).map((tokens) => tokens.join(''));
const headed = soup.map((text) => `[a]\nk = 1\n${text}`);
const texts = fc.oneof(headed, soup, fc.string({ maxLength: 60 }));

/** Plain objects of what was read, or null where it was refused with the typed error. */
function read(text: string): Record<string, Record<string, string>> | null {
  try {
    const sections = [...parsePythonIni(text, 'test.cfg')];
    return Object.fromEntries(sections.map(([section, keys]) => [section, Object.fromEntries(keys)]));
  } catch (error) {
    if (error instanceof IniError) return null;
    throw error;
  }
}

test('any text is read, or refused with an IniError that names the file', (t) => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      try {
        parsePythonIni(text, 'test.cfg');
      } catch (error) {
        t.true(error instanceof IniError && error.message.startsWith('test.cfg, '), String(error));
      }
    }),
    { numRuns: 2000 },
  );
  t.pass();
});

test('a file that was written plainly is read as it was meant', (t) => {
  const file = fc.dictionary(name, fc.dictionary(name, plainValue, { maxKeys: 5 }), { maxKeys: 5 });
  fc.assert(
    fc.property(
      file,
      fc.constantFrom(' = ', '=', ': ', ' : '),
      fc.constantFrom('\n', '\r\n'),
      (wanted, is, end) => {
        const lines = Object.entries(wanted).flatMap(([section, keys]) => [
          `[${section}]`,
          '# a remark',
          ...Object.entries(keys).map(([key, value]) => `${key.toUpperCase()}${is}${value}`),
          '',
        ]);
        t.deepEqual(read(lines.join(end)), { ...wanted });
      },
    ),
    { numRuns: 300 },
  );
});

test('a percent sign is read as one when it is written twice', (t) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/u), (value) => {
      t.deepEqual(read(`[a]\nk = ${value.replaceAll('%', '%%')}`), { a: { k: value } });
    }),
  );
});

test('every text means what it means to Python', async (t) => {
  const python = await execa('python3', ['--version'], { reject: false });
  if (python.exitCode !== 0) {
    t.log('there is no python3 on this machine to ask');
    t.pass();
    return;
  }
  const printable = texts.filter((text) => /^[\x20-\x7e\t\n]*$/u.test(text));
  const asked = fc.sample(printable, 1500);
  const { stdout } = await execa('python3', ['-c', PYTHON], { input: JSON.stringify(asked) });
  const answers = JSON.parse(stdout) as (Record<string, Record<string, string>> | null)[];
  for (const [index, text] of asked.entries()) t.deepEqual(read(text), answers[index], JSON.stringify(text));
  // Enough of both, or the comparison would say little.
  t.true(answers.filter((answer) => answer === null).length > 100);
  t.true(answers.filter((answer) => answer !== null).length > 100);
});

for (const [depth, fits] of [
  [10, true],
  [11, false],
] as const) {
  test(`references that go ${depth} deep are ${fits ? 'followed' : 'refused'}, as Python does`, (t) => {
    const keys = Array.from({ length: depth }, (_unused, index) => `k${index} = %(k${index + 1})s\n`);
    const result = read(`[a]\n${keys.join('')}k${depth} = end\n`);
    if (fits) t.is(result?.['a']?.['k0'], 'end');
    else t.is(result, null);
  });
}
