import type { Audited } from '../audited.ts';
import type { Check } from '../finding.ts';
import { argumentsOf, calls, type Reach, servicesOf } from '../reach.ts';
import { otherNames, oursAndTemplates, shown } from './reached.ts';

/** Stand for all services of their kind, also where a rule is about every service. */
const ALWAYS = ['admin.vm.property.Set', 'policy.Replace'];
const READS_MACHINE =
  /^admin\.(Events|.*\.(List\w*|Get\w*|Info|Index|Help|Available|Assigned|Attached|Stats|CurrentState|CheckWith\w+))$/u;
const READS_POLICY = /^policy\.(include\.)?(List|Get|GetFiles)$/u;
const ANSWERS_POLICY = /^policy\.(Eval\w+|Ask|Notify)$/u;

/**
 * The calls of one kind that dom0 itself answers. What they act on is what was asked for, wherever the rule redirects them: so each of
 * the targets is tried, and the same rule is told once for each.
 */
function rulingCalls(
  { policy, system }: Audited,
  source: string,
  kind: RegExp,
  targets: readonly string[],
): readonly Reach[] {
  const found = new Map<string, Reach>();
  for (const service of new Set([...servicesOf(policy), ...ALWAYS])) {
    if (!kind.test(service)) continue;
    for (const argument of argumentsOf(policy, service)) {
      for (const target of targets) {
        for (const reach of calls(policy, system, { source, service, argument, target })) {
          const { file, line } = reach.rule;
          const key = [service, target, file, line].join(' ');
          if (reach.target === 'dom0' && !found.has(key)) found.set(key, reach);
        }
      }
    }
  }
  return [...found.values()];
}

/** What qubes can call that rules the machine. */
export const RULING_CHECKS: readonly Check<Audited>[] = [
  {
    id: 'P10',
    severity: 'critical',
    why: 'Who may change our qubes through dom0 need not break into them.',
    fix: 'Remove the rule, or the tag that gives the qube this right.',
    run: (audited) => {
      const { pair, system } = audited;
      const ours = [pair.wallet, pair.net];
      const targets = [...oursAndTemplates(audited), 'dom0'];
      const others = otherNames(audited).filter((name) => !ours.includes(name));
      return [
        ...ours.flatMap((name) => rulingCalls(audited, name, /^admin\./u, system.names)),
        ...others
          .flatMap((name) => rulingCalls(audited, name, /^admin\./u, targets))
          .filter(({ service }) => !READS_MACHINE.test(service)),
      ].map(shown);
    },
  },
  {
    id: 'P11',
    severity: 'critical',
    why: 'Whoever writes policy is dom0; whoever reads it knows the whole machine.',
    fix: 'Remove the rule.',
    run: (audited) => {
      const { pair, facts } = audited;
      return [pair.wallet, ...otherNames(audited)]
        .flatMap((name) => rulingCalls(audited, name, /^policy\./u, ['dom0']))
        .filter(({ service }) => !ANSWERS_POLICY.test(service))
        .flatMap((one) => {
          if (!READS_POLICY.test(one.service)) return [shown(one)];
          const quiet = (facts.vms[one.source]?.netvm ?? null) === null && one.source !== pair.wallet;
          return quiet ? [] : [{ ...shown(one), severity: 'medium' as const }];
        });
    },
  },
  {
    id: 'P29',
    severity: 'medium',
    why: 'Who may ask dom0 what its policy would say learns it bit by bit.',
    fix: 'Remove the rule; only the qube that draws the windows needs it.',
    run: (audited) => {
      const { pair, facts } = audited;
      const drawing = new Set(Object.values(facts.vms).map(({ guivm }) => guivm));
      return [pair.wallet, ...otherNames(audited)]
        .filter((name) => !drawing.has(name))
        .flatMap((name) => rulingCalls(audited, name, ANSWERS_POLICY, ['dom0']))
        .map(shown);
    },
  },
];
