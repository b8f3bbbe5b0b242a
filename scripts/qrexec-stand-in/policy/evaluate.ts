import type { PolicyRule } from './parse.ts';

/** What the evaluator knows of the machine: its VMs and their tags. */
export interface Machine {
  readonly vms: ReadonlyMap<string, { readonly tags: readonly string[] }>;
}

/** A call as a VM makes it. */
export interface Call {
  readonly source: string;
  readonly service: string;
  /** With its leading `+`; a plain call has `+`. */
  readonly argument: string;
  readonly target: string;
}

export type Verdict =
  | { readonly verdict: 'allow'; readonly target: string; readonly rule: PolicyRule }
  | { readonly verdict: 'deny'; readonly rule: PolicyRule | null };

/**
 * Decides a call as dom0 does: files sorted by name, the first rule that matches decides, no match denies, an unknown target is
 * `@default`, and there is nobody to ask.
 */
export function evaluate(rules: readonly PolicyRule[], call: Call, machine: Machine): Verdict {
  const target = resolveTarget(call.target, machine);
  const rule = rules.find(
    (candidate) =>
      (candidate.service === '*' || candidate.service === call.service) &&
      (candidate.argument === '*' || candidate.argument === call.argument) &&
      matchesVm(candidate.source, call.source, machine) &&
      matchesTarget(candidate.target, target, machine),
  );
  if (rule?.action !== 'allow') return { verdict: 'deny', rule: rule ?? null };
  const directed = rule.parameters.get('target') ?? target;
  // Directing a call to the caller itself, to dom0's services or to nothing is refused by qrexec.
  if (directed === call.source || !machine.vms.has(directed)) return { verdict: 'deny', rule };
  return { verdict: 'allow', target: directed, rule };
}

function resolveTarget(target: string, machine: Machine): string {
  const name = target.replace(/^\$/u, '@');
  if (name === '' || name === '@default') return '@default';
  if (name === '@adminvm' || name === 'dom0') return '@adminvm';
  if (name.startsWith('@dispvm')) return name;
  return machine.vms.has(name) ? name : '@default';
}

function matchesTarget(token: string, target: string, machine: Machine): boolean {
  if (token === '*') return true;
  if (token === '@anyvm') return target !== '@adminvm';
  if (target.startsWith('@')) return normalise(token) === target;
  return matchesVm(token, target, machine);
}

function matchesVm(token: string, name: string, machine: Machine): boolean {
  if (token === '*') return true;
  if (token === '@anyvm') return name !== '@adminvm';
  if (token.startsWith('@tag:'))
    return machine.vms.get(name)?.tags.includes(token.slice('@tag:'.length)) === true;
  return normalise(token) === name;
}

function normalise(token: string): string {
  return token === 'dom0' ? '@adminvm' : token;
}
