import { evaluate } from './policy/evaluate.ts';
import type { Policy } from './policy/policy.ts';
import type { Rule } from './policy/rule.ts';
import type { System } from './policy/system.ts';

/** A call that policy lets through, or that a person may let through with one click. */
export interface Reach {
  readonly source: string;
  readonly service: string;
  readonly argument: string;
  /** What was asked for. */
  readonly requested: string;
  /** Where it ends. */
  readonly target: string;
  readonly decision: 'allow' | 'ask';
  readonly user: string | null;
  readonly rule: Rule;
}

/** No service, argument or qube has these names, so they stand for all that no rule names. */
const UNNAMED_SERVICE = 'jm-audit.Unnamed';
const UNNAMED_ARGUMENT = '+jm-audit-unnamed';
const UNNAMED_VM = 'jm-audit-unnamed';

/**
 * Everything that a qube reaches, judged by where calls end and counting `ask` as reachable: every service that any rule names and one
 * that none does, with every argument, to every target. Calls that end in the same way by the same rule are told once.
 */
export function reachFrom(policy: Policy, system: System, source: string): readonly Reach[] {
  const targets = targetsOf(system);
  const found = new Map<string, Reach>();
  for (const service of servicesOf(policy)) {
    for (const argument of argumentsOf(policy, service)) {
      for (const requested of targets) {
        for (const reach of calls(policy, system, { source, service, argument, target: requested })) {
          const { rule, target, decision } = reach;
          const key = [service, target, decision, rule.file, rule.line].join(' ');
          if (!found.has(key)) found.set(key, reach);
        }
      }
    }
  }
  return [...found.values()];
}

/** Where one call ends; nowhere when it is denied. */
export function calls(
  policy: Policy,
  system: System,
  request: {
    readonly source: string;
    readonly service: string;
    readonly argument: string;
    readonly target: string;
  },
): readonly Reach[] {
  const verdict = evaluate(policy, request, system);
  if (verdict.decision === 'deny') return [];
  const { source, service, argument, target: requested } = request;
  const ends = verdict.decision === 'allow' ? [verdict.target] : verdict.targets;
  return ends.map((target) => ({
    source,
    service,
    argument,
    requested,
    target,
    decision: verdict.decision,
    user: verdict.user,
    rule: verdict.rule,
  }));
}

/** Services that rules name, and one that none does. */
export function servicesOf(policy: Policy): readonly string[] {
  const named = policy.rules.map(({ service }) => service).filter((service) => service !== '*');
  return [...new Set([...named, UNNAMED_SERVICE])];
}

/** Arguments that rules name for a service, and one that none does. */
export function argumentsOf(policy: Policy, service: string): readonly string[] {
  const named = policy.about(service).map(({ argument }) => argument);
  return [...new Set(['+', ...named.filter((argument) => argument !== '*'), UNNAMED_ARGUMENT])];
}

function targetsOf(system: System): readonly string[] {
  const disposables = system.names.filter((name) => system.isDisposableTemplate(name));
  return [
    ...system.names,
    '@default',
    '@dispvm',
    ...disposables.map((name) => `@dispvm:${name}`),
    UNNAMED_VM,
  ];
}
