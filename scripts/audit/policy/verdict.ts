import type { PolicyError } from './policy-error.ts';
import type { Rule } from './rule.ts';

/** Why a call is refused. The words are those of Qubes' test cases; `upstream_error` is where dom0 fails instead of deciding. */
export type DenyReason =
  | 'no_match'
  | 'rule_deny'
  | 'syntax_error'
  | 'invalid_filename'
  | 'load_failure'
  | 'allow_without_target'
  | 'ask_without_target'
  | 'no_default_dispvm'
  | 'not_a_disposable_template'
  | 'autostart_forbidden'
  | 'loopback'
  | 'ask_without_guivm'
  | 'relay'
  | 'upstream_error';

interface Granted {
  /** The rule that decided. */
  readonly rule: Rule;
  /** What the caller asked for, after an unknown qube became `@default`. */
  readonly requestTarget: string;
  /** Null for the default user of the target. */
  readonly user: string | null;
  /** False: only a target that runs. */
  readonly autostart: boolean;
  /** Whether the person is told of the outcome. */
  readonly notify: boolean;
}

export interface Allowed extends Granted {
  readonly decision: 'allow';
  /** `dom0`, a qube's name, or `@dispvm:` and a template's name. */
  readonly target: string;
  /** The qube and its service that carry the call to a RemoteVM; null for any other target. */
  readonly relay: { readonly vm: string; readonly service: string } | null;
}

export interface Asked extends Granted {
  readonly decision: 'ask';
  /** What the person may choose from, sorted. A target that the rule itself names is offered even when it does not exist. */
  readonly targets: readonly string[];
  /** The one chosen beforehand. */
  readonly defaultTarget: string | null;
  /** Where the person is asked. */
  readonly guivm: string;
}

export interface Denied {
  readonly decision: 'deny';
  readonly reason: DenyReason;
  /** The rule that decided, or that dom0 fails on. */
  readonly rule: Rule | null;
  /** What keeps the whole policy from being loaded. */
  readonly error: PolicyError | null;
  readonly notify: boolean;
}

export type Verdict = Allowed | Asked | Denied;
