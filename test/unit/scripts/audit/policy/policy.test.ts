import test from 'ava';
import { loadPolicy } from '../../../../../scripts/audit/policy/policy.ts';
import { PolicyError } from '../../../../../scripts/audit/policy/policy-error.ts';
import { PolicyTree } from '../../../../../scripts/audit/policy/tree.ts';
import { type PolicyFixture, policyTree } from '../../../../fixtures/policy-machine.ts';

/** The services of all rules in order. */
const servicesOf = (fixture: PolicyFixture): string =>
  loadPolicy(policyTree(fixture))
    .rules.map((rule) => rule.service)
    .join(' ');
const rule = (service: string): string => `${service} * * * deny\n`;

test('the files of both directories are read in one order, by code unit', (t) => {
  const fixture = {
    'etc/31-a.policy': rule('c'),
    'etc/100-a.policy': rule('a'),
    'run/9-a.policy': rule('e'),
    'etc/30-user-networking.policy': rule('b1'),
    'etc/30-user.policy': rule('b2'),
    'run/31-b.policy': rule('d'),
  };
  t.is(servicesOf(fixture), 'a b1 b2 c d e');
});

test('a file of the run directory replaces its namesake, even when it is empty', (t) => {
  t.is(servicesOf({ 'etc/a.policy': rule('etc'), 'run/a.policy': rule('run') }), 'run');
  t.is(servicesOf({ 'etc/a.policy': rule('etc'), 'run/a.policy': '' }), '');
  t.is(servicesOf({ 'etc/a.policy': 'nonsense', 'run/a.policy': rule('run') }), 'run');
});

test('dot files and files of another suffix are not read, nor are those of a directory below', (t) => {
  t.is(
    servicesOf({
      'etc/.a.policy': 'x',
      'etc/a.policy~': 'x',
      'etc/a.policy.rpmnew': 'x',
      'etc/A.rules': 'x',
      'etc/below/a.policy': 'x',
      'etc/a.policy': rule('s'),
    }),
    's',
  );
});

test('one bad file name in either directory spoils the policy, even behind a replacement', (t) => {
  for (const [name, path] of [
    ['etc/60-Other.policy', '/etc/qubes/policy.d/60-Other.policy'],
    ['run/30 a.policy', '/run/qubes/policy.d/30 a.policy'],
    ['etc/30-a~.policy', '/etc/qubes/policy.d/30-a~.policy'],
    ['etc/30-\u00e4.policy', '/etc/qubes/policy.d/30-\u00e4.policy'],
  ] as const) {
    const error = t.throws(() => servicesOf({ [name]: '', 'etc/a.policy': rule('s') }), {
      instanceOf: PolicyError,
    });
    t.is(error.code, 'bad-file-name');
    t.deepEqual([error.file, error.line], [path, null]);
  }
  t.is(servicesOf({ 'etc/0_a.b-z.policy': rule('s') }), 's');
});

test('both directories must exist, the one of the old format need not', (t) => {
  for (const [there, missing] of [
    ['/etc/qubes/policy.d', '/run/qubes/policy.d'],
    ['/run/qubes/policy.d', '/etc/qubes/policy.d'],
  ] as const) {
    const error = t.throws(() => loadPolicy(new PolicyTree(new Map(), [there])), { instanceOf: PolicyError });
    t.deepEqual([error.code, error.file, error.line], ['missing-directory', missing, null]);
  }
  t.is(servicesOf({ 'etc/a.policy': '!compat-4.0\n' }), '');
});

test('the rules about a service are its own and those for all, in order', (t) => {
  const policy = loadPolicy(policyTree({ 'etc/a.policy': ['a', '*', 'b', 'a'].map(rule).join('') }));
  const linesAbout = (service: string): unknown => policy.about(service).map(({ line }) => line);
  t.deepEqual(['a', 'b', 'c', '*', 'a'].map(linesAbout), [[1, 2, 4], [2, 3], [2], [2], [1, 2, 4]]);
});

test('a directory exists when anything is below it', (t) => {
  const tree = new PolicyTree(new Map([['/a/b/c/file', Buffer.from('')]]), ['/d/e']);
  t.deepEqual(
    ['/a/b/c', '/a/b', '/a', '/d/e', '/d', '/', '/a/c', '/a/b/c/file'].map((path) => tree.list(path)),
    [['file'], [], [], [], [], [], null, null],
  );
  t.deepEqual([tree.read('/a/b/c'), tree.read('/a/b/c/file')], [null, Buffer.from('')]);
});
