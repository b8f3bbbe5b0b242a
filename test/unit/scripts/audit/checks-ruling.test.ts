import test from 'ava';
import { RULING_CHECKS } from '../../../../scripts/audit/checks/ruling.ts';
import { assertFinds, type BrokenTable, early, findingsOf } from '../../../fixtures/broken-set-up.ts';

const BROKEN: BrokenTable = {
  P10: {
    policy: early('admin.vm.property.Set * work jm-net allow target=dom0'),
    line: 2,
    names: /^work → jm-net, admin\.vm\.property\.Set: allow, ends in dom0/u,
  },
  P11: {
    policy: early('policy.Replace * work dom0 allow'),
    line: 2,
    names: /^work → dom0, policy\.Replace/u,
  },
  P29: {
    policy: early('policy.EvalSimple * work dom0 allow'),
    line: 2,
    names: /^work → dom0, policy\.EvalSimple/u,
  },
};

test('each ruling check has a set-up that breaks it', (t) => {
  t.deepEqual(RULING_CHECKS.map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('reading the machine is for others, not for our own qubes', (t) => {
  const rule = (source: string): string => `admin.vm.List * ${source} dom0 allow`;
  t.deepEqual(findingsOf({ policy: early(rule('work')) }), []);
  assertFinds(t, 'P10', {
    policy: early(rule('jm-net')),
    line: 2,
    names: /^jm-net → dom0, admin\.vm\.List/u,
  });
});

test('reading the policy is a matter of the network behind the reader', (t) => {
  t.deepEqual(findingsOf({ policy: early('policy.Get * vault dom0 allow') }), []);
  const [found, ...more] = findingsOf({ policy: early('policy.Get * work dom0 allow') });
  t.deepEqual([found?.id, found?.severity, more], ['P11', 'medium', []]);
});

test('a rule for every service rules the machine too', (t) => {
  const findings = findingsOf({ policy: early('* * work @adminvm allow') });
  t.deepEqual([...new Set(findings.map(({ id }) => id))].sort(), ['J01', 'P10', 'P11']);
});

test('the qube that draws windows may ask what policy says', (t) => {
  const set = {
    policy: early('policy.EvalGUI * sys-gui dom0 allow'),
    vms: { 'sys-gui': {}, work: { guivm: 'sys-gui' } },
  };
  t.deepEqual(findingsOf(set), []);
});
