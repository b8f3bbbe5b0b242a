import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateVsize, feeFor } from '../../shared/bitcoin/size.ts';
import { sizeType } from '../coinjoin/build.ts';
import type { Coin } from '../coins/coin.ts';
import { isLeased } from '../store/leases.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { DUST } from './change.ts';
import { hasChild, type PendingParent } from './pending-parent.ts';
import { BumpError } from './spend-error.ts';

/** A child that pays for its parent: one output of the parent that is ours goes to ourselves, less the fee for both. */
export interface ChildPlan {
  readonly coin: Coin;
  readonly value: Sats;
  readonly minerFee: Sats;
  readonly vsize: number;
  /** What parent and child pay together, in sat/vB. */
  readonly packageRate: number;
}

/**
 * Plans a child that brings the parent to a fee rate (CPFP). It pays from the largest output of the parent that is ours and free.
 * @throws BumpError `bump-spent`, `bump-nothing-ours`, `bump-not-needed`, `bump-not-enough`.
 */
export function planChild(
  state: ReadonlyState,
  parent: PendingParent,
  wish: { readonly satsPerKvb: number; readonly now: number },
): ChildPlan {
  const { vsize: parentVsize, fee: parentFee } = parent;
  const [coin] = parent.outputs
    .filter((one) => one.height === null && !one.frozen && one.locktime === null)
    .filter((one) => !isLeased(state, one, wish.now))
    .sort((one, other) => Number(other.value - one.value));
  if (coin === undefined && parent.child !== null) throw hasChild(parent.child);
  if (coin === undefined) {
    throw new BumpError(
      'bump-nothing-ours',
      'No free output of this transaction is ours, so no child can pay for it',
      {
        cure: 'Wait; or unfreeze its change, if it is frozen.',
      },
    );
  }
  const type = sizeType(coin.scriptPubKey);
  const vsize = estimateVsize([type], [type]);
  // What others' inputs hide counts as nothing: the child then pays for both alone.
  const paid = parentFee ?? sats(0n);
  if (paid >= feeFor(parentVsize, wish.satsPerKvb)) {
    throw new BumpError(
      'bump-not-needed',
      `It pays ${(Number(paid) / parentVsize).toFixed(1)} sat/vB already`,
      {
        cure: 'Give a higher --fee-rate, or wait.',
      },
    );
  }
  const minerFee = feeFor(parentVsize + vsize, wish.satsPerKvb) - paid;
  const value = coin.value - minerFee;
  if (value < DUST) {
    throw new BumpError(
      'bump-not-enough',
      `Our output of ${coin.value} sat can't pay the ${minerFee} sat that are missing`,
      {
        cure: 'Give a lower --fee-rate, or wait.',
      },
    );
  }
  return {
    coin,
    value: sats(value),
    minerFee: sats(minerFee),
    vsize,
    packageRate: Number(minerFee + paid) / (parentVsize + vsize),
  };
}
