import test from 'ava';
import { audit } from '../../../../scripts/audit/audit.ts';
import { FILE_CHECKS } from '../../../../scripts/audit/checks/files.ts';
import { INBOUND_CHECKS } from '../../../../scripts/audit/checks/inbound.ts';
import { OUTBOUND_CHECKS } from '../../../../scripts/audit/checks/outbound.ts';
import { QUBE_CHECKS } from '../../../../scripts/audit/checks/qubes.ts';
import type { VmFacts } from '../../../../scripts/audit/facts.ts';
import { machineFacts, machinePolicy } from '../../../fixtures/audited-machine.ts';

interface Broken {
  readonly policy?: Readonly<Record<string, string | null>>;
  readonly vms?: Readonly<Record<string, Partial<VmFacts>>>;
  /** Line of the rule, where one is to blame, in the first changed file. */
  readonly line?: number;
  /** What the report must name. */
  readonly names: RegExp;
  /** Other checks that such a set-up cannot but break. */
  readonly also?: readonly string[];
}

/** A file before ours, as a careless user or an old guide would leave it. */
const early = (...rules: readonly string[]): NonNullable<Broken['policy']> => ({
  'etc/30-user.policy': ['# mine', ...rules].join('\n'),
});
const wallet = (changes: Partial<VmFacts>): NonNullable<Broken['vms']> => ({ 'jm-wallet': changes });
const net = (changes: Partial<VmFacts>): NonNullable<Broken['vms']> => ({ 'jm-net': changes });

/** For each check a set-up that it finds, by rules that name the wallet by a token of everybody, so that P13 stays silent. */
const broken: Readonly<Record<string, Broken>> = {
  P01: { policy: early('jm.Chain * jm-wallet'), line: 2, names: /too few fields/u },
  P02: { policy: early('jm.Chain * @anyvm @default deny'), names: /jm\.Chain: deny/u },
  P03: { policy: early('x.Y * @anyvm vault allow'), line: 2, names: /x\.Y: allow, ends in vault/u },
  P04: { policy: early('x.Y * @anyvm vault ask'), line: 2, names: /x\.Y: ask, ends in vault/u },
  P05: {
    policy: early('x.Y * @anyvm @dispvm:default-dvm allow'),
    line: 2,
    names: /ends in @dispvm:default-dvm/u,
  },
  P06: { policy: early('x.Y * @anyvm @adminvm allow'), line: 2, names: /ends in dom0/u },
  P07: {
    policy: early('x.Y * work @anyvm allow target=jm-wallet'),
    line: 2,
    names: /^work → .* ends in jm-wallet/u,
  },
  P08: {
    policy: early('x.Y * work @default ask target=jm-wallet'),
    line: 2,
    names: /ask, ends in jm-wallet/u,
  },
  P09: {
    policy: early('qubes.ConnectTCP +8332 @anyvm @default allow target=sys-net'),
    line: 2,
    names: /8332/u,
  },
  P12: {
    policy: early('qubes.VMShell * work jm-net allow'),
    line: 2,
    names: /VMShell: allow, ends in jm-net/u,
  },
  P13: { policy: early('x.Y * jm-wallet vault deny'), line: 2, names: /x\.Y in 30-user/u },
  P14: { policy: { 'run/32-jm.policy': '* * @anyvm @anyvm deny' }, names: /replaces ours/u, also: ['P06'] },
  P15: { policy: { 'etc/60-late.policy': 'x.Y * @tag:jm-walet @anyvm deny' }, line: 1, names: /60-late/u },
  P16: { policy: { 'etc/60-late.policy': 'x.Y * work gone allow' }, line: 1, names: /gone does not exist/u },
  P18: { policy: { 'etc/60-late.policy': '# a\n# b\u0001d' }, line: 2, names: /0x01/u },
  P19: { policy: { 'run/70-odd.policy': '# nothing' }, names: /70-odd/u },
  P20: {
    policy: { 'etc/35-compat.policy': '!compat-4.0', 'legacy/jm.Chain': 'work jm-net allow' },
    names: /old format/u,
  },
  P21: { policy: early('x.Y * work jm-net allow user=root'), line: 2, names: /as root/u },
  P23: { policy: early('qubes.ClipboardPaste * @anyvm @anyvm ask'), names: /ClipboardPaste/u, also: ['P08'] },
  P24: { policy: early('qubes.Filecopy * @anyvm vault ask'), line: 2, names: /Filecopy: ask/u },
  P25: {
    policy: early('qubes.UpdatesProxy * @anyvm @default allow target=sys-net'),
    line: 2,
    names: /UpdatesProxy/u,
  },
  P27: {
    policy: early('whonix.NewStatus * @anyvm @default allow target=sys-whonix'),
    line: 2,
    names: /whonix/u,
  },
  P30: {
    policy: { 'etc/32-jm.policy': `x.Y * @anyvm vault deny notify=no\n${ownDeny()}` },
    line: 1,
    names: /line 1/u,
  },
  P32: { policy: { 'etc/60-late.policy': 'x.Y * work @dispvm:gone deny' }, line: 1, names: /@dispvm:gone/u },
  J01: {
    policy: early('jm.Chain * work @default allow target=jm-net'),
    line: 2,
    names: /^work → @default, jm\.Chain/u,
  },
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

function ownDeny(): string {
  const bytes = machinePolicy().read('/etc/qubes/policy.d/32-jm.policy') ?? new Uint8Array();
  return Buffer.from(bytes).toString('latin1');
}

test('a sound machine has no findings', (t) => {
  t.deepEqual(audit(machinePolicy(), machineFacts()), []);
});

test('each check has a set-up that breaks it', (t) => {
  const ids = [...OUTBOUND_CHECKS, ...INBOUND_CHECKS, ...FILE_CHECKS, ...QUBE_CHECKS].map(({ id }) => id);
  t.deepEqual([...ids, 'P01'].sort(), [...Object.keys(broken), 'Q25'].sort());
});

for (const [id, { policy, vms, line, names, also = [] }] of Object.entries(broken)) {
  test(`${id} finds what only it finds, and where`, (t) => {
    const findings = audit(machinePolicy(policy), machineFacts(vms));
    const others = findings.filter((finding) => finding.id !== id && !also.includes(finding.id));
    t.deepEqual(others, []);
    const found = findings.filter((finding) => finding.id === id);
    t.true(
      found.some(({ shows }) => names.test(shows)),
      found.map(({ shows }) => shows).join('\n'),
    );
    if (line === undefined) return;
    const [name = ''] = Object.keys(policy ?? {});
    t.true(
      found.every(({ rule }) => rule?.line === line && rule.file.endsWith(name.slice(name.indexOf('/')))),
    );
  });
}

test('Q25 finds two wallets on one net VM', (t) => {
  const second = { ...machineFacts().vms['jm-wallet'], template: 'tpl-two' };
  const pairs = [
    { wallet: 'jm-wallet', net: 'jm-net' },
    { wallet: 'jm-two', net: 'jm-net' },
  ];
  const facts = machineFacts(
    { 'jm-two': second, 'tpl-two': { type: 'TemplateVM', netvm: null, template: null } },
    pairs,
  );
  const ids = audit(machinePolicy(), facts).map(({ id }) => id);
  t.true(ids.includes('Q25'));
});
