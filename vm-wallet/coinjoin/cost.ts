import { sumSats } from '../../shared/bitcoin/amount.ts';
import { estimateVsize } from '../../shared/bitcoin/size.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { sizeType } from './build.ts';
import type { UnsignedJoin } from './join.ts';

/** What a CoinJoin costs us, in sats. */
export interface JoinCost {
  /** What the makers earn. */
  readonly makers: bigint;
  /** Our part of the miner fee; makers may pay some of it. */
  readonly miner: bigint;
  /** Both: what we have less than before, beside the amount. */
  readonly total: bigint;
  /** Of the amount. */
  readonly percent: number;
}

/** The exact cost of a built CoinJoin, with the fee rate of the whole transaction. */
export interface FinalCost extends JoinCost {
  /** Of all that goes to the miner. */
  readonly minerFee: bigint;
  /** vbytes once all have signed. */
  readonly vsize: number;
  readonly satsPerVbyte: number;
}

/** Shares of a cost, where the makers' part and all of it are known. */
export function costOf(makers: bigint, total: bigint, amount: bigint): JoinCost {
  const percent = amount === 0n ? 0 : (Number(total) / Number(amount)) * 100;
  return { makers, miner: total - makers, total, percent };
}

/** What a CoinJoin costs, to the sat, before anything is signed. */
export function finalCost(join: UnsignedJoin): FinalCost {
  const own = join.inputs.filter(({ owner }) => owner === null);
  const total = sumSats(own.map(({ value }) => value)) - join.amount - join.change;
  const vsize = estimateVsize(
    join.inputs.map(({ scriptPubKey }) => sizeType(scriptPubKey)),
    parseTransaction(join.raw).outputs.map(({ script }) => sizeType(script)),
  );
  return {
    ...costOf(join.coinjoinFees, total, join.amount),
    minerFee: join.minerFee,
    vsize,
    satsPerVbyte: Number(join.minerFee) / vsize,
  };
}
