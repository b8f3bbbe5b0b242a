import type { ReadonlyState } from '../store/wallet-store.ts';
import { parseKeyPath } from '../keys/hd-wallet.ts';
import { INTERNAL } from '../store/address-book.ts';

/** Part of the gap limit from which on there is a warning. */
const NEAR = 0.8;

/** Internal addresses of one mixdepth that were shown one after the other and never paid. */
export interface Gap {
  readonly mixdepth: number;
  readonly length: number;
}

/**
 * Branches whose unused addresses come near to what a recovery from the words looks through (peers.md A25). Each disclosure uses up two
 * addresses, because none is ever shown twice; a prober can make many.
 * @param gapLimit How many unused addresses in a row a recovery passes.
 */
export function wideGaps(state: ReadonlyState, gapLimit: number): readonly Gap[] {
  const lastUsed = new Map<number, number>();
  for (const { path } of Object.values(state.coins)) {
    const { mixdepth, branch, index } = parseKeyPath(path);
    if (branch === INTERNAL) lastUsed.set(mixdepth, Math.max(lastUsed.get(mixdepth) ?? -1, index));
  }
  return Array.from({ length: state.mixdepths }, (_unused, mixdepth) => ({
    mixdepth,
    length: (state.nextIndex[`${mixdepth}/${INTERNAL}`] ?? 0) - 1 - (lastUsed.get(mixdepth) ?? -1),
  })).filter(({ length }) => length >= NEAR * gapLimit);
}

/** What is wrong, and what a recovery will need. */
export function gapText({ mixdepth, length }: Gap, gapLimit: number): string {
  return (
    `${length} addresses in a row of mixdepth ${mixdepth} were shown to takers and never paid; ` +
    `a recovery from the words alone passes ${gapLimit}. Before one, set gaplimit = ${2 * length} in [POLICY], ` +
    'or restore a backup, which knows them all'
  );
}
