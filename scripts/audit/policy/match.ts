import type { Rule } from './rule.ts';
import type { System } from './system.ts';
import type { Target } from './target.ts';
import type { SourceToken, VmReference } from './token.ts';
import { UpstreamFault } from './upstream-fault.ts';

/** Whether a source token means a caller, who may have been removed since. dom0 answers only to its own name and to `*`. */
export function matchesSource(token: SourceToken, source: string, system: System): boolean {
  switch (token.kind) {
    case 'any':
      return true;
    case 'anyvm':
      return source !== 'dom0';
    case 'adminvm':
      return source === 'dom0';
    case 'dispvm-of':
    case 'dispvm-of-tag':
      return false;
    case 'tag':
    case 'type':
    case 'vm':
      return matchesVm(token, source, system);
  }
}

/** Whether a rule's target token means a target. @throws UpstreamFault */
export function matchesTarget(rule: Rule, target: Target, source: string, system: System): boolean {
  const token = rule.target;
  switch (token.kind) {
    case 'any':
      return true;
    case 'anyvm':
      return target.kind !== 'adminvm';
    case 'adminvm':
    case 'default':
    case 'dispvm':
      return target.kind === token.kind;
    case 'dispvm-of': {
      const template = templateOf(target, source, system);
      if (template === null && target.kind === 'dispvm') throw new UpstreamFault(rule);
      return template !== null && matchesName(token.vm, template, system);
    }
    case 'dispvm-of-tag': {
      const template = templateOf(target, source, system);
      return template !== null && system.hasTag(template, token.tag);
    }
    case 'tag':
    case 'type':
    case 'vm':
      return target.kind === 'vm' && matchesVm(token, target.name, system);
  }
}

/** What a disposable would be made from; null for what is no disposable, and for a caller without a default. */
function templateOf(target: Target, source: string, system: System): string | null {
  if (target.kind === 'dispvm') return system.info(source)?.defaultDispvm ?? null;
  return target.kind === 'dispvm-of' ? target.name : null;
}

function matchesVm(
  token: Extract<SourceToken, { readonly kind: 'tag' | 'type' | 'vm' }>,
  name: string,
  system: System,
): boolean {
  switch (token.kind) {
    case 'tag':
      return name !== 'dom0' && system.hasTag(name, token.tag);
    case 'type':
      return name !== 'dom0' && system.info(name)?.type === token.type;
    case 'vm':
      return matchesName(token.vm, name, system);
  }
}

function matchesName(vm: VmReference, name: string, system: System): boolean {
  return vm.by === 'name' ? vm.name === name : system.find(vm) === name;
}
