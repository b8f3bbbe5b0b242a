import type { Facts, PairFacts } from './facts.ts';
import type { Policy } from './policy/policy.ts';
import type { System } from './policy/system.ts';
import type { PolicyTree } from './policy/tree.ts';
import type { Reach } from './reach.ts';

/** A pair of VMs with everything that a check may look at. */
export interface Audited {
  readonly pair: PairFacts;
  readonly facts: Facts;
  readonly tree: PolicyTree;
  readonly policy: Policy;
  readonly system: System;
  /** What a qube reaches; made once for each. */
  readonly reach: (source: string) => readonly Reach[];
}
