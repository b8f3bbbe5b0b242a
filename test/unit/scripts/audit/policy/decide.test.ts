import test from 'ava';
import { decide } from '../../../../../scripts/audit/policy/decide.ts';
import { PolicyTree } from '../../../../../scripts/audit/policy/tree.ts';
import { brief, machine, type PolicyFixture, verdictOf } from '../../../../fixtures/policy-machine.ts';

const GOOD = { 'etc/31.policy': 'x.Y * work home allow\n' };

test('what keeps the policy from loading refuses a call that an earlier line allows', (t) => {
  const samples: readonly (readonly [PolicyFixture, string, string, boolean])[] = [
    [{ 'etc/90.policy': 'foo\n' }, 'syntax_error', 'syntax', false],
    [{ 'etc/Z.policy': '' }, 'invalid_filename', 'bad-file-name', true],
    [{ 'etc/90.policy': '!include x\n' }, 'load_failure', 'missing-include', true],
    [{ 'etc/90.policy': '!include 90.policy\n' }, 'upstream_error', 'include-loop', false],
    [{ 'etc/90.policy': Uint8Array.of(0x23, 0xff) }, 'upstream_error', 'bad-utf8', false],
  ];
  t.is(brief(verdictOf(GOOD, { target: 'home' })), 'allow home by 31.policy:1');
  for (const [files, reason, code, notify] of samples) {
    const verdict = verdictOf({ ...GOOD, ...files }, { target: 'home' });
    t.like(verdict, { decision: 'deny', reason, rule: null, notify, error: { code } });
  }
});

test('a missing directory refuses every call', (t) => {
  const request = { source: 'work', service: 'x.Y', argument: '+', target: 'home' };
  t.like(decide(new PolicyTree(new Map()), request, machine()), {
    reason: 'load_failure',
    error: { code: 'missing-directory', file: '/etc/qubes/policy.d' },
  });
});

test('the first rule that matches decides, over all files', (t) => {
  const files = {
    'etc/30.policy': 'x.Y * home home deny\n',
    'run/30-b.policy': 'x.Y * work @tag:blue deny\n',
    ...GOOD,
  };
  t.is(brief(verdictOf(files, { target: 'home' })), 'deny rule_deny by 30-b.policy:1');
});
