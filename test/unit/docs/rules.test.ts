import test from 'ava';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { all, links, project, read } from '../../fixtures/page.ts';

const PAGE = read('docs/rules.md');
const FOLDER = 'vm-wallet/rules';
const [FRONT = '', TABLES = ''] = PAGE.split('\n## Every rule\n');
const ROW = /^\| `(?<rule>[a-z0-9-]+)` \| (?<reason>[^|]{10,}) \| `(?<test>test\/[\w./-]+)` \|$/u;

interface Row {
  readonly rule: string;
  readonly test: string;
}

function rowsIn(text: string, pattern: RegExp): readonly Row[] {
  return text.split('\n').flatMap((line) => {
    const { rule, test: file } = pattern.exec(line)?.groups ?? {};
    return rule === undefined || file === undefined ? [] : [{ rule, test: file }];
  });
}

const rows = rowsIn(TABLES, ROW);
/** Refusals before there is anything to sign: a code, or words that the counterparty or the user reads. */
const REFUSAL_ROW = /^\| `(?<rule>[A-Za-z -]+)` \| (?<reason>[^|]{10,}) \| `(?<test>test\/[\w./-]+)` \|$/u;
const refusals = rowsIn(FRONT, REFUSAL_ROW);

function isRule(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'check' in value && 'name' in value;
}

const files = readdirSync(path.join(project, FOLDER), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('schema'),
);

/** The lists of rules that the gate's folder exports, and the refusals that stand alone. */
async function rulesInForce(): Promise<readonly string[]> {
  const lists = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(path.join(project, FOLDER, file))) as Record<string, unknown>;
      return Object.values(exported).flatMap((value) => (Array.isArray(value) ? value.filter(isRule) : []));
    }),
  );
  const alone = files.flatMap((file) =>
    all(read(path.join(FOLDER, file)), /new RuleError\(\s*'([a-z0-9-]+)'/gu),
  );
  return [...lists.flat().map(({ name }) => name), ...alone];
}

test('the tables have every rule once, and no other', async (t) => {
  const named = rows.map(({ rule }) => rule);
  const inForce = await rulesInForce();
  t.true(inForce.length >= 90, `${inForce.length} were found`);
  t.deepEqual([...named].sort(), [...new Set(inForce)].sort());
});

test('every line of the tables is one with a reason and a test', (t) => {
  const lines = TABLES.split('\n').filter((line) => /^\| (?!rule \|)/u.test(line));
  t.is(lines.length, rows.length);
});

/** How the taker and the maker refuse, in the sources. */
function refusalsInForce(): readonly string[] {
  const maker = ['receive-fill.ts', 'receive-auth.ts', 'judge-coin.ts'].flatMap((file) =>
    all(read(`vm-wallet/maker/${file}`), /(?:refuse\(|\bend\([^'`()]*|return |^ +: )['`]([A-Za-z ]+)/gmu),
  );
  return [
    ...all(read('vm-wallet/taker/check-ioauth.ts'), /refuse\('([a-z-]+)'\)/gu),
    ...all(read('vm-wallet/taker/gather.ts'), /drop\(state, from, '([a-z ]+)', 'broke-rule'/gu),
    ...maker.map((words) => words.trim()),
  ];
}

test('every refusal of a counterparty before the signature has its line, and no other', (t) => {
  const named = refusals.map(({ rule }) => rule);
  t.deepEqual([...named].sort(), [...new Set(refusalsInForce())].sort());
});

test('the test of each rule exists, and has the rule in it', (t) => {
  t.deepEqual(
    [...rows, ...refusals].filter(
      ({ rule, test: file }) =>
        !existsSync(path.join(project, file)) || !new RegExp(`\\b${rule}(?![\\w-])`, 'u').test(read(file)),
    ),
    [],
  );
});

test('the links of the page lead somewhere', (t) => {
  t.deepEqual(
    links(PAGE).filter((file) => !existsSync(path.join(project, 'docs', file))),
    [],
  );
});
