import test from 'ava';
import { SURROUNDING_CHECKS } from '../../../../scripts/audit/checks/surroundings.ts';
import { machineFacts } from '../../../fixtures/audited-machine.ts';
import {
  assertFinds,
  type BrokenTable,
  early,
  findingsOf,
  net,
  wallet,
} from '../../../fixtures/broken-set-up.ts';

const PINNED = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

const BROKEN: BrokenTable = {
  Q10: {
    vms: { 'default-mgmt-dvm': { netvm: 'sys-firewall' } },
    names: /jm-wallet: management_dispvm default-mgmt-dvm has netvm/u,
  },
  Q15: { vms: wallet({ features: { 'gui-allow-fullscreen': '1' } }), names: /gui-allow-fullscreen is set/u },
  Q18: { vms: net({ provides_network: true }), names: /provides_network is True/u },
  Q20: { vms: { anon: { netvm: 'sys-whonix' } }, names: /sys-whonix serves anon too/u },
  Q21: {
    vms: net({ default_dispvm: 'default-dvm' }),
    names: /@dispvm:default-dvm, netvm sys-firewall/u,
    also: ['Q17'],
  },
  Q22: {
    pairs: [{ wallet: 'jm-wallet', net: 'jm-net', net_uuid: PINNED }],
    names: /^jm-net: uuid is 0{8}-.*pinned is f{8}-/u,
  },
  Q23: { vms: { 'disp-mgmt-work': { tags: [] } }, names: /disp-mgmt-work is left over/u },
  Q24: { vms: wallet({ private_used_percent: 90 }), names: /90 % full/u },
};

test('each surrounding check has a set-up that breaks it', (t) => {
  t.deepEqual(SURROUNDING_CHECKS.map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('Q10 finds a management disposable of its own', (t) => {
  const vms = net({ management_dispvm_is_default: false });
  assertFinds(t, 'Q10', { vms, names: /^jm-net: .*not the default/u });
});

const XPRV = `xprv${'9'.repeat(107)}`;
for (const [feature, value] of [
  ['vm-config.wallet', XPRV],
  ['vm-config.words', 'abandon '.repeat(11) + 'about'],
  ['vm-config.rpc', 'password=hunter2'],
  ['vm-config.seed', 'x'],
] as const) {
  test(`Q15 finds a secret in ${feature} without telling it`, (t) => {
    const vms = wallet({ features: { [feature]: value } });
    assertFinds(t, 'Q15', { vms, names: /looks like a secret$/u });
    t.false(JSON.stringify(findingsOf({ vms })).includes(value.slice(0, 30) === 'x' ? 'is x' : value));
  });
}

test('Q15 leaves plain settings and other features alone', (t) => {
  const features = { 'vm-config.network': 'mainnet', 'menu-items': 'abandon '.repeat(20) };
  t.deepEqual(findingsOf({ vms: wallet({ features }) }), []);
});

test('Q18 wants firewall rules where the facts tell of any', (t) => {
  t.deepEqual(findingsOf({ vms: net({ firewall: ['action=accept'] }) }), []);
  assertFinds(t, 'Q18', { vms: net({ firewall: [] }), names: /no firewall rules/u });
});

test('Q20 finds a gateway that is not Whonix', (t) => {
  assertFinds(t, 'Q20', { vms: { 'sys-whonix': { template: 'debian-13' } }, names: /is no Whonix gateway/u });
});

test('Q21 only tells of an offline disposable', (t) => {
  const findings = findingsOf({
    policy: early('qubes.OpenURL * jm-net @dispvm:quiet-dvm allow'),
    vms: { 'quiet-dvm': { template_for_dispvms: true, netvm: null } },
  });
  t.deepEqual(
    findings.map(({ id, severity }) => [id, severity]),
    [['Q21', 'info']],
  );
});

test('Q22 is content with the pinned uuids', (t) => {
  const { vms } = machineFacts();
  const [one, two] = [vms['jm-wallet']?.uuid ?? '', vms['jm-net']?.uuid ?? ''];
  t.not(one, two);
  t.deepEqual(
    findingsOf({ pairs: [{ wallet: 'jm-wallet', net: 'jm-net', wallet_uuid: one, net_uuid: two }] }),
    [],
  );
});

test('Q23 finds the tags of a restore', (t) => {
  const vms = { work: { tags: ['backup-restore-mgmt'] } };
  assertFinds(t, 'Q23', { vms, names: /^work has the tag backup-restore-mgmt/u });
});

test('Q24 wants room for the chain where the chain is', (t) => {
  const broken = { vms: net({ private_size: 44_999_999_999 }) };
  assertFinds(t, 'Q24', { ...broken, names: /^jm-net: .*has 44999999999 bytes/u });
  t.is(findingsOf(broken)[0]?.severity, 'low');
  t.deepEqual(findingsOf({ vms: net({ private_size: 45_000_000_000 }) }), []);
});

test('Q24 is content below nine tenths, and finds a forbidden start', (t) => {
  t.deepEqual(findingsOf({ vms: wallet({ private_used_percent: 89 }) }), []);
  const features = { 'prohibit-start': 'no' };
  t.deepEqual(findingsOf({ vms: wallet({ features, power_state: 'Halted' }) }), []);
  assertFinds(t, 'Q24', { vms: wallet({ features }), names: /must not start, but is Running/u });
});
