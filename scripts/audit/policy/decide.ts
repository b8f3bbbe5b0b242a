import { evaluate, type Request } from './evaluate.ts';
import { DOM0_DIRECTORIES, loadPolicy, type PolicyDirectories } from './policy.ts';
import { PolicyError, type PolicyErrorCode } from './policy-error.ts';
import type { System } from './system.ts';
import type { PolicyTree } from './tree.ts';
import type { DenyReason, Verdict } from './verdict.ts';

const REASONS: Readonly<Record<PolicyErrorCode, DenyReason>> = {
  syntax: 'syntax_error',
  'bad-file-name': 'invalid_filename',
  'missing-directory': 'load_failure',
  'missing-include': 'load_failure',
  'include-loop': 'upstream_error',
  'too-many-includes': 'upstream_error',
  'bad-utf8': 'upstream_error',
};

/** Decides one call from the files as they lie there now. A policy that does not load refuses every call. */
export function decide(
  tree: PolicyTree,
  request: Request,
  system: System,
  directories: PolicyDirectories = DOM0_DIRECTORIES,
): Verdict {
  try {
    return evaluate(loadPolicy(tree, directories), request, system);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const reason = REASONS[error.code];
    const notify = reason === 'invalid_filename' || reason === 'load_failure';
    return { decision: 'deny', reason, rule: null, error, notify };
  }
}
