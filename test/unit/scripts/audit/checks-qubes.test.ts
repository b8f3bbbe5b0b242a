import test from 'ava';
import { QUBE_CHECKS } from '../../../../scripts/audit/checks/qubes.ts';
import {
  assertFinds,
  type Broken,
  type BrokenTable,
  findingsOf,
  net,
  wallet,
} from '../../../fixtures/broken-set-up.ts';

const NET_SERVICES = ['custom-persist', 'jm-bitcoind', 'jm-daemon'];

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
};

test('each qube check has a set-up that breaks it', (t) => {
  t.deepEqual(QUBE_CHECKS.map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

const MORE: readonly (readonly [id: string, broken: Broken])[] = [
  ['Q01', { vms: wallet({ netvm_is_default: true }), names: /^jm-wallet: netvm is empty only by default/u }],
  ['Q02', { vms: { 'tpl-jm-net': { default_dispvm: 'dvm' } }, names: /^tpl-jm-net: default_dispvm is dvm/u }],
  ['Q06', { vms: { 'tpl-jm-net': { netvm: 'sys-whonix' } }, names: /^jm-net: its template has netvm/u }],
  ['Q06', { vms: { 'tpl-jm-wallet': { tags: [] } }, names: /^jm-wallet: .*lacks the tag jm-template/u }],
  ['Q08', { vms: wallet({ services: ['tracker'] }), names: /^jm-wallet: the service tracker is on/u }],
  ['Q08', { vms: net({ services: [...NET_SERVICES, 'cups'] }), names: /^jm-net: the service cups is on/u }],
  ['Q09', { vms: net({ audiovm: 'dom0' }), names: /^jm-net: audiovm is dom0/u }],
  ['Q11', { vms: net({ autostart: true }), names: /^jm-net: autostart is True/u }],
  ['Q12', { vms: net({ include_in_backups: true }), names: /^jm-net: include_in_backups is True/u }],
  [
    'Q13',
    {
      vms: net({ devices: [{ class: 'block', name: 'sys-usb:sda' }] }),
      names: /^jm-net: block sys-usb:sda/u,
    },
  ],
];

for (const [id, broken] of MORE) {
  test(`${id} finds ${broken.names.source}`, (t) => {
    assertFinds(t, id, broken);
  });
}

for (const [denied, isSound] of [
  ['*******', true],
  ['u03****m*************', true],
  ['', false],
  ['*', false],
  ['******', false],
  ['u03****', false],
  // The stars of two interfaces are not one that stands for all.
  ['u****** *****', false],
] as const) {
  test(`Q13 is ${isSound ? 'content' : 'not content'} with devices_denied "${denied}"`, (t) => {
    for (const name of ['jm-wallet', 'jm-net', 'tpl-jm-wallet', 'tpl-jm-net']) {
      const broken = { vms: { [name]: { devices_denied: denied } } };
      if (isSound) t.deepEqual(findingsOf(broken), []);
      else assertFinds(t, 'Q13', { ...broken, names: new RegExp(`^${name}: devices are not denied`, 'u') });
    }
  });
}
