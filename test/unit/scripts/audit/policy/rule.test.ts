import test from 'ava';
import { loadPolicy } from '../../../../../scripts/audit/policy/policy.ts';
import { PolicyError } from '../../../../../scripts/audit/policy/policy-error.ts';
import type { Rule } from '../../../../../scripts/audit/policy/rule.ts';
import { policyTree } from '../../../../fixtures/policy-machine.ts';

const load = (text: string | Uint8Array): readonly Rule[] =>
  loadPolicy(policyTree({ 'etc/a.policy': text })).rules;

test('a rule remembers its file and its line', (t) => {
  t.deepEqual(load('\n# x\r\n a.B-c_1 +d+e.f work * deny notify=no \r'), [
    {
      file: '/etc/qubes/policy.d/a.policy',
      line: 3,
      service: 'a.B-c_1',
      argument: '+d+e.f',
      source: { kind: 'vm', vm: { by: 'name', name: 'work' } },
      target: { kind: 'any' },
      action: { kind: 'deny', notify: false },
    },
  ]);
});

test('service and argument of every form are read', (t) => {
  for (const [service, argument] of [
    ['*', '*'],
    ['s', '*'],
    ['s', '+'],
    ['s', '+a'],
  ] as const) {
    t.like(load(`${service} ${argument} * * deny`)[0], { service, argument });
  }
});

test('what Qubes would not load is refused with its line', (t) => {
  for (const [line, reason] of [
    ['foo', /too few fields/u],
    ['s', /too few fields/u],
    ['s *', /too few fields/u],
    ['s * a b', /too few fields/u],
    ['s+x * a b deny', /"s\+x" is no service/u],
    ['s* * a b deny', /no service/u],
    ['\u00e9 * a b deny', /"\\u\{e9\}" is no service/u],
    ['\u{feff}# comment of no use', /no service/u],
    ['s x a b deny', /"x" is no argument/u],
    ['s +x* a b deny', /no argument/u],
    ['s +\u0000 a b deny', /no argument/u],
    ['* + a b deny', /only the argument \*/u],
    ['* +x a b deny', /only the argument \*/u],
    ['s * @default b deny', /"@default" is no source/u],
    ['s * @dispvm b deny', /no source/u],
    ['s * @tag: b deny', /no source/u],
    ['s * a @nothing deny', /"@nothing" is no target/u],
    ['s * a @default allow', /needs target=/u],
    ['s * a @default allow user=x', /needs target=/u],
    ['s * a b maybe', /unknown action/u],
    ['s * a b allow target=b # ours', /has no "="/u],
    ['!', /no directive "!" with 0/u],
    ['!include', /no directive "!include" with 0/u],
    ['!include a b', /with 2/u],
    ['!include-dir', /with 0/u],
    ['!include-service s * ', /with 2/u],
    ['!include-service s+ * f', /no service/u],
    ['!include-service * + f', /only the argument \*/u],
    ['!compat-4.0 x', /with 1/u],
    ['!compat-4.1', /no directive/u],
  ] as const) {
    const error = t.throws(
      () => load(`# first\n${line}\n`),
      { instanceOf: PolicyError, message: reason },
      line,
    );
    t.is(error.code, 'syntax');
    t.is(error.line, 2);
    t.true(error.message.startsWith('/etc/qubes/policy.d/a.policy:2: '));
  }
});

test('ask on @default needs no target=, and allow with one is fine', (t) => {
  t.is(load('s * a @default ask\ns * a @default allow target=b\ns * a @default deny').length, 3);
});

test('hostile text comes out of an error in printable ASCII, and cut', (t) => {
  const error = t.throws(() => load(`s * a b \x1b[2J\u202e\u{1f600}"${'x'.repeat(5000)}`), {
    instanceOf: PolicyError,
  });
  t.regex(error.message, /^[ -~]+$/u);
  t.regex(error.message, /\\u001b\[2J\\u\{202e\}\\u\{1f600\}\\"x{100,116}\.\.\."$/u);
});

test('the name of a file comes out of an error in printable ASCII', (t) => {
  const tree = policyTree({ 'etc/\x1b\u202e.policy': '' });
  const error = t.throws(() => loadPolicy(tree), { instanceOf: PolicyError, code: 'bad-file-name' });
  t.regex(error.message, /^\/etc\/qubes\/policy\.d\/\\u001b\\u\{202e\}\.policy: /u);
});
