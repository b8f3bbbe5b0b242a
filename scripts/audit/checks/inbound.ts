import type { Audited } from '../audited.ts';
import type { Check } from '../finding.ts';
import { calls, type Reach } from '../reach.ts';
import { fromOthers, isRemote, oursAndTemplates, shown } from './reached.ts';

const SHELLS = ['qubes.VMShell', 'qubes.VMExec', 'qubes.VMExecGUI', 'qubes.VMRootShell', 'qubes.VMRootExec'];
const OURS = ['jm.Messages', 'jm.Chain'];

function endsIn(vm: string): (one: Reach) => boolean {
  return ({ target }) => target === vm || target === `@dispvm:${vm}`;
}

/** What others can call: the wallet VM not at all, our services not either. */
export const INBOUND_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'P07',
    severity: 'critical',
    why: 'Nothing starts a call to the wallet VM; whoever can, can hand it input or take from it.',
    fix: 'Remove the rule; a redirection must be removed where it stands.',
    run: (audited) =>
      fromOthers(audited)
        .filter(endsIn(audited.pair.wallet))
        .filter(({ decision, service }) => decision === 'allow' && !SHELLS.includes(service))
        .map(shown),
  },
  {
    id: 'P08',
    severity: 'high',
    why: 'One careless click lets another qube into the wallet VM.',
    fix: 'Deny it before the rule that asks.',
    run: (audited) =>
      fromOthers(audited)
        .filter(endsIn(audited.pair.wallet))
        .filter(({ decision, service }) => decision === 'ask' && !SHELLS.includes(service))
        .map(shown),
  },
  {
    id: 'P12',
    severity: 'critical',
    why: 'A shell in one of our qubes or their templates is all of it.',
    fix: 'Remove the rule.',
    run: (audited) =>
      fromOthers(audited)
        .filter(({ service }) => SHELLS.includes(service))
        .filter((one) => oursAndTemplates(audited).some((name) => endsIn(name)(one)))
        .map(shown),
  },
  {
    id: 'P21',
    severity: 'high',
    why: 'A service that runs as root can change the qube for good.',
    fix: 'Drop user=, or name the user of the service.',
    run: (audited) => {
      const { pair, reach } = audited;
      return [...fromOthers(audited), ...reach(pair.wallet)]
        .filter(({ user, service }) => user === 'root' && !SHELLS.includes(service))
        .filter((one) => [pair.wallet, pair.net].some((name) => endsIn(name)(one)))
        .map(shown);
    },
  },
  {
    id: 'P22',
    severity: 'info',
    why: 'Qubes starts the target of a call by itself, unless the rule says autostart=no.',
    fix: 'Deny calls to the wallet VM; drop autostart=no from the rules of its two services.',
    run: (audited) => [
      ...fromOthers(audited)
        .filter(endsIn(audited.pair.wallet))
        .filter(({ rule: { action } }) => action.kind === 'allow' && action.autostart)
        .map((one) => ({ ...shown(one), severity: 'medium' as const })),
      ...audited.policy.rules
        .filter(
          ({ service, action }) => OURS.includes(service) && action.kind !== 'deny' && !action.autostart,
        )
        .map(({ service, file, line }) => ({
          shows: `${service} does not start its target`,
          rule: { file, line },
        })),
    ],
  },
  {
    id: 'P26',
    severity: 'medium',
    why: 'Whoever serves the updates in the clear sees that this template is Whonix, and when it is updated.',
    fix: 'In dom0: qvm-tags TEMPLATE add whonix-updatevm, with sys-whonix as its updates proxy.',
    run: ({ pair, facts, policy, system }) => {
      const template = facts.vms[pair.net]?.template ?? null;
      if (template === null || !('whonix-ws' in (facts.vms[template]?.features ?? {}))) return [];
      const request = { source: template, service: 'qubes.UpdatesProxy', argument: '+', target: '@default' };
      return calls(policy, system, request)
        .filter(({ target }) => !system.hasTag(target, 'anon-gateway'))
        .map(shown);
    },
  },
  {
    id: 'J01',
    severity: 'high',
    why: 'Another qube that calls our services in the net VM sees, or disturbs, what the wallet does.',
    fix: 'Let the lines for jm.Messages and jm.Chain in 32-jm.policy come before the rule.',
    run: (audited) =>
      fromOthers(audited)
        .filter(({ service, source }) => {
          const own = audited.facts.pairs.some(({ wallet }) => wallet === source);
          return OURS.includes(service) && !own && !isRemote(audited, source);
        })
        .map(shown),
  },
];
