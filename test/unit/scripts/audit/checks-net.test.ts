import test from 'ava';
import { NET_CHECKS } from '../../../../scripts/audit/checks/net.ts';
import { machineFacts } from '../../../fixtures/audited-machine.ts';
import {
  assertFinds,
  type Broken,
  type BrokenTable,
  findingsOf,
  net,
} from '../../../fixtures/broken-set-up.ts';

const SOUND = machineFacts().vms['jm-net']?.features ?? {};
const { 'custom-persist.bitcoind': chain = '', ...others } = SOUND;

const BROKEN: BrokenTable = {
  Q16: { vms: net({ netvm: 'sys-firewall' }), names: /sys-firewall, no Whonix gateway/u },
  Q17: {
    vms: { 'tpl-jm-net': { features: {} } },
    names: /^jm-net: its template tpl-jm-net is no Whonix workstation/u,
  },
  Q19: { vms: net({ template_for_dispvms: true }), names: /template_for_dispvms/u },
  J02: { vms: net({ services: ['custom-persist', 'jm-daemon'] }), names: /^jm-net: .*jm-bitcoind is off/u },
  J03: { vms: net({ services: ['jm-bitcoind', 'jm-daemon'] }), names: /^jm-net: .*custom-persist is off/u },
  J04: {
    vms: net({ profile_addresses: ['10.137.0.9'] }),
    names: /^jm-net: the profile for sys-whonix leads to 10\.137\.0\.9, not to 10\.137\.0\.21/u,
  },
};

test('each check of the net VM has a set-up that breaks it', (t) => {
  t.deepEqual(NET_CHECKS.map(({ id }) => id).sort(), [...Object.keys(BROKEN), 'Q25'].sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

const MORE: readonly (readonly [id: string, broken: Broken])[] = [
  ['Q16', { vms: net({ netvm: null }), names: /^jm-net: netvm is empty/u }],
  ['Q16', { vms: net({ netvm_is_default: true }), names: /sys-whonix only by default/u }],
  ['Q16', { vms: { 'sys-whonix': { provides_network: false } }, names: /does not provide network/u }],
  ['Q16', { vms: { 'sys-whonix': { netvm: null } }, names: /sys-whonix, which has no netvm/u }],
  ['Q17', { vms: net({ default_dispvm: 'whonix-dvm' }), names: /whonix-dvm, netvm sys-whonix/u }],
  [
    'Q17',
    {
      vms: net({ default_dispvm: 'default-dvm' }),
      names: /default-dvm, netvm sys-firewall/u,
      also: ['Q21'],
    },
  ],
  ['J02', { vms: net({ services: ['custom-persist', 'jm-bitcoind'] }), names: /jm-daemon is off/u }],
  ['J03', { vms: net({ features: others }), names: /there is no custom-persist\.bitcoind dir:/u }],
  [
    'J03',
    {
      vms: net({ features: { ...SOUND, 'custom-persist.home': 'dir:user:user:0700:/home/user' } }),
      names: /it keeps custom-persist\.home dir:/u,
    },
  ],
  [
    'J03',
    {
      vms: net({ features: { ...SOUND, 'custom-persist.bitcoind': chain.replace('0750', '0777') } }),
      names: /it keeps custom-persist\.bitcoind dir:bitcoin:bitcoin:0777/u,
    },
  ],
  ['J04', { vms: net({ profile_addresses: [] }), names: /dom0 has no profile for sys-whonix/u }],
];

for (const [id, broken] of MORE) {
  test(`${id} finds ${broken.names.source}`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('Q17 tells apart a default disposable in the clear from one behind Tor', (t) => {
  const severity = (name: string): string | undefined =>
    findingsOf({ vms: net({ default_dispvm: name }) }).find(({ id }) => id === 'Q17')?.severity;
  t.deepEqual([severity('default-dvm'), severity('whonix-dvm')], ['high', 'low']);
});

test('J04 is content with the own address, and silent without a formula', (t) => {
  t.deepEqual(findingsOf({ vms: net({ profile_addresses: ['10.137.0.21'] }) }), []);
  t.deepEqual(findingsOf({ vms: net({ profile_addresses: ['10.137.0.9'], ip: null }) }), []);
});

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
