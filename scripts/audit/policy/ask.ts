import type { Ask } from './action.ts';
import type { Rule } from './rule.ts';
import type { System } from './system.ts';
import { targetText, uncheckedText } from './target.ts';
import type { SourceToken, Token } from './token.ts';
import { matchesSource } from './match.ts';
import { UpstreamFault } from './upstream-fault.ts';

/** What the person is offered to choose from. */
export interface Offer {
  readonly targets: readonly string[];
  readonly defaultTarget: string | null;
}

/**
 * Makes the list of a rule that asks, from all the rules for the same service, argument and source.
 * @throws UpstreamFault when one of those names a disposable template that does not exist
 */
export function offer(action: Ask, rules: readonly Rule[], source: string, system: System): Offer {
  const targets =
    action.target === null
      ? collect(rules, source, system)
          .flatMap((text) => (text === '@dispvm' ? defaultDisposable(source, system) : [text]))
          .filter((text) => action.autostart || runs(text, system))
      : [uncheckedText(action.target, system)];
  const wanted = action.defaultTarget === null ? null : uncheckedText(action.defaultTarget, system);
  const [preset = null] = wanted === '@dispvm' ? defaultDisposable(source, system) : [wanted];
  return {
    targets: [...new Set(targets)].sort(),
    defaultTarget: preset !== null && targets.includes(preset) ? preset : null,
  };
}

/** Whether a call that must not start anything can go there. A disposable would always be started. */
export function runs(text: string, system: System): boolean {
  return text === 'dom0' || system.info(text)?.powerState === 'Running';
}

/** From the last rule to the first, so that an earlier one has the last word. */
function collect(rules: readonly Rule[], source: string, system: System): readonly string[] {
  const offered = new Set<string>();
  for (const rule of rules.toReversed()) {
    const { action } = rule;
    if (action.kind === 'deny') {
      for (const text of expand(rule, system)) offered.delete(text);
    } else if (action.target === null) {
      for (const text of expand(rule, system)) offered.add(text);
    } else {
      offered.add(uncheckedText(action.target, system));
    }
  }
  return [...offered].filter((text) => text !== source && !isInternal(text, system));
}

/** Every target that a rule's token means on this machine. */
function expand(rule: Rule, system: System): readonly string[] {
  const token: Token = rule.target;
  switch (token.kind) {
    case 'any':
    case 'anyvm':
      return [...qubes(token, system), '@dispvm', ...disposables(system)];
    case 'adminvm':
    case 'dispvm':
      return [targetText({ kind: token.kind })];
    case 'default':
      return [];
    case 'dispvm-of': {
      const name = system.find(token.vm);
      if (name === null) throw new UpstreamFault(rule);
      return system.isDisposableTemplate(name) ? [targetText({ kind: 'dispvm-of', name })] : [];
    }
    case 'dispvm-of-tag':
      return disposables(system, token.tag);
    case 'tag':
    case 'type':
    case 'vm':
      return qubes(token, system);
  }
}

function qubes(token: SourceToken, system: System): readonly string[] {
  return system.names.filter((name) => matchesSource(token, name, system));
}

function disposables(system: System, tag: string | null = null): readonly string[] {
  return system.names
    .filter((name) => system.isDisposableTemplate(name) && (tag === null || system.hasTag(name, tag)))
    .map((name) => targetText({ kind: 'dispvm-of', name }));
}

function defaultDisposable(source: string, system: System): readonly string[] {
  const name = system.info(source)?.defaultDispvm ?? null;
  return name === null ? [] : [targetText({ kind: 'dispvm-of', name })];
}

function isInternal(text: string, system: System): boolean {
  return system.info(text.replace(/^@dispvm:/u, ''))?.internal === true;
}
