import test from 'ava';
import { closeTag, editsBetween } from '../../../../scripts/audit/checks/close-tag.ts';
import { packagedRules } from '../../../../scripts/audit/packaged.ts';
import { fieldsOf, policyLines } from '../../../../scripts/audit/policy/text.ts';
import { machinePolicy } from '../../../fixtures/audited-machine.ts';
import { assertFinds, early, findingsOf } from '../../../fixtures/broken-set-up.ts';

test('a sound machine has no findings', (t) => {
  t.deepEqual(findingsOf({}), []);
});

test('P01 alone tells of a policy that does not load', (t) => {
  assertFinds(t, 'P01', { policy: early('jm.Chain * jm-wallet'), line: 2, names: /too few fields/u });
});

test('a tag is close to a real one within two edits', (t) => {
  t.is(closeTag('jm-walet', ['created-by-dom0', 'jm-wallet']), 'jm-wallet');
  t.is(closeTag('jm-wa', ['jm-wallet', 'jm-wax']), 'jm-wax');
  t.is(closeTag('jmwalet', ['jm-wallet']), 'jm-wallet');
  t.is(closeTag('jmwale', ['jm-wallet']), null);
  t.deepEqual([editsBetween('', 'abc'), editsBetween('clinet', 'client'), editsBetween('a', 'a')], [3, 2, 0]);
});

test('the packaged rules are those of the files that we ship', (t) => {
  for (const [name, rules] of packagedRules([{ wallet: 'jm-wallet', net: 'jm-net' }])) {
    const file = `/etc/qubes/policy.d/${name}`;
    const lines = policyLines(machinePolicy().read(file) ?? new Uint8Array(), file);
    t.deepEqual(
      lines.map(({ text }) => fieldsOf(text).join(' ')),
      rules,
    );
  }
});
