import test from 'ava';
import { OUTBOUND_CHECKS } from '../../../../scripts/audit/checks/outbound.ts';
import type { VmFacts } from '../../../../scripts/audit/facts.ts';
import { assertFinds, type BrokenTable, early } from '../../../fixtures/broken-set-up.ts';

const REMOTE: Partial<VmFacts> = {
  type: 'RemoteVM',
  netvm: null,
  relayvm: 'sys-net',
  transport_rpc: 'x.Relay',
};

const BROKEN: BrokenTable = {
  P02: { policy: early('jm.Chain * @anyvm @default deny'), names: /jm\.Chain: deny/u },
  P03: { policy: early('x.Y * @anyvm vault allow'), line: 2, names: /x\.Y: allow, ends in vault/u },
  P04: { policy: early('x.Y * @anyvm vault ask'), line: 2, names: /x\.Y: ask, ends in vault/u },
  P05: {
    policy: early('x.Y * jm-net @anyvm deny', 'x.Y * @anyvm @dispvm:default-dvm allow'),
    line: 3,
    names: /ends in @dispvm:default-dvm/u,
  },
  P06: { policy: early('x.Y * @anyvm @adminvm allow'), line: 2, names: /ends in dom0/u },
  P09: {
    policy: early('qubes.ConnectTCP +8332 @anyvm @default allow target=sys-net'),
    line: 2,
    names: /8332/u,
  },
  P23: { policy: early('qubes.ClipboardPaste * @anyvm @anyvm ask'), names: /ClipboardPaste/u, also: ['P08'] },
  P24: { policy: early('qubes.Filecopy * @anyvm vault ask'), line: 2, names: /Filecopy: ask/u },
  P25: {
    policy: early(
      'qubes.UpdatesProxy * @tag:whonix-updatevm @default allow target=sys-whonix',
      'qubes.UpdatesProxy * @anyvm @default allow target=sys-net',
    ),
    line: 3,
    names: /UpdatesProxy/u,
  },
  P27: {
    policy: early('whonix.NewStatus * @anyvm @default allow target=sys-whonix'),
    line: 2,
    names: /whonix/u,
  },
  P28: {
    policy: early('x.Y * @anyvm far allow'),
    vms: { far: REMOTE },
    line: 2,
    names: /jm-wallet → far, x\.Y: allow/u,
  },
};

test('each outbound check has a set-up that breaks it', (t) => {
  t.deepEqual(OUTBOUND_CHECKS.map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('a RemoteVM that calls our services is told by P28 alone', (t) => {
  assertFinds(t, 'P28', {
    policy: early('jm.Chain * far @default allow target=jm-net'),
    vms: { far: REMOTE },
    line: 2,
    names: /^far → @default, jm\.Chain/u,
  });
});
