import test from 'ava';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const README = readFileSync(path.join(folder, 'README.md'), 'utf8');

interface Row {
  readonly name: string;
  readonly tests: readonly string[];
  readonly isReason: boolean;
}

const ROWS: readonly Row[] = README.split('\n')
  .filter((line) => /^\| (?:A\d+|2\.8\/)/u.test(line))
  .map((line) => {
    const [, name = '', , last = ''] = line.split('|').map((cell) => cell.trim());
    const tests = [...last.matchAll(/`([\w./-]+)`/gu)].map(([, file = '']) => file);
    return { name, tests, isReason: last.startsWith('does not apply') };
  });

/** The security fixes of joinmarket-ng's changelog that peers.md lists. */
const FIXES = '0.14 0.16 0.18 0.19 0.20 0.22 0.23 0.24 0.26 0.30 0.31 0.31.1 0.33 0.34 0.34.1 0.35 0.36 0.37';

/** The rows that the titles of a file's tests begin with. */
function rowsIn(file: string): ReadonlySet<string> {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const titles = [...text.matchAll(/^test(?:\.failing)?\(\s*['`]([^:]+):/gmu)];
  return new Set(titles.flatMap(([, head = '']) => head.split(', ')));
}

test('every row from A1 to A50, and every fix, is in the table', (t) => {
  const wanted = Array.from({ length: 50 }, (_unused, index) => `A${index + 1}`);
  t.deepEqual(
    [...wanted, ...FIXES.split(' ').map((version) => `2.8/${version}`)].filter(
      (name) => !ROWS.some((row) => row.name === name),
    ),
    [],
  );
});

test('each row names tests that begin with it, or says why there is none', (t) => {
  for (const { name, tests, isReason } of ROWS) {
    for (const file of tests) t.true(existsSync(path.join(folder, file)), `${name}: ${file}`);
    if (isReason) continue;
    t.true(tests.length > 0, name);
    for (const file of tests) t.true(rowsIn(file).has(name), `${name} in ${file}`);
  }
});

test('each test is in the table, under each of its rows', (t) => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && file !== 'rows.test.ts');
  for (const file of files) {
    const rows = rowsIn(file);
    t.true(rows.size > 0, file);
    for (const name of [...rows].filter((head) => head !== 'rules')) {
      t.true(
        ROWS.some((row) => row.name === name && row.tests.includes(file)),
        `${name} of ${file}`,
      );
    }
  }
});
