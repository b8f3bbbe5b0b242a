import type { ReadonlyState } from '../store/wallet-store.ts';
import { UsageError } from './failure.ts';

/** Refuses a mixdepth that the wallet does not have; none given is fine. @throws UsageError */
export function checkMixdepth(
  { mixdepths }: Pick<ReadonlyState, 'mixdepths'>,
  mixdepth: number | undefined,
): void {
  if (mixdepth === undefined || mixdepth < mixdepths) return;
  throw new UsageError('usage', `There is no mixdepth ${mixdepth}`, {
    cure: `Give one from 0 to ${mixdepths - 1}.`,
  });
}
