import { sats, type Sats } from '../../shared/bitcoin/amount.ts';

/** An output below it is not relayed, whatever its script: the limit of Bitcoin Core for p2pkh, in sats. */
export const DUST = 546n;

/** What becomes of the money that is left. */
export interface LeftOver {
  /** Null when nothing comes back. */
  readonly change: Sats | null;
  readonly minerFee: Sats;
  /** The part of the fee that is too little for an output. */
  readonly dust: Sats;
}

/**
 * Splits what inputs are worth beyond the payments into change and miner fee.
 * @param fees In sats, with and without an output for change.
 * @returns null when it does not even cover the fee without change.
 */
export function splitLeftOver(
  left: bigint,
  fees: { readonly withChange: bigint; readonly without: bigint },
): LeftOver | null {
  const rest = left - fees.withChange;
  if (rest >= DUST) return { change: sats(rest), minerFee: sats(fees.withChange), dust: sats(0n) };
  if (left < fees.without) return null;
  return { change: null, minerFee: sats(left), dust: sats(left - fees.without) };
}
