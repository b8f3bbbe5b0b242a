import test from 'ava';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { all, links, project, read } from '../../fixtures/page.ts';

const PAGE = read('docs/qubes.md');
const THREATS = read('docs/threat-model.md');
const DRAWING = read('docs/vms-and-calls.svg');
const missingFrom = (folder: string, files: readonly string[]): readonly string[] =>
  files.filter((file) => !existsSync(path.join(project, folder, file)));

test('each test that the threat model names exists, and each threat has one', (t) => {
  const named = all(THREATS, /`(test\/[\w./-]+)`/gu);
  t.true(named.length >= 40, `${named.length} were found`);
  t.deepEqual(missingFrom('', named), []);
  const threats = THREATS.split('\n').filter(
    (line) => /^\| [a-z]/u.test(line) && !line.endsWith('| shown by |'),
  );
  t.true(threats.length >= 28, `${threats.length} were found`);
  t.deepEqual(
    threats.filter((threat) => !threat.includes('`test/')),
    [],
  );
});

test('the links of the threat model lead somewhere, and both pages show the drawing', (t) => {
  t.deepEqual(missingFrom('docs', links(THREATS)), []);
  for (const page of [PAGE, THREATS]) t.true(links(page).includes('vms-and-calls.svg'));
});

test("the drawing's VMs are those of the formula, and its allowed calls those of the policy", (t) => {
  const made = all(PAGE, /^qvm-create .*? ?([\w-]+)$/gmu);
  const formula = all(read('salt/jm/defaults.yaml'), /: '?([\w.-]+)'?$/gmu);
  const names = all(DRAWING, /<text class="name"[^>]*>([^<]+)</gu);
  t.deepEqual(
    names.filter((name) => !formula.includes(name) && !made.includes(name)),
    ['dom0', 'any other VM'],
  );
  const allowed = all(DRAWING, /class="call"[^>]*\/>\s*<text[^>]*>(jm\.[^<]+)</gu);
  t.deepEqual(allowed, all(read('qubes-rpc/31-jm.policy'), /^(jm\.\w+) .* allow /gmu));
});
