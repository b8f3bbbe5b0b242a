import test from 'ava';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { all, links, project, read } from '../../fixtures/page.ts';

const PAGE = read('docs/rules.md');
const FOLDER = 'vm-wallet/rules';
const ROW = /^\| `(?<rule>[a-z0-9-]+)` \| (?<reason>[^|]{10,}) \| `(?<test>test\/[\w./-]+)` \|$/u;

interface Row {
  readonly rule: string;
  readonly test: string;
}

const rows: readonly Row[] = PAGE.split('\n').flatMap((line) => {
  const { rule, test: file } = ROW.exec(line)?.groups ?? {};
  return rule === undefined || file === undefined ? [] : [{ rule, test: file }];
});

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
  const [, tables = ''] = PAGE.split('\n## Every rule\n');
  const lines = tables.split('\n').filter((line) => /^\| (?!rule \|)/u.test(line));
  t.is(lines.length, rows.length);
});

test('the test of each rule exists, and has the rule in it', (t) => {
  t.deepEqual(
    rows.filter(
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
