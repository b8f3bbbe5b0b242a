import type { Audited } from '../audited.ts';
import type { Failure } from '../finding.ts';
import type { Reach } from '../reach.ts';

/** A call that goes through, with the rule that lets it. */
export function shown({
  source,
  service,
  argument,
  requested,
  target,
  decision,
  user,
  rule,
}: Reach): Failure {
  const call = argument === '+' ? service : `${service}${argument}`;
  const as = user === null ? '' : ` as ${user}`;
  return {
    shows: `${source} → ${requested}, ${call}: ${decision}, ends in ${target}${as}`,
    rule: { file: rule.file, line: rule.line },
  };
}

/** The qubes besides the wallet VM; dom0 needs no policy. */
export function otherNames({ system, pair }: Audited): readonly string[] {
  return system.names.filter((name) => name !== 'dom0' && name !== pair.wallet);
}

/** What all other qubes reach. */
export function fromOthers(audited: Audited): readonly Reach[] {
  return otherNames(audited).flatMap((name) => audited.reach(name));
}

export function isRemote({ system }: Audited, name: string): boolean {
  return system.info(name)?.type === 'RemoteVM';
}

/** The two VMs, and the templates that they get their programs from. */
export function oursAndTemplates({ pair, facts }: Audited): readonly string[] {
  const ours = [pair.wallet, pair.net];
  return [...new Set([...ours, ...ours.flatMap((name) => facts.vms[name]?.template ?? [])])];
}
