import type { Facts } from './facts.ts';
import { systemOf } from './facts.ts';
import { loadPolicy } from './policy/policy.ts';
import type { PolicyTree } from './policy/tree.ts';
import { reachFrom } from './reach.ts';

/** One arrow: who may call what where, with or without being asked about. */
export interface Arrow {
  readonly source: string;
  readonly target: string;
  readonly services: readonly string[];
  readonly decision: 'allow' | 'ask';
}

/** Who may call whom around our qubes: everything that starts or ends in one of them. @throws PolicyError */
export function arrowsOf(tree: PolicyTree, facts: Facts): readonly Arrow[] {
  const policy = loadPolicy(tree);
  const system = systemOf(facts);
  const ours = new Set(facts.pairs.flatMap(({ wallet, net }) => [wallet, net]));
  const services = new Map<string, Arrow & { readonly services: string[] }>();
  for (const source of system.names.filter((name) => name !== 'dom0')) {
    for (const { service, target, decision } of reachFrom(policy, system, source)) {
      if (!ours.has(source) && !ours.has(target.replace('@dispvm:', ''))) continue;
      const key = `${source} ${target} ${decision}`;
      const arrow = services.get(key) ?? { source, target, decision, services: [] };
      if (!arrow.services.includes(service)) arrow.services.push(service);
      services.set(key, arrow);
    }
  }
  return [...services.values()];
}

/** The arrows as text, one a line. */
export function formatArrows(arrows: readonly Arrow[]): string {
  return arrows
    .map(
      ({ source, target, decision, services }) =>
        `${source} ${decision === 'allow' ? '──▶' : '┄┄▶'} ${target}: ${[...services].sort().join(', ')}\n`,
    )
    .join('');
}
