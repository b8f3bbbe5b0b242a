import type { Audited } from '../audited.ts';
import type { VmFacts } from '../facts.ts';
import type { Check, Failure } from '../finding.ts';
import { GATEWAY_TAG, onNet, templateOf } from './on-vm.ts';

const OWN_SERVICES = ['jm-daemon', 'jm-bitcoind'];
const KEEPING = 'custom-persist';
/** What the package binds, written as the features of dom0. */
const KEPT: readonly string[] = [
  'custom-persist.bitcoind dir:bitcoin:bitcoin:0750:/var/lib/bitcoind',
  'custom-persist.joinmarketd dir:joinmarketd:jm-bridge:0700:/var/lib/joinmarketd',
];

function defaultDisposable({ default_dispvm: name }: VmFacts, { facts }: Audited): readonly Failure[] {
  if (name === null) return [];
  const netvm = facts.vms[name]?.netvm ?? null;
  const apart = netvm === null || facts.vms[netvm]?.tags.includes(GATEWAY_TAG) === true;
  return [
    { shows: `default_dispvm is ${name}, netvm ${netvm ?? 'empty'}`, severity: apart ? 'low' : 'high' },
  ];
}

/** The net VM: behind Tor, with its programs on, and with nothing of its own that outlives a restart. */
export const NET_CHECKS: readonly Check<Audited>[] = [
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
        gateway?.provides_network === false && {
          shows: `netvm is ${vm.netvm ?? ''}, which does not provide network`,
          severity: 'high',
        },
        gateway !== null &&
          gateway.netvm === null && {
            shows: `netvm is ${vm.netvm ?? ''}, which has no netvm`,
            severity: 'high',
          },
      ];
    }),
  },
  {
    id: 'Q17',
    severity: 'critical',
    why: 'Only a Whonix workstation keeps its own programs from leaking.',
    fix: "Put the net VM on a clone of the Whonix workstation template; in dom0: qvm-prefs NET default_dispvm ''",
    run: onNet((vm, audited) => [
      !('whonix-ws' in (templateOf(vm, audited)?.features ?? {})) && {
        shows: `its template ${vm.template ?? 'none'} is no Whonix workstation`,
      },
      ...defaultDisposable(vm, audited),
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
  {
    id: 'J02',
    severity: 'medium',
    why: 'dom0 says which programs of the template run in the net VM; without them the wallet has no network and no node.',
    fix: 'In dom0: qvm-service --enable NET SERVICE',
    run: onNet((vm) =>
      OWN_SERVICES.filter((service) => !vm.services.includes(service)).map((service) => ({
        shows: `the service ${service} is off`,
      })),
    ),
  },
  {
    id: 'J03',
    severity: 'medium',
    why: 'With custom-persist only the chain and joinmarketd’s state outlive a restart, so that whoever breaks in can’t stay.',
    fix: 'In dom0: qubesctl state.apply jm.dom0.vms; what else is kept: qvm-features --unset NET custom-persist.NAME',
    run: onNet((vm) => {
      if (!vm.services.includes(KEEPING)) return [{ shows: `the service ${KEEPING} is off` }];
      const kept = Object.entries(vm.features).flatMap(([name, value]) =>
        name.startsWith(`${KEEPING}.`) ? [`${name} ${value}`] : [],
      );
      return [
        ...KEPT.filter((one) => !kept.includes(one)).map((one) => ({ shows: `there is no ${one}` })),
        ...kept.filter((one) => !KEPT.includes(one)).map((one) => ({ shows: `it keeps ${one}` })),
      ];
    }),
  },
  {
    id: 'J04',
    severity: 'medium',
    why: 'The gateway hands whoever connects to the maker’s onion service to the address in its profile.',
    fix: 'In dom0: sudo sh /srv/salt/jm-apply',
    run: onNet((vm) => {
      const { profile_addresses: addresses, ip = null, netvm } = vm;
      if (addresses === undefined || ip === null || netvm === null) return [];
      return [
        addresses.length === 0 && { shows: `dom0 has no profile for ${netvm}`, severity: 'low' },
        ...addresses
          .filter((address) => address !== ip)
          .map((address) => ({ shows: `the profile for ${netvm} leads to ${address}, not to ${ip}` })),
      ];
    }),
  },
];
