import test from 'ava';
import { INBOUND_CHECKS } from '../../../../scripts/audit/checks/inbound.ts';
import { assertFinds, type BrokenTable, early } from '../../../fixtures/broken-set-up.ts';

const BROKEN: BrokenTable = {
  P07: {
    policy: early('x.Y * work @anyvm allow target=jm-wallet autostart=no'),
    line: 2,
    names: /^work → .* ends in jm-wallet/u,
  },
  P08: {
    policy: early('x.Y * work @default ask target=jm-wallet'),
    line: 2,
    names: /ask, ends in jm-wallet/u,
  },
  P12: {
    policy: early('qubes.VMShell * work jm-net allow'),
    line: 2,
    names: /VMShell: allow, ends in jm-net/u,
  },
  P21: { policy: early('x.Y * work jm-net allow user=root'), line: 2, names: /as root/u },
  P22: {
    policy: { 'etc/33-late.policy': 'jm.Chain * jm-wallet @default allow target=jm-net autostart=no' },
    line: 1,
    names: /jm\.Chain does not start/u,
  },
  P26: { vms: { 'tpl-jm-net': { tags: ['jm-template'] } }, names: /ends in sys-net/u },
  J01: {
    policy: early('jm.Chain * work @default allow target=jm-net'),
    line: 2,
    names: /^work → @default, jm\.Chain/u,
  },
};

test('each inbound check has a set-up that breaks it', (t) => {
  t.deepEqual(INBOUND_CHECKS.map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('a call that starts the wallet VM is told by P22 beside P07; with autostart=no by P07 alone', (t) => {
  const rule = 'x.Y * work @default allow target=jm-wallet';
  const starting = { policy: early(rule), line: 2, names: /^work → @default, x\.Y: allow/u, also: ['P07'] };
  assertFinds(t, 'P22', starting);
  assertFinds(t, 'P07', { policy: early(`${rule} autostart=no`), line: 2, names: /x\.Y/u });
});
