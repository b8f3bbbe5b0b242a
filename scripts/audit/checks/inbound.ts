import type { Audited } from '../audited.ts';
import type { Check, Failure } from '../finding.ts';
import type { Reach } from '../reach.ts';

const SHELLS = ['qubes.VMShell', 'qubes.VMExec', 'qubes.VMExecGUI', 'qubes.VMRootShell', 'qubes.VMRootExec'];
const OURS = ['jm.Messages', 'jm.Chain'];

function shown({ source, service, requested, target, decision, user, rule }: Reach): Failure {
  const as = user === null ? '' : ` as ${user}`;
  return {
    shows: `${source} → ${requested}, ${service}: ${decision}, ends in ${target}${as}`,
    rule: { file: rule.file, line: rule.line },
  };
}

/** What all other qubes reach; dom0 needs no policy. */
function fromOthers({ system, reach, pair }: Audited): readonly Reach[] {
  return system.names
    .filter((name) => name !== 'dom0' && name !== pair.wallet)
    .flatMap((name) => reach(name));
}

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
    run: (audited) => {
      const { pair, facts } = audited;
      const ours = [pair.wallet, pair.net];
      const templates = ours.flatMap((name) => facts.vms[name]?.template ?? []);
      return fromOthers(audited)
        .filter(({ service }) => SHELLS.includes(service))
        .filter((one) => [...ours, ...templates].some((name) => endsIn(name)(one)))
        .map(shown);
    },
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
    id: 'J01',
    severity: 'high',
    why: 'Another qube that calls our services in the net VM sees, or disturbs, what the wallet does.',
    fix: 'Let the lines for jm.Messages and jm.Chain in 32-jm.policy come before the rule.',
    run: (audited) =>
      fromOthers(audited)
        .filter(({ service, source }) => {
          const own = audited.facts.pairs.some(({ wallet }) => wallet === source);
          return OURS.includes(service) && !own;
        })
        .map(shown),
  },
];
