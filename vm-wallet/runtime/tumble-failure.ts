import { BridgeError } from '../../shared/bridge/bridge-error.ts';
import { isJmError } from '../../shared/errors.ts';
import { StoreError } from '../store/wallet-store.ts';

/** What a failed attempt means for the plan. */
export type Failure =
  /** Try again later, tweaked. */
  | 'again'
  /** The coins do not suffice for this piece; the sweep behind it takes them. */
  | 'too-much'
  /** No coin proves any more that we are serious: only another amount can help. */
  | 'no-proof'
  /** A rule or a person said no: nobody asks twice. */
  | 'refused'
  /** Not the plan's business: the call to the net VM, the disk, or a bug. */
  | 'fatal';

const REFUSED = /^(rule|declined|budget|audit|approval|allowance)/u;

/** Sorts what a CoinJoin threw. */
export function failureOf(error: unknown): Failure {
  if (!isJmError(error) || error instanceof BridgeError || error instanceof StoreError) return 'fatal';
  if (REFUSED.test(error.code)) return 'refused';
  switch (error.code) {
    case 'coinjoin-not-enough-coins':
      return 'too-much';
    case 'coinjoin-no-commitment':
      return 'no-proof';
    default:
      return 'again';
  }
}
