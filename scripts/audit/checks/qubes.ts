import type { Audited } from '../audited.ts';
import type { VmFacts } from '../facts.ts';
import type { Check, Failure } from '../finding.ts';

const GATEWAY_TAG = 'anon-gateway';
const WHONIX_TAGS = /^(anon-|sdwdate-|whonix-updatevm)/u;
const NETWORK_SERVICES = [
  'updates-proxy-setup',
  'qubes-updates-proxy',
  'qubes-firewall',
  'network-manager',
  'cups',
  'clocksync',
];

/** A check of the wallet VM's own properties. */
function onWallet(
  judge: (vm: VmFacts, audited: Audited) => readonly (Failure | false)[],
): (audited: Audited) => readonly Failure[] {
  return (audited) => onVm(audited.pair.wallet, judge, audited);
}

function onNet(
  judge: (vm: VmFacts, audited: Audited) => readonly (Failure | false)[],
): (audited: Audited) => readonly Failure[] {
  return (audited) => onVm(audited.pair.net, judge, audited);
}

function onVm(
  name: string,
  judge: (vm: VmFacts, audited: Audited) => readonly (Failure | false)[],
  audited: Audited,
): readonly Failure[] {
  const vm = audited.facts.vms[name];
  if (vm === undefined) return [];
  return judge(vm, audited).flatMap((failure) =>
    failure === false ? [] : [{ ...failure, shows: `${name}: ${failure.shows}` }],
  );
}

function isNetworked({ facts }: Audited, name: string | null): boolean {
  return name !== null && (facts.vms[name]?.netvm ?? null) !== null;
}

function templateOf(vm: VmFacts, { facts }: Audited): VmFacts | null {
  return vm.template === null ? null : (facts.vms[vm.template] ?? null);
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
    run: onWallet((vm, audited) => [
      vm.default_dispvm !== null && {
        shows: `default_dispvm is ${vm.default_dispvm}`,
        severity: isNetworked(audited, vm.default_dispvm) ? 'critical' : 'medium',
      },
    ]),
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
    why: 'Whoever changes the template changes the wallet VM.',
    fix: 'Give the wallet VM a template of its own, without netvm.',
    run: onWallet((vm, audited) => {
      const { facts, pair } = audited;
      const others = Object.entries(facts.vms)
        .filter(
          ([name, other]) => name !== pair.wallet && vm.template !== null && other.template === vm.template,
        )
        .map(([name]) => name);
      const template = templateOf(vm, audited);
      return [
        others.length > 0 && {
          shows: `its template is that of ${others.join(', ')} too`,
          severity: 'medium',
        },
        template !== null && template.netvm !== null && { shows: `its template has netvm ${template.netvm}` },
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
    why: 'These services are for qubes with a network.',
    fix: 'In dom0: qvm-service --disable WALLET SERVICE',
    run: onWallet((vm) =>
      vm.services
        .filter((service) => NETWORK_SERVICES.includes(service))
        .map((service) => ({ shows: `the service ${service} is on` })),
    ),
  },
  {
    id: 'Q09',
    severity: 'medium',
    why: 'Whoever draws its windows sees them; whoever carries its sound hears it.',
    fix: "In dom0: qvm-prefs WALLET guivm dom0; qvm-prefs WALLET audiovm ''",
    run: onWallet((vm) => [
      vm.guivm !== 'dom0' && { shows: `guivm is ${vm.guivm ?? 'empty'}` },
      vm.audiovm !== null && { shows: `audiovm is ${vm.audiovm}`, severity: 'low' },
    ]),
  },
  {
    id: 'Q11',
    severity: 'low',
    why: 'The wallet VM need not run while nobody uses it.',
    fix: 'In dom0: qvm-prefs WALLET autostart False',
    run: onWallet((vm) => [vm.autostart && { shows: 'autostart is True' }]),
  },
  {
    id: 'Q12',
    severity: 'medium',
    why: 'Without the backup of the wallet VM, only the words are left.',
    fix: 'In dom0: qvm-prefs WALLET include_in_backups True',
    run: onWallet((vm) => [!vm.include_in_backups && { shows: 'include_in_backups is False' }]),
  },
  {
    id: 'Q13',
    severity: 'high',
    why: 'A device is a way in and out.',
    fix: 'Unassign it, and deny all devices (devices_denied).',
    run: onWallet((vm) => [
      ...vm.devices.map((device): Failure => ({
        shows: `${device.class} ${device.name} is assigned`,
        ...(device.class === 'pci' ? { severity: 'critical' } : {}),
      })),
      vm.devices_denied !== '*' && { shows: 'devices are not denied' },
    ]),
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
  {
    id: 'Q16',
    severity: 'critical',
    why: 'The net VM must reach the world through Tor only.',
    fix: 'In dom0: qvm-prefs NET netvm sys-whonix',
    run: onNet((vm, { facts }) => {
      const gateway = vm.netvm === null ? null : (facts.vms[vm.netvm] ?? null);
      return [
        vm.netvm === null && { shows: 'netvm is empty', severity: 'high' },
        vm.netvm !== null && vm.netvm_is_default && { shows: `netvm is ${vm.netvm} only by default` },
        vm.netvm !== null &&
          gateway?.tags.includes(GATEWAY_TAG) !== true && {
            shows: `netvm is ${vm.netvm}, no Whonix gateway`,
          },
      ];
    }),
  },
  {
    id: 'Q17',
    severity: 'critical',
    why: 'Only a Whonix workstation keeps its own programs from leaking.',
    fix: 'Put the net VM on a clone of the Whonix workstation template.',
    run: onNet((vm, audited) => [
      !('whonix-ws' in (templateOf(vm, audited)?.features ?? {})) && {
        shows: `its template ${vm.template ?? 'none'} is no Whonix workstation`,
      },
    ]),
  },
  {
    id: 'Q19',
    severity: 'medium',
    why: 'A disposable of the net VM starts with a copy of its state.',
    fix: 'In dom0: qvm-prefs NET template_for_dispvms False',
    run: onNet((vm) => [vm.template_for_dispvms && { shows: 'template_for_dispvms is True' }]),
  },
  {
    id: 'Q25',
    severity: 'medium',
    why: 'One daemon that serves two wallets can link them.',
    fix: 'Give each wallet VM a net VM of its own.',
    run: ({ pair, facts }) => {
      const sharing = facts.pairs.filter(
        (other) =>
          (other.net === pair.net && other.wallet !== pair.wallet) ||
          (other.wallet === pair.wallet && other.net !== pair.net),
      );
      return sharing.map((other) => ({
        shows: `${pair.wallet}, ${pair.net} and ${other.wallet}, ${other.net}`,
      }));
    },
  },
];
