import test from 'ava';
import { execa } from 'execa';
import { IniError, parsePythonIni } from '../../../../shared/config/python-ini.ts';

/** Texts in which the dialects of INI differ, and what Python's ConfigParser(strict=False) makes of each. */
const cases: readonly { readonly text: string; readonly parsed: Record<string, Record<string, string>> }[] = [
  { text: '[a]\nKey = Value\n', parsed: { a: { key: 'Value' } } },
  { text: '[a]\nkey: value\n', parsed: { a: { key: 'value' } } },
  { text: '[a]\nk = true\n', parsed: { a: { k: 'true' } } },
  { text: '[a]\nk = a;b#c\n', parsed: { a: { k: 'a;b#c' } } },
  { text: '[a]\n# no\n; no\n  # no\nk = "quoted"\n', parsed: { a: { k: '"quoted"' } } },
  { text: '[a]\nk = one\n  two\n\tthree\n', parsed: { a: { k: 'one\ntwo\nthree' } } },
  { text: '[a]\nk = one\n\n  two\n\n', parsed: { a: { k: 'one\n\ntwo' } } },
  { text: '[a]\nk = 1\n[b]\nk = 2\n[a]\nk = 3\nj = 4\n', parsed: { a: { k: '3', j: '4' }, b: { k: '2' } } },
  { text: '[a.b]\nk[] = 1\n', parsed: { 'a.b': { 'k[]': '1' } } },
  {
    text: '[a]\nhost = h\nurl = http://%(host)s/\npercent = 5%%\n',
    parsed: { a: { host: 'h', url: 'http://h/', percent: '5%' } },
  },
  { text: '[DEFAULT]\nx = 1\n[a]\ny = %(x)s2\n', parsed: { a: { x: '1', y: '12' } } },
  { text: '[a]\nempty =\nspaced =   \nk=v=w\n', parsed: { a: { empty: '', spaced: '', k: 'v=w' } } },
  { text: '[MESSAGING:onion]\r\ntype = onion\r\n', parsed: { 'MESSAGING:onion': { type: 'onion' } } },
];

const PYTHON = `
import configparser, json, sys
parser = configparser.ConfigParser(strict=False)
parser.read_string(sys.stdin.read())
print(json.dumps({name: dict(parser.items(name)) for name in parser.sections()}))
`;

function parse(text: string): unknown {
  return Object.fromEntries(
    [...parsePythonIni(text, 'test.cfg')].map(([name, keys]) => [name, Object.fromEntries(keys)]),
  );
}

for (const { text, parsed } of cases) {
  test(`reads ${JSON.stringify(text)}`, (t) => {
    t.deepEqual(parse(text), parsed);
  });
}

test('what is expected here is what Python makes of it', async (t) => {
  const python = await execa('python3', ['--version'], { reject: false });
  if (python.exitCode !== 0) {
    t.log('there is no python3 on this machine, so the recorded values stand alone');
    t.pass();
    return;
  }
  for (const { text, parsed } of cases) {
    const { stdout } = await execa('python3', ['-c', PYTHON], { input: text });
    t.deepEqual(JSON.parse(stdout), parsed, text);
  }
});

test('errors name the file and the line, or the key', (t) => {
  const refused: readonly [string, string][] = [
    ['key = value\n', 'test.cfg, line 1'],
    ['[a]\n\nnot a pair\n', 'test.cfg, line 3'],
    ['[a]\nk = 5%\n', 'test.cfg, [a] k'],
    ['[a]\nk = %(k)s\n', 'test.cfg, [a] k'],
  ];
  for (const [text, place] of refused) {
    t.true(
      t.throws(() => parsePythonIni(text, 'test.cfg'), { instanceOf: IniError }).message.startsWith(place),
      text,
    );
  }
});
