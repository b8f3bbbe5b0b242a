import type { BlockHash } from '../../shared/bitcoin/outpoint.ts';

/** What one reorganisation took out of the chain. */
export interface ReplacedBranch {
  /** The last height that stayed. */
  readonly fork: number;
  /** The blocks above it that went, lowest first. */
  readonly blocks: readonly BlockHash[];
}

/** Reorganisations that are remembered. A wallet that slept through more of them scans again from its birthday. */
const MAX_BRANCHES = 1000;
const LINE = /^(0|[1-9][0-9]{0,9})((?: [0-9a-f]{64})+)$/u;

/** Adds a reorganisation; the oldest ones are forgotten. */
export function remember(
  branches: readonly ReplacedBranch[],
  branch: ReplacedBranch,
): readonly ReplacedBranch[] {
  return [...branches, branch].slice(-MAX_BRANCHES);
}

/**
 * The height up to which a chain is still the one that once had `block` at `height`: the lowest fork since that block went. Null when
 * it is in none of the branches.
 */
export function lastSharedHeight(
  branches: readonly ReplacedBranch[],
  height: number,
  block: string,
): number | null {
  const first = branches.findIndex(({ fork, blocks }) => blocks[height - fork - 1] === block);
  return first < 0 ? null : Math.min(...branches.slice(first).map(({ fork }) => fork));
}

/** One line a reorganisation: the fork, and the hashes. */
export function formatBranches(branches: readonly ReplacedBranch[]): string {
  return branches.map(({ fork, blocks }) => `${[fork, ...blocks].join(' ')}\n`).join('');
}

/** Reads what `formatBranches` wrote; nothing of it counts from the first damaged line on. */
export function parseBranches(text: string): readonly ReplacedBranch[] {
  const branches: ReplacedBranch[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const [, fork = '', hashes = ''] = LINE.exec(line) ?? [];
    if (hashes === '') break;
    branches.push({ fork: Number(fork), blocks: hashes.trim().split(' ') as BlockHash[] });
  }
  return branches.slice(-MAX_BRANCHES);
}
