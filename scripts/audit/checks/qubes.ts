import type { Audited } from '../audited.ts';
import type { VmFacts } from '../facts.ts';
import type { Check, Failure, Severity } from '../finding.ts';
import { onBoth, onNet, onTemplates, onWallet, templateOf, together } from './on-vm.ts';

const WHONIX_TAGS = /^(anon-|sdwdate-|whonix-updatevm)/u;
/** What the formula puts on the templates that it makes. */
const TEMPLATE_TAG = 'jm-template';
const NETWORK_SERVICES = [
  'updates-proxy-setup',
  'qubes-updates-proxy',
  'qubes-firewall',
  'network-manager',
  'cups',
  'clocksync',
];
/** Interfaces of devices are written in seven characters each, one after the other; this one stands for all. */
const INTERFACES = /[^]{7}/gu;
const EVERY_INTERFACE = '*******';

function isNetworked({ facts }: Audited, name: string): boolean {
  return (facts.vms[name]?.netvm ?? null) !== null;
}

function servicesOn(vm: VmFacts, unwanted: readonly string[]): readonly Failure[] {
  return vm.services
    .filter((service) => unwanted.includes(service))
    .map((service) => ({ shows: `the service ${service} is on` }));
}

function deviceFailures(vm: VmFacts, severity: Severity): readonly (Failure | false)[] {
  return [
    ...vm.devices.map((device): Failure => ({
      shows: `${device.class} ${device.name} is assigned`,
      severity: device.class === 'pci' ? 'critical' : severity,
    })),
    vm.devices_denied.match(INTERFACES)?.includes(EVERY_INTERFACE) !== true && {
      shows: 'devices are not denied',
      severity,
    },
  ];
}

/** Properties, tags, services and devices of the two VMs. */
export const QUBE_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'Q01',
    severity: 'critical',
    why: 'The wallet VM must have no network, whatever the global default becomes.',
    fix: "In dom0: qvm-prefs WALLET netvm ''",
    run: onWallet((vm) => [
      vm.netvm !== null && { shows: `netvm is ${vm.netvm}` },
      vm.netvm === null &&
        vm.netvm_is_default && { shows: 'netvm is empty only by default', severity: 'medium' },
    ]),
  },
  {
    id: 'Q02',
    severity: 'critical',
    why: 'A default disposable is a way out that calls can name.',
    fix: "In dom0: qvm-prefs WALLET default_dispvm ''",
    run: together(
      onWallet((vm, audited) => [
        vm.default_dispvm !== null && {
          shows: `default_dispvm is ${vm.default_dispvm}`,
          severity: isNetworked(audited, vm.default_dispvm) ? 'critical' : 'medium',
        },
      ]),
      onTemplates((vm) => [
        vm.default_dispvm !== null && {
          shows: `default_dispvm is ${vm.default_dispvm}`,
          severity: 'low',
          fix: "In dom0: qvm-prefs TEMPLATE default_dispvm ''",
        },
      ]),
    ),
  },
  {
    id: 'Q03',
    severity: 'high',
    why: 'The wallet VM is nobody’s network.',
    fix: 'In dom0: qvm-prefs WALLET provides_network False',
    run: onWallet((vm) => [vm.provides_network && { shows: 'provides_network is True' }]),
  },
  {
    id: 'Q04',
    severity: 'critical',
    why: 'A disposable of the wallet VM starts with a copy of its keys.',
    fix: 'In dom0: qvm-prefs WALLET template_for_dispvms False',
    run: onWallet((vm) => [vm.template_for_dispvms && { shows: 'template_for_dispvms is True' }]),
  },
  {
    id: 'Q05',
    severity: 'critical',
    why: 'Qubes ties Whonix qubes to a gateway again at each start.',
    fix: 'Put the wallet VM on a clone of debian-13-minimal.',
    run: onWallet((vm, audited) => {
      const features = templateOf(vm, audited)?.features ?? {};
      const whonix = 'whonix-ws' in features || 'whonix-gw' in features;
      const tags = vm.tags.filter((tag) => WHONIX_TAGS.test(tag));
      return [
        whonix && { shows: `its template ${vm.template ?? ''} is Whonix` },
        tags.length > 0 && { shows: `it has the tags ${tags.join(', ')}` },
      ];
    }),
  },
  {
    id: 'Q06',
    severity: 'high',
    why: 'Whoever changes the template changes the VM.',
    fix: 'Give each of the two VMs a template of its own, without netvm: salt/README.md.',
    run: onBoth((vm, audited) => {
      const others = Object.entries(audited.facts.vms)
        .filter(([, other]) => other !== vm && vm.template !== null && other.template === vm.template)
        .map(([name]) => name);
      const template = templateOf(vm, audited);
      const name = vm.template ?? '';
      return [
        others.length > 0 && {
          shows: `its template ${name} is that of ${others.join(', ')} too`,
          severity: 'medium',
        },
        template !== null && template.netvm !== null && { shows: `its template has netvm ${template.netvm}` },
        template?.tags.includes(TEMPLATE_TAG) === false && {
          shows: `its template ${name} lacks the tag ${TEMPLATE_TAG}, so it may not be the one that was made for it`,
          severity: 'low',
        },
      ];
    }),
  },
  {
    id: 'Q07',
    severity: 'high',
    why: 'Only an AppVM keeps its keys and gets its programs from a template.',
    fix: 'Make the wallet VM again as an AppVM.',
    run: onWallet((vm) => [vm.type !== 'AppVM' && { shows: `it is a ${vm.type}` }]),
  },
  {
    id: 'Q08',
    severity: 'high',
    why: 'Each service is one more program that listens, and most of these are for qubes with a network.',
    fix: 'In dom0: qvm-service --disable VM SERVICE',
    run: together(
      onWallet((vm) => servicesOn(vm, NETWORK_SERVICES)),
      onWallet((vm) => servicesOn(vm, ['tracker']).map((failure) => ({ ...failure, severity: 'low' }))),
      onNet((vm) => servicesOn(vm, ['cups', 'tracker']).map((failure) => ({ ...failure, severity: 'low' }))),
    ),
  },
  {
    id: 'Q09',
    severity: 'medium',
    why: 'Whoever draws its windows sees them; whoever carries its sound hears it.',
    fix: "In dom0: qvm-prefs WALLET guivm dom0; qvm-prefs VM audiovm ''",
    run: together(
      onWallet((vm) => [vm.guivm !== 'dom0' && { shows: `guivm is ${vm.guivm ?? 'empty'}` }]),
      onBoth((vm) => [vm.audiovm !== null && { shows: `audiovm is ${vm.audiovm}`, severity: 'low' }]),
    ),
  },
  {
    id: 'Q11',
    severity: 'low',
    why: 'The two VMs need not run while nobody uses them.',
    fix: 'In dom0: qvm-prefs VM autostart False',
    run: onBoth((vm) => [vm.autostart && { shows: 'autostart is True' }]),
  },
  {
    id: 'Q12',
    severity: 'medium',
    why: 'Without the backup of the wallet VM, only the words are left; the net VM has nothing but the chain to back up.',
    fix: 'In dom0: qvm-prefs WALLET include_in_backups True; qvm-prefs NET include_in_backups False',
    run: together(
      onWallet((vm) => [!vm.include_in_backups && { shows: 'include_in_backups is False' }]),
      onNet((vm) => [vm.include_in_backups && { shows: 'include_in_backups is True', severity: 'low' }]),
    ),
  },
  {
    id: 'Q13',
    severity: 'high',
    why: 'A device is a way in and out.',
    fix: "Unassign it, and in dom0: qvm-prefs VM devices_denied '*******'",
    run: together(
      onWallet((vm) => deviceFailures(vm, 'high')),
      onNet((vm) => deviceFailures(vm, 'medium')),
      onTemplates((vm) => deviceFailures(vm, 'low')),
    ),
  },
  {
    id: 'Q14',
    severity: 'medium',
    why: 'Debug mode and full virtualisation have more ways in.',
    fix: 'In dom0: qvm-prefs WALLET debug False; qvm-prefs WALLET virt_mode pvh',
    run: onWallet((vm) => [
      vm.debug && { shows: 'debug is True' },
      vm.virt_mode !== 'pvh' && { shows: `virt_mode is ${vm.virt_mode}` },
    ]),
  },
];
