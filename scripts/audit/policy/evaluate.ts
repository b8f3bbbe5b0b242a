import type { Allow } from './action.ts';
import { offer, runs } from './ask.ts';
import { matchesSource, matchesTarget } from './match.ts';
import type { Policy } from './policy.ts';
import type { Rule } from './rule.ts';
import type { System } from './system.ts';
import { resolveTarget, type Target, targetText } from './target.ts';
import { parseRequestToken } from './token.ts';
import { UpstreamFault } from './upstream-fault.ts';
import type { Denied, DenyReason, Verdict } from './verdict.ts';

/** A call as a qube makes it. The calls of dom0 itself pass by the policy. */
export interface Request {
  readonly source: string;
  readonly service: string;
  /** With its leading `+`; a plain call has `+`. */
  readonly argument: string;
  readonly target: string;
  /** The RemoteVM that the source says it speaks for. */
  readonly requestedSource?: string;
}

/** A matched call on its way to a verdict. */
interface Matched {
  readonly rule: Rule;
  readonly source: string;
  readonly system: System;
  readonly target: Target;
}

/** Splits what a client names, SERVICE or SERVICE+ARGUMENT, at the first `+`. */
export function splitCall(call: string): { readonly service: string; readonly argument: string } {
  const plus = call.indexOf('+');
  return plus === -1
    ? { service: call, argument: '+' }
    : { service: call.slice(0, plus), argument: call.slice(plus) };
}

/** Decides a call by a policy that was loaded. */
export function evaluate(policy: Policy, request: Request, system: System): Verdict {
  const verdict = decideCall(policy, request, system);
  // To tell of a refusal dom0 looks the caller up, and fails when it was removed meanwhile.
  if (verdict.decision === 'deny' && verdict.notify && system.info(request.source) === null) {
    return denied('upstream_error', verdict.rule, false);
  }
  return verdict;
}

function decideCall(policy: Policy, request: Request, system: System): Verdict {
  const source = request.requestedSource ?? request.source;
  if (source !== request.source && !speaksFor(request.source, source, system)) return denied('relay');
  const token = parseRequestToken(request.target === '' ? '@default' : request.target);
  if (token === null) return denied('syntax_error', null, false);
  const target = resolveTarget(token, system);
  if (target === null) return denied('not_a_disposable_template');
  const rules = policy
    .about(request.service)
    .filter(
      (rule) =>
        (rule.argument === '*' || rule.argument === request.argument) &&
        matchesSource(rule.source, source, system),
    );
  try {
    const rule = rules.find((candidate) => matchesTarget(candidate, target, source, system));
    return rule === undefined ? denied('no_match') : act({ rule, source, system, target }, rules);
  } catch (error) {
    if (error instanceof UpstreamFault) return denied('upstream_error', error.rule, false);
    throw error;
  }
}

function act(matched: Matched, rules: readonly Rule[]): Verdict {
  const { rule, source, system, target } = matched;
  const { action } = rule;
  if (action.kind === 'deny') return denied('rule_deny', rule, action.notify);
  if (action.kind === 'allow') return allow(matched, action);
  const { targets, defaultTarget } = offer(action, rules, source, system);
  if (targets.length === 0) return denied('ask_without_target', rule);
  const guivm = system.info(source)?.guivm ?? null;
  if (guivm === null) return denied('ask_without_guivm', rule);
  const { user, autostart, notify } = action;
  const requestTarget = targetText(target);
  return { decision: 'ask', rule, requestTarget, targets, defaultTarget, guivm, user, autostart, notify };
}

/** The checks stand in dom0's order; the first that fails gives the reason. */
function allow({ rule, source, system, target }: Matched, action: Allow): Verdict {
  const directed = action.target === null ? target : resolveTarget(action.target, system);
  if (directed === null) return denied('not_a_disposable_template', rule);
  if (directed.kind === 'default') return denied('allow_without_target', rule);
  const name = finalName(directed, source, system);
  if (name === null) return denied('no_default_dispvm', rule);
  const { autostart, notify } = action;
  if (!autostart && !runs(name, system)) return denied('autostart_forbidden', rule, notify);
  const remote = system.info(name)?.type === 'RemoteVM';
  const relay = remote ? relayOf(name, system) : null;
  if (remote && relay === null) return denied('relay', rule);
  if (name === source) return denied('loopback', rule);
  const user = remote ? null : action.user;
  const requestTarget = targetText(target);
  return { decision: 'allow', rule, requestTarget, target: name, relay, user, autostart, notify };
}

function finalName(target: Target, source: string, system: System): string | null {
  if (target.kind !== 'dispvm') return targetText(target);
  const template = system.info(source)?.defaultDispvm ?? null;
  return template === null ? null : targetText({ kind: 'dispvm-of', name: template });
}

function speaksFor(relay: string, name: string, system: System): boolean {
  const vm = system.info(name);
  return vm?.type === 'RemoteVM' && vm.relayvm === relay;
}

function relayOf(name: string, system: System): { readonly vm: string; readonly service: string } | null {
  const vm = system.info(name);
  if (vm === null || vm.relayvm === null || vm.transportRpc === null) return null;
  return { vm: vm.relayvm, service: vm.transportRpc };
}

function denied(reason: DenyReason, rule: Rule | null = null, notify = true): Denied {
  return { decision: 'deny', reason, rule, error: null, notify };
}
