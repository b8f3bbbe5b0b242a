import test from 'ava';
import { HOST_CHECKS } from '../../../../scripts/audit/checks/host.ts';
import { INSIDE_CHECKS } from '../../../../scripts/audit/checks/inside.ts';
import type { InsideFacts } from '../../../../scripts/audit/more-facts.ts';
import { machineFacts } from '../../../fixtures/audited-machine.ts';
import { assertFinds, type BrokenTable, type Broken, findingsOf } from '../../../fixtures/broken-set-up.ts';

const inside = (name: string, facts: InsideFacts): NonNullable<Broken['more']> => ({
  inside: { [name]: facts },
});

const BROKEN: BrokenTable = {
  G01: { more: { host: { qubes_release: '4.2' } }, names: /^Qubes 4\.2/u },
  G02: { more: { host: { policy_daemon_active: false } }, names: /does not run/u },
  G03: { policy: { 'etc/30-qubesctl-salt.policy': '# salt' }, names: /is left over/u },
  G04: { more: { host: { clockvm: 'jm-net' } }, names: /^clockvm is jm-net/u },
  G05: { more: { host: { secret_files: ['/srv/salt/jm/words'] } }, names: /\/srv\/salt\/jm\/words/u },
  R01: {
    more: inside('jm-wallet', { interfaces: ['lo', 'eth0'] }),
    names: /^jm-wallet: it has the interface eth0/u,
  },
  R02: { more: inside('jm-net', { overrides: ['jm.Chain'] }), names: /^jm-net: jm\.Chain replaces/u },
  R03: {
    more: inside('jm-wallet', { rpc_services: ['qubes.VMShell', 'jm.Chain'] }),
    names: /has the service jm\.Chain/u,
  },
  R04: {
    more: inside('jm-net', { changed: ['/rw/config/rc.local'] }),
    names: /rc\.local is not as expected/u,
  },
  R05: { more: inside('jm-net', { passwordless_root: true }), names: /root without password/u },
  R06: {
    more: inside('jm-net', { listening: ['127.0.0.1:8332', '0.0.0.0:8333'] }),
    names: /on 0\.0\.0\.0:8333/u,
  },
  R07: {
    more: inside('jm-net', { bridge_owned: ['/etc/qubes-rpc/jm.Chain'] }),
    names: /owns \/etc\/qubes-rpc\/jm\.Chain/u,
  },
};

test('each host check has a set-up that breaks it', (t) => {
  t.deepEqual([...HOST_CHECKS, ...INSIDE_CHECKS].map(({ id }) => id).sort(), Object.keys(BROKEN).sort());
});

for (const [id, broken] of Object.entries(BROKEN)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    assertFinds(t, id, broken);
  });
}

test('a sound host and sound answers from inside find nothing', (t) => {
  const host = {
    qubes_release: '4.3',
    collected: '2026-11-21',
    policy_daemon_active: true,
    policy_daemon_errors: 0,
    clockvm: 'sys-net',
    default_netvm: 'sys-firewall',
    secret_files: [],
  };
  const wallet = { interfaces: ['lo'], qubes_ip: null, rpc_services: ['qubes.VMShell'] };
  const net = {
    interfaces: ['lo', 'eth0'],
    qubes_ip: '10.137.0.9',
    rpc_services: ['jm.Chain', 'jm.Messages', 'qubes.VMShell'],
    listening: ['127.0.0.1:8332', '[::1]:8332', '0.0.0.0:8080'],
    onion_port: 8080,
  };
  t.deepEqual(findingsOf({ more: { host, inside: { 'jm-wallet': wallet, 'jm-net': net } } }), []);
});

test('G01 judges the Whonix release by the name of the template, and the end of life by the day', (t) => {
  const template = machineFacts().vms['tpl-jm-net'] ?? {};
  const vms = { 'tpl-whonix-ws-17': template, 'jm-net': { template: 'tpl-whonix-ws-17' } };
  assertFinds(t, 'G01', { vms, names: /tpl-whonix-ws-17 is old/u });
  const ends = { vms: { 'tpl-jm-wallet': { features: { 'os-eol': '2026-11-21' } } } };
  t.deepEqual(findingsOf({ ...ends, more: { host: { collected: '2026-11-21' } } }), []);
  const more = { host: { collected: '2026-11-22' } };
  assertFinds(t, 'G01', { ...ends, more, names: /tpl-jm-wallet: end of life was 2026-11-21/u });
});

test('G02 counts errors in the journal', (t) => {
  assertFinds(t, 'G02', { more: { host: { policy_daemon_errors: 3 } }, names: /3 errors/u });
});

test('G03 lets Salt work while it runs', (t) => {
  const policy = { 'etc/30-qubesctl-salt.policy': '# salt' };
  t.deepEqual(findingsOf({ policy, more: { host: { qubesctl_running: true } } }), []);
});

test('R01 finds an address without an interface', (t) => {
  assertFinds(t, 'R01', {
    more: inside('jm-wallet', { qubes_ip: '10.137.0.8' }),
    names: /address 10\.137\.0\.8/u,
  });
});
