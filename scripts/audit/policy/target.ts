import type { System } from './system.ts';
import type { RequestToken } from './token.ts';

/** Where a call is meant to go, checked against the machine: each qube in it exists. */
export type Target =
  | { readonly kind: 'default' | 'adminvm' | 'dispvm' }
  | { readonly kind: 'dispvm-of' | 'vm'; readonly name: string };

/**
 * Looks a target up as Qubes does: a qube that does not exist is `@default`.
 * @returns null for a disposable whose template is none.
 */
export function resolveTarget(token: RequestToken, system: System): Target | null {
  switch (token.kind) {
    case 'vm': {
      const name = system.find(token.vm);
      return name === null ? { kind: 'default' } : { kind: 'vm', name };
    }
    case 'dispvm-of': {
      const name = system.find(token.vm);
      return name !== null && system.isDisposableTemplate(name) ? { kind: 'dispvm-of', name } : null;
    }
    default:
      return { kind: token.kind };
  }
}

/** A target in one spelling: by name, and dom0 as `dom0`. */
export function targetText(target: Target): string {
  switch (target.kind) {
    case 'default':
      return '@default';
    case 'dispvm':
      return '@dispvm';
    case 'adminvm':
      return 'dom0';
    case 'dispvm-of':
      return `@dispvm:${target.name}`;
    case 'vm':
      return target.name;
  }
}

/** The spelling of a redirection that nobody has checked: a qube that does not exist keeps the name that the rule gives it. */
export function uncheckedText(token: RequestToken, system: System): string {
  if (token.kind !== 'vm' && token.kind !== 'dispvm-of') return targetText({ kind: token.kind });
  const written = token.vm.by === 'name' ? token.vm.name : `uuid:${token.vm.uuid}`;
  return targetText({ kind: token.kind, name: system.find(token.vm) ?? written });
}
