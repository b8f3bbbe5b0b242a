import type { Audited } from '../audited.ts';
import type { VmFacts } from '../facts.ts';
import type { Check, Failure, Severity } from '../finding.ts';
import { GATEWAY_TAG } from './on-vm.ts';

const OPENING_FEATURE = /^(rpc-clipboard$|gui-allow-|gui-default-allow-)/u;
/** Extended private keys, private keys in import format, twelve words and more, or what calls itself a secret. */
const SECRET =
  /([xyztuv]prv[1-9A-HJ-NP-Za-km-z]{20}|(^|[^1-9A-Za-z])[59KLc][1-9A-HJ-NP-Za-km-z]{50,51}($|[^1-9A-Za-z])|([a-z]{3,8} ){11}[a-z]{3,8}|(password|passphrase|seed|secret)\s*[=:])/u;
const SECRET_NAME = /(password|passphrase|seed|secret|mnemonic)/u;
const RESTORING = ['backup-restore-in-progress', 'backup-restore-mgmt'];
const FULL_PERCENT = 90;
/** The coins and the filters take 30 GB, and the newest blocks, which even a pruned node keeps, 10 GB. */
const SMALLEST_CHAIN = 45_000_000_000;

function ours({ pair, facts }: Audited): readonly (readonly [string, VmFacts])[] {
  return [pair.wallet, pair.net].flatMap((name) => {
    const vm = facts.vms[name];
    return vm === undefined ? [] : [[name, vm] as const];
  });
}

function templateHas({ facts }: Audited, vm: VmFacts | undefined, feature: string): boolean {
  const template = vm?.template ?? null;
  return template !== null && feature in (facts.vms[template]?.features ?? {});
}

/** A qube that a person works in, no service and no template of disposables. */
function isSomebodys(vm: VmFacts): boolean {
  return ['AppVM', 'StandaloneVM'].includes(vm.type) && !vm.template_for_dispvms && !vm.provides_network;
}

/** Qubes around the two VMs that manage, name or serve them. */
export const SURROUNDING_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'Q10',
    severity: 'high',
    why: 'The management disposable runs commands in our VMs when the formula is applied.',
    fix: 'In dom0: qvm-prefs --default VM management_dispvm, and keep that disposable without netvm.',
    run: (audited) =>
      ours(audited).flatMap(([name, vm]): readonly Failure[] => {
        const manager = vm.management_dispvm ?? null;
        if (manager === null) return [];
        const netvm = audited.facts.vms[manager]?.netvm ?? null;
        return [
          ...(vm.management_dispvm_is_default === false
            ? [{ shows: `${name}: management_dispvm is ${manager}, not the default` }]
            : []),
          ...(netvm === null ? [] : [{ shows: `${name}: management_dispvm ${manager} has netvm ${netvm}` }]),
        ];
      }),
  },
  {
    id: 'Q15',
    severity: 'medium',
    why: 'Such a feature opens the qube to others, or is no place for a secret: every qube’s features lie in dom0 in the clear.',
    fix: 'In dom0: qvm-features --unset VM FEATURE; a secret that was in it is one no more.',
    run: (audited) =>
      ours(audited).flatMap(([name, vm]) =>
        Object.entries(vm.features).flatMap(([feature, value]) => {
          if (OPENING_FEATURE.test(feature)) return [{ shows: `${name}: the feature ${feature} is set` }];
          const secret =
            feature.startsWith('vm-config.') && (SECRET.test(value) || SECRET_NAME.test(feature));
          return secret ? [{ shows: `${name}: the feature ${feature} looks like a secret` }] : [];
        }),
      ),
  },
  {
    id: 'Q18',
    severity: 'medium',
    why: 'The net VM is nobody’s network, and without firewall rules Qubes does not filter it at all.',
    fix: 'In dom0: qvm-prefs NET provides_network False; qvm-firewall NET reset',
    run: ({ pair, facts }) => {
      const vm = facts.vms[pair.net];
      return [
        ...(vm?.provides_network === true ? [{ shows: `${pair.net}: provides_network is True` }] : []),
        ...(vm?.firewall?.length === 0 ? [{ shows: `${pair.net}: it has no firewall rules` }] : []),
      ];
    },
  },
  {
    id: 'Q20',
    severity: 'info',
    why: 'Circuits are kept apart, but all qubes of one gateway go on and off line together.',
    fix: 'A gateway of its own for the net VM is optional; one that is not Whonix is not.',
    run: (audited) => {
      const { pair, facts } = audited;
      const gateway = facts.vms[pair.net]?.netvm ?? null;
      // Without a gateway there is Q16.
      if (gateway === null || facts.vms[gateway]?.tags.includes(GATEWAY_TAG) !== true) return [];
      const nets = facts.pairs.map(({ net }) => net);
      const others = Object.entries(facts.vms)
        .filter(([name, vm]) => vm.netvm === gateway && !nets.includes(name) && isSomebodys(vm))
        .map(([name]) => name);
      return [
        ...(templateHas(audited, facts.vms[gateway], 'whonix-gw')
          ? []
          : [{ shows: `${gateway}: its template is no Whonix gateway`, severity: 'high' as const }]),
        ...(others.length === 0 ? [] : [{ shows: `${gateway} serves ${others.join(', ')} too` }]),
      ];
    },
  },
  {
    id: 'Q21',
    severity: 'info',
    why: 'What the net VM can start, unasked, runs what it says; it should leave through Tor only.',
    fix: 'In dom0: qvm-prefs NET default_dispvm to a Whonix disposable, or empty.',
    run: ({ pair, facts, reach }) => {
      const templates = reach(pair.net)
        .filter(({ target, decision }) => target.startsWith('@dispvm:') && decision === 'allow')
        .map(({ target }) => target.slice('@dispvm:'.length));
      return [...new Set(templates)].flatMap((name) => {
        const netvm = facts.vms[name]?.netvm ?? null;
        if (netvm !== null && facts.vms[netvm]?.tags.includes(GATEWAY_TAG) === true) return [];
        const severity: Severity = netvm === null ? 'info' : 'high';
        return [{ shows: `${pair.net} can start @dispvm:${name}, netvm ${netvm ?? 'empty'}`, severity }];
      });
    },
  },
  {
    id: 'Q22',
    severity: 'high',
    why: 'Another qube has taken the name, and with it all rights that go by the name.',
    fix: 'Find out who replaced it; pin the uuid again once you know the qube.',
    run: ({ pair, facts }) =>
      [
        { name: pair.wallet, pinned: pair.wallet_uuid },
        { name: pair.net, pinned: pair.net_uuid },
      ].flatMap(({ name, pinned }) => {
        const uuid = facts.vms[name]?.uuid;
        return pinned === undefined || pinned === uuid
          ? []
          : [{ shows: `${name}: uuid is ${uuid ?? 'none'}, pinned is ${pinned}` }];
      }),
  },
  {
    id: 'Q23',
    severity: 'medium',
    why: 'A restore or a Salt run that was cut off leaves rights behind.',
    fix: 'Remove the tag or the qube, unless a restore or qubesctl runs right now.',
    run: ({ facts }) =>
      Object.entries(facts.vms).flatMap(([name, { tags }]) => [
        ...tags
          .filter((tag) => RESTORING.includes(tag))
          .map((tag) => ({ shows: `${name} has the tag ${tag}` })),
        ...(name.startsWith('disp-mgmt-') ? [{ shows: `${name} is left over` }] : []),
      ]),
  },
  {
    id: 'Q24',
    severity: 'info',
    why: 'A qube that must not start should not run, and a full disk loses the next write.',
    fix: 'In dom0: qvm-shutdown VM, or qvm-volume resize VM:private SIZE',
    run: (audited) =>
      ours(audited).flatMap(([name, vm]) => {
        const {
          features,
          services,
          power_state: state,
          private_used_percent: used = 0,
          private_size: size,
        } = vm;
        return [
          ...('prohibit-start' in features && state !== 'Halted'
            ? [{ shows: `${name}: must not start, but is ${state}` }]
            : []),
          ...(used >= FULL_PERCENT ? [{ shows: `${name}: the private volume is ${used} % full` }] : []),
          ...(services.includes('jm-bitcoind') && size !== undefined && size < SMALLEST_CHAIN
            ? [
                {
                  shows: `${name}: the private volume has ${size} bytes, too few for the chain`,
                  severity: 'low' as const,
                },
              ]
            : []),
        ];
      }),
  },
];
