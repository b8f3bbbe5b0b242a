import test from 'ava';
import { loadPolicy } from '../../../../../scripts/audit/policy/policy.ts';
import { PolicyError } from '../../../../../scripts/audit/policy/policy-error.ts';
import { brief, type PolicyFixture, policyTree, verdictOf } from '../../../../fixtures/policy-machine.ts';

const COMPAT = { 'etc/35-compat.policy': '# transitional\n!compat-4.0\n' };

const loaded = (files: PolicyFixture): readonly string[] =>
  loadPolicy(policyTree({ ...COMPAT, ...files })).rules.map(
    ({ service, argument, file, line, target, action }) =>
      `${service} ${argument} ${target.kind} ${action.kind} ${file.split('/').at(-1) ?? ''}:${line ?? '-'}`,
  );

test('a dollar stands for an at sign, and a comma for a space', (t) => {
  const files = { ...COMPAT, 'legacy/x.Y': '\n# old\n$tag:blue $default allow,target=home,user=root\n' };
  const verdict = verdictOf(files);
  t.is(brief(verdict), 'allow home by x.Y:3');
  t.like(verdict, { user: 'root' });
  t.is(brief(verdictOf(files, { source: 'vault' })), 'deny no_match');
});

test('a plain file is about every argument, and implies nothing', (t) => {
  const files = { ...COMPAT, 'legacy/x.Y': 'work home allow\n', 'etc/90.policy': 'x.Y * * * allow\n' };
  t.is(brief(verdictOf(files, { target: 'home', call: 'x.Y+a' })), 'allow home by x.Y:1');
  t.is(brief(verdictOf(files, { target: 'vault', call: 'x.Y' })), 'allow vault by 90.policy:1');
});

test('a file for one argument denies the rest of that argument, of any qube to any and to dom0', (t) => {
  const files = {
    ...COMPAT,
    'legacy/x.Y+a': 'work home allow\n',
    'legacy/x.Y': '* * allow\n',
    'etc/90.policy': '* * * * allow\n',
  };
  const call = 'x.Y+a';
  t.is(brief(verdictOf(files, { target: 'home', call })), 'allow home by x.Y+a:1');
  t.is(brief(verdictOf(files, { target: 'vault', call })), 'deny rule_deny by x.Y+a:-');
  t.is(brief(verdictOf(files, { target: 'dom0', call })), 'deny rule_deny by x.Y+a:-');
  t.is(brief(verdictOf(files, { source: 'dom0', target: 'home', call })), 'allow home by x.Y:1');
  t.is(brief(verdictOf(files, { target: 'vault', call: 'x.Y+b' })), 'allow vault by x.Y:1');
});

test('files are sorted by service, and those for an argument come first', (t) => {
  const text = 'a b deny\n';
  t.deepEqual(
    loaded({
      'legacy/b': text,
      'legacy/a.c': text,
      'legacy/a': text,
      'legacy/a+': text,
      'legacy/a+z': '',
      'legacy/a+b': text,
    }).filter((line) => !line.endsWith('-')),
    ['a + vm deny a+:1', 'a +b vm deny a+b:1', 'a * vm deny a:1', 'a.c * vm deny a.c:1', 'b * vm deny b:1'],
  );
  t.deepEqual(loaded({ 'legacy/a+z': '' }), ['a +z anyvm deny a+z:-', 'a +z adminvm deny a+z:-']);
});

test('leftovers, dot files, illegal names and directories are passed over, a .rpmorig is not', (t) => {
  const bad = 'nonsense\n';
  t.deepEqual(
    loaded({
      'legacy/.a': bad,
      'legacy/a.rpmsave': bad,
      'legacy/a.rpmnew': bad,
      'legacy/a.swp': bad,
      'legacy/a+b.swp': bad,
      'legacy/a~': bad,
      'legacy/*': bad,
      'legacy/+a': bad,
      'legacy/a b': bad,
      'legacy/include/a': bad,
      'legacy/a.rpmorig': 'a b deny\n',
    }),
    ['a.rpmorig * vm deny a.rpmorig:1'],
  );
});

test('the rules stand where the directive stands', (t) => {
  const files = {
    ...COMPAT,
    'legacy/x.Y': 'work home allow\n',
    'etc/34.policy': 'x.Y +early work home deny\n',
    'etc/36.policy': 'x.Y * work home deny\n',
  };
  t.is(brief(verdictOf(files, { target: 'home' })), 'allow home by x.Y:1');
  t.is(brief(verdictOf(files, { target: 'home', call: 'x.Y+early' })), 'deny rule_deny by 34.policy:1');
});

test('without the directive the old directory is not even read', (t) => {
  t.deepEqual(loaded({ 'etc/35-compat.policy': '', 'legacy/a': 'nonsense\n' }), []);
});

test('an include of the old format is relative to its directory, also when a current file leads there', (t) => {
  const old = 'a b deny\n$include:include/x\nc d deny\n';
  const places = [':1', ':1', ':3'];
  const placesOf = (files: PolicyFixture): readonly string[] =>
    loadPolicy(policyTree(files)).rules.map(({ file, line }) => `${file}:${line ?? '-'}`);
  const expected = (directory: string, name: string): readonly string[] =>
    [name, 'include/x', name].map((file, index) => `${directory}/${file}${places[index] ?? ''}`);
  t.deepEqual(
    placesOf({ ...COMPAT, 'legacy/s': old, 'legacy/include/x': 'e f deny\n' }),
    expected('/etc/qubes-rpc/policy', 's'),
  );
  t.deepEqual(
    placesOf({ 'run/a.policy': '!include-service s * s\n', 'run/s': old, 'run/include/x': 'e f deny\n' }),
    expected('/run/qubes/policy.d', 's'),
  );
});

test('what the old format does not have is refused', (t) => {
  for (const line of [
    'a b',
    'a',
    '!include x',
    '$include:x y',
    '$default b deny',
    'a $nothing deny',
    'a b deny,target=c',
    'a $default allow',
    's * a b deny',
  ]) {
    const error = t.throws(() => loaded({ 'legacy/s': `#\n${line}\n` }), { instanceOf: PolicyError }, line);
    t.deepEqual([error.code, error.file, error.line], ['syntax', '/etc/qubes-rpc/policy/s', 2], line);
  }
});
