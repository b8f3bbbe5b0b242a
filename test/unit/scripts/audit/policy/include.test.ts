import test from 'ava';
import { MAX_INCLUDE_DEPTH, MAX_INCLUDES } from '../../../../../scripts/audit/policy/include.ts';
import { loadPolicy } from '../../../../../scripts/audit/policy/policy.ts';
import { PolicyError } from '../../../../../scripts/audit/policy/policy-error.ts';
import { type PolicyFixture, policyTree } from '../../../../fixtures/policy-machine.ts';

/** Service, file and line of every rule. */
const loaded = (fixture: PolicyFixture): readonly string[] =>
  loadPolicy(policyTree(fixture)).rules.map(
    ({ service, argument, file, line }) => `${service}${argument} ${file}:${line ?? '-'}`,
  );
const rule = (service: string): string => `${service} * * * deny\n`;
const refused = (fixture: PolicyFixture): readonly unknown[] => {
  try {
    loadPolicy(policyTree(fixture));
  } catch (error) {
    if (error instanceof PolicyError) return [error.code, error.file.split('/').at(-1), error.line];
    throw error;
  }
  return [];
};

test('!include stands for the file, whose rules keep their own places', (t) => {
  t.deepEqual(
    loaded({
      'etc/a.policy': `${rule('one')}!include include/x\n${rule('three')}`,
      'etc/include/x': `\n${rule('two')}`,
    }),
    [
      'one* /etc/qubes/policy.d/a.policy:1',
      'two* /etc/qubes/policy.d/include/x:2',
      'three* /etc/qubes/policy.d/a.policy:3',
    ],
  );
});

test('a path is relative to the directory of the file that dom0 reads on its own account', (t) => {
  const files = {
    'etc/include/x': '!include include/y\n',
    'etc/include/y': rule('etc'),
    'run/include/x': '!include include/y\n',
    'run/include/y': rule('run'),
    '/elsewhere/y': rule('elsewhere'),
  };
  const at = (name: string, path: string): readonly string[] =>
    loaded({ ...files, [name]: `!include ${path}\n` });
  t.deepEqual(at('etc/a.policy', 'include/x'), ['etc* /etc/qubes/policy.d/include/y:1']);
  t.deepEqual(at('run/a.policy', 'include/x'), ['run* /run/qubes/policy.d/include/y:1']);
  t.deepEqual(at('etc/a.policy', '/elsewhere/y'), ['elsewhere* /elsewhere/y:1']);
  t.deepEqual(at('etc/a.policy', '../../../elsewhere/./y'), ['elsewhere* /elsewhere/y:1']);
});

test('!include-dir takes the policy files of a directory in order, and nothing below', (t) => {
  const files = {
    'etc/a.policy': `!include-dir d\n${rule('last')}`,
    'etc/d/b.policy': rule('b'),
    'etc/d/a.policy': rule('a'),
    'etc/d/c': 'x',
    'etc/d/.d.policy': 'x',
    'etc/d/below/e.policy': 'x',
  };
  t.deepEqual(loaded(files), [
    'a* /etc/qubes/policy.d/d/a.policy:1',
    'b* /etc/qubes/policy.d/d/b.policy:1',
    'last* /etc/qubes/policy.d/a.policy:2',
  ]);
  t.deepEqual(refused({ ...files, 'etc/d/E.policy': '' }), ['bad-file-name', 'E.policy', null]);
});

test('!include-service reads the old format for one service', (t) => {
  t.deepEqual(
    loaded({
      'etc/a.policy': '!include-service s +x include/old\n!include-service * * include/old\n',
      'etc/include/old': '# old\n$anyvm $default ask,default_target=work\n',
    }),
    ['s+x /etc/qubes/policy.d/include/old:2', '** /etc/qubes/policy.d/include/old:2'],
  );
});

test('an error in an included file is reported there', (t) => {
  t.deepEqual(refused({ 'etc/a.policy': '\n!include x\n', 'etc/x': '\n\nfoo\n' }), ['syntax', 'x', 3]);
  t.deepEqual(refused({ 'etc/a.policy': '!include-service s * x\n', 'etc/x': 'a b\n' }), ['syntax', 'x', 1]);
  t.deepEqual(refused({ 'etc/a.policy': '!include x\n', 'etc/x': Uint8Array.of(10, 0xff) }), [
    'bad-utf8',
    'x',
    2,
  ]);
});

test('an included file or directory that is missing is an error of the line that names it', (t) => {
  for (const line of ['!include x', '!include-dir x', '!include-service s * x', '!include .']) {
    t.deepEqual(refused({ 'etc/a.policy': `\n${line}\n` }), ['missing-include', 'a.policy', 2], line);
  }
  t.deepEqual(refused({ 'etc/a.policy': '!include x\n', 'etc/x': '#\n!include y\n' }), [
    'missing-include',
    'x',
    2,
  ]);
  t.deepEqual(refused({ 'etc/a.policy': '!include-service s * x\n', 'etc/x': '$include:y\n' }), [
    'missing-include',
    'x',
    1,
  ]);
});

test('a loop is an error of the line that closes it', (t) => {
  const loop = (files: PolicyFixture): void => {
    const [code, , line] = refused(files);
    t.deepEqual([code, line], ['include-loop', 1]);
  };
  loop({ 'etc/a.policy': '!include a.policy\n' });
  loop({ 'etc/a.policy': '!include ../policy.d/./a.policy\n' });
  loop({ 'etc/a.policy': '!include x\n', 'etc/x': '!include y\n', 'etc/y': '!include x\n' });
  loop({ 'etc/a.policy': '!include-dir d\n', 'etc/d/b.policy': '!include-dir d\n' });
  loop({ 'etc/a.policy': '!include-service s * x\n', 'etc/x': '$include:x\n' });
  t.deepEqual(refused({ 'etc/a.policy': '!include x\n', 'etc/x': '!include y\n', 'etc/y': '!include x\n' }), [
    'include-loop',
    'y',
    1,
  ]);
});

test('one file may be included twice', (t) => {
  t.is(loaded({ 'etc/a.policy': '!include x\n!include x\n', 'etc/x': rule('s') }).length, 2);
});

test('files include files only so deep', (t) => {
  const chain = (depth: number): PolicyFixture => ({
    'etc/a.policy': '!include 1\n',
    ...Object.fromEntries(
      Array.from({ length: depth }, (_unused, index) => [
        `etc/${index + 1}`,
        index + 1 === depth ? rule('s') : `!include ${index + 2}\n`,
      ]),
    ),
  });
  t.is(loaded(chain(MAX_INCLUDE_DEPTH - 1)).length, 1);
  t.is(loaded(chain(MAX_INCLUDE_DEPTH)).length, 1);
  t.deepEqual(refused(chain(MAX_INCLUDE_DEPTH + 1)), ['too-many-includes', String(MAX_INCLUDE_DEPTH), 1]);
});

test('all files together include only so many', (t) => {
  const includes = (count: number): PolicyFixture => ({
    'etc/a.policy': '!include x\n'.repeat(count - 1),
    'etc/b.policy': '!include x\n',
    'etc/x': '',
  });
  t.deepEqual(refused(includes(MAX_INCLUDES - 1)), []);
  t.deepEqual(refused(includes(MAX_INCLUDES)), []);
  t.deepEqual(refused(includes(MAX_INCLUDES + 1)), ['too-many-includes', 'b.policy', 1]);
});
