import test from 'ava';
import { QUBE_CHECKS } from '../../../../scripts/audit/checks/qubes.ts';
import { machineFacts } from '../../../fixtures/audited-machine.ts';
import { assertFinds, type BrokenTable, findingsOf, net, wallet } from '../../../fixtures/broken-set-up.ts';

const BROKEN: BrokenTable = {
  Q01: { vms: wallet({ netvm: 'sys-firewall' }), names: /netvm is sys-firewall/u },
  Q02: { vms: wallet({ default_dispvm: 'default-dvm' }), names: /default_dispvm is default-dvm/u },
  Q03: { vms: wallet({ provides_network: true }), names: /provides_network/u },
  Q04: { vms: wallet({ template_for_dispvms: true }), names: /template_for_dispvms/u, also: ['P08'] },
  Q05: { vms: wallet({ tags: ['jm-wallet', 'anon-vm'] }), names: /anon-vm/u },
  Q06: { vms: { ...wallet({}), work: { template: 'tpl-jm-wallet' } }, names: /that of work too/u },
  Q07: { vms: wallet({ type: 'StandaloneVM' }), names: /StandaloneVM/u },
  Q08: { vms: wallet({ services: ['cups'] }), names: /cups/u },
  Q09: { vms: wallet({ guivm: 'sys-gui' }), names: /guivm is sys-gui/u },
  Q11: { vms: wallet({ autostart: true }), names: /autostart/u },
  Q12: { vms: wallet({ include_in_backups: false }), names: /include_in_backups/u },
  Q13: { vms: wallet({ devices: [{ class: 'usb', name: 'sys-usb:1-2' }] }), names: /usb sys-usb:1-2/u },
  Q14: { vms: wallet({ debug: true }), names: /debug/u },
  Q16: { vms: net({ netvm: 'sys-firewall' }), names: /sys-firewall, no Whonix gateway/u },
  Q17: { vms: net({ template: 'debian-13' }), names: /debian-13 is no Whonix/u },
  Q19: { vms: net({ template_for_dispvms: true }), names: /template_for_dispvms/u },
};

test('each qube check has a set-up that breaks it', (t) => {
  t.deepEqual(QUBE_CHECKS.map(({ id }) => id).sort(), [...Object.keys(BROKEN), 'Q25'].sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('Q25 finds two wallets on one net VM', (t) => {
  const second = { ...machineFacts().vms['jm-wallet'], template: 'tpl-two' };
  const findings = findingsOf({
    vms: { 'jm-two': second, 'tpl-two': { type: 'TemplateVM', netvm: null, template: null } },
    pairs: [
      { wallet: 'jm-wallet', net: 'jm-net' },
      { wallet: 'jm-two', net: 'jm-net' },
    ],
  });
  t.true(findings.map(({ id }) => id).includes('Q25'));
});
