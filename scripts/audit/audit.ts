import type { Audited } from './audited.ts';
import { systemOf, type Facts } from './facts.ts';
import { runChecks, type Check, type Finding } from './finding.ts';
import { PolicyError } from './policy/policy-error.ts';
import { loadPolicy } from './policy/policy.ts';
import type { PolicyTree } from './policy/tree.ts';
import { reachFrom, type Reach } from './reach.ts';
import { FILE_CHECKS } from './checks/files.ts';
import { HOST_CHECKS } from './checks/host.ts';
import { INBOUND_CHECKS } from './checks/inbound.ts';
import { INSIDE_CHECKS } from './checks/inside.ts';
import { INSTALLED_CHECKS } from './checks/installed.ts';
import { NET_CHECKS } from './checks/net.ts';
import { OUTBOUND_CHECKS } from './checks/outbound.ts';
import { QUBE_CHECKS } from './checks/qubes.ts';
import { RULING_CHECKS } from './checks/ruling.ts';
import { SURROUNDING_CHECKS } from './checks/surroundings.ts';

const LOAD_FAILED = {
  id: 'P01',
  severity: 'high',
  why: 'A policy that does not load denies every call of the machine until it is repaired.',
  fix: 'Repair the file at the line.',
} as const;

/** Judges a machine's policy and qubes. One pair after the other, each finding once. */
export function audit(tree: PolicyTree, facts: Facts): readonly Finding[] {
  let policy;
  try {
    policy = loadPolicy(tree);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return [{ ...LOAD_FAILED, shows: error.message, rule: { file: error.file, line: error.line } }];
  }
  const system = systemOf(facts);
  const known = new Map<string, readonly Reach[]>();
  const reach = (source: string): readonly Reach[] => {
    const found = known.get(source) ?? reachFrom(policy, system, source);
    known.set(source, found);
    return found;
  };
  const checks: readonly Check<Audited>[] = [
    ...OUTBOUND_CHECKS,
    ...INBOUND_CHECKS,
    ...RULING_CHECKS,
    ...FILE_CHECKS,
    ...INSTALLED_CHECKS,
    ...QUBE_CHECKS,
    ...NET_CHECKS,
    ...SURROUNDING_CHECKS,
    ...HOST_CHECKS,
    ...INSIDE_CHECKS,
  ];
  const findings = facts.pairs.flatMap((pair) =>
    runChecks(checks, { pair, facts, tree, policy, system, reach }),
  );
  return [...new Map(findings.map((finding) => [`${finding.id} ${finding.shows}`, finding])).values()];
}
