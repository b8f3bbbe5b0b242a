import type { SigningAct } from '../signing-act.ts';
import { MEASURES, type Measure } from './spending-rules.ts';

/** How much of each measure was used. Money in sats. */
export type Usage = Readonly<Record<Measure, bigint>>;

export const HOUR_SECONDS = 3600;
export const DAY_SECONDS = 24 * HOUR_SECONDS;

/** One act of the past. */
export interface PastAct {
  /** Unix seconds by this VM's clock, and by the chain. */
  readonly at: number;
  readonly blockTime: number;
  readonly usage: Usage;
}

/** Now, by this VM's clock and by the verified chain (median time of the tip). */
export interface Moment {
  readonly now: number;
  readonly blockTime: number;
}

/**
 * What an act counts for. What others pay us, and what they pay the miner for us, makes no room for spending more: it counts as
 * nothing. Commitments and disclosures are not counted as signatures.
 */
export function usageOf(
  act: Pick<SigningAct, 'kind' | 'amount' | 'minerFee' | 'coinjoinFee' | 'signatures'>,
): Usage {
  const isCommitment = act.kind === 'commitment';
  const isDisclosure = act.kind === 'disclosure';
  const count = BigInt(act.signatures);
  return {
    amount: act.amount,
    minerFee: act.minerFee > 0n ? act.minerFee : 0n,
    coinjoinFee: act.coinjoinFee > 0n ? act.coinjoinFee : 0n,
    signatures: isCommitment || isDisclosure ? 0n : count,
    commitments: isCommitment ? count : 0n,
    disclosures: isDisclosure ? count : 0n,
  };
}

/** Everything that an act takes out of the wallet, in sats. */
export function outflowOf({ amount, minerFee, coinjoinFee }: Usage): bigint {
  return amount + minerFee + coinjoinFee;
}

/**
 * Whether something of the past lies within the last `seconds`. It is over only when both clocks say so: this VM's can be set, and
 * a hostile net VM can hold back a week of blocks and let it pass in a minute.
 */
export function isWithin(
  past: Pick<PastAct, 'at' | 'blockTime'>,
  { now, blockTime }: Moment,
  seconds: number,
): boolean {
  return past.at > now - seconds || past.blockTime > blockTime - seconds;
}

/** The sum of what was used in the last `seconds`. */
export function usedWithin(acts: readonly PastAct[], moment: Moment, seconds: number): Usage {
  const used = {
    amount: 0n,
    minerFee: 0n,
    coinjoinFee: 0n,
    signatures: 0n,
    commitments: 0n,
    disclosures: 0n,
  };
  for (const act of acts) {
    if (!isWithin(act, moment, seconds)) continue;
    for (const measure of MEASURES) {
      const own = act.usage[measure];
      if (own !== 0n) used[measure] += own;
    }
  }
  return used;
}
