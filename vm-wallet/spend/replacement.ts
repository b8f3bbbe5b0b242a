import { sats, type Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { feeFor } from '../../shared/bitcoin/size.ts';
import type { TransactionOutput } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { accept, refuse, type Result } from '../../shared/errors.ts';
import { serialize } from '../coinjoin/build.ts';
import type { Coin } from '../coins/coin.ts';
import { MAX_REPLACEABLE } from '../rules/bump.ts';
import { signedVsize } from '../rules/signed-vsize.ts';
import { INTERNAL } from '../store/address-book.ts';
import { DUST } from './change.ts';
import { hasChild, type PendingParent } from './pending-parent.ts';
import { BumpError } from './spend-error.ts';

/** What stands in the way of a replacement; a child may still help. */
export type NoReplacement = 'foreign-inputs' | 'not-signalled' | 'no-change' | 'not-enough';

/** A transaction that takes another one's place: same inputs, same recipients, a higher fee out of our own output. */
export interface ReplacementPlan {
  /** Unsigned. */
  readonly raw: Uint8Array;
  readonly outputs: readonly TransactionOutput[];
  /** Script of the output that pays for it. */
  readonly payer: Uint8Array;
  readonly minerFee: Sats;
  readonly vsize: number;
}

/**
 * Plans a replacement by the rules of BIP125: more by at least 1 sat/vB of its own size, and at a higher rate.
 * @param wish `satsPerKvb` to reach; `exact` when the user named it, so that less than the rules ask for is refused.
 * @throws BumpError `bump-spent`, `bump-rate-too-low`.
 */
export function planReplacement(
  parent: PendingParent,
  wish: { readonly satsPerKvb: number; readonly exact: boolean },
): Result<ReplacementPlan, NoReplacement> {
  const { transaction, spends, fee: before, child } = parent;
  if (spends.length !== transaction.inputs.length || before === null) return refuse('foreign-inputs');
  if (transaction.inputs.every(({ sequence }) => sequence > MAX_REPLACEABLE)) return refuse('not-signalled');
  if (child !== null) throw hasChild(child);
  const payer = payerOf(parent);
  if (payer === null) return refuse('no-change');
  const needed = (outputs: readonly TransactionOutput[]): bigint =>
    neededFee(parent, before, outputs, wish.satsPerKvb);

  const fee = needed(transaction.outputs);
  if (wish.exact) checkWish(fee, parent, wish.satsPerKvb);
  const left = payer.value - (fee - before);
  const lowered =
    left >= DUST
      ? transaction.outputs.map((output) =>
          equalBytes(output.script, payer.scriptPubKey) ? { ...output, value: sats(left) } : output,
        )
      : transaction.outputs.filter(({ script }) => !equalBytes(script, payer.scriptPubKey));
  const minerFee = left >= DUST ? fee : before + payer.value;
  if (lowered.length === 0 || minerFee < needed(lowered)) return refuse('not-enough');
  return accept({
    raw: serializeLike(parent, lowered),
    outputs: lowered,
    payer: payer.scriptPubKey,
    minerFee: sats(minerFee),
    vsize: signedVsize({ outputs: lowered }, spends),
  });
}

/** Our change; of a transaction with one output, that one, if it is ours. Null where nothing of it is ours to lower. */
function payerOf({ transaction, spends, outputs }: PendingParent): Coin | null {
  const mixdepth = spends[0]?.path.mixdepth;
  const change = outputs.filter(({ path }) => path.mixdepth === mixdepth && path.branch === INTERNAL);
  const candidates = change.length > 0 ? change : transaction.outputs.length === 1 ? outputs : [];
  const [payer, second] = candidates;
  if (payer === undefined || second !== undefined) return null;
  const sameScript = transaction.outputs.filter(({ script }) => equalBytes(script, payer.scriptPubKey));
  return sameScript.length === 1 ? payer : null;
}

/** What the user wishes, or what the rules ask for where that is more. */
function neededFee(
  { transaction, spends }: PendingParent,
  before: Sats,
  outputs: readonly TransactionOutput[],
  satsPerKvb: number,
): bigint {
  const vsize = signedVsize({ outputs }, spends);
  const fees = [
    feeFor(vsize, satsPerKvb),
    before + BigInt(vsize),
    (before * BigInt(4 * vsize)) / BigInt(transaction.weight) + 1n,
  ];
  return fees.reduce((most, fee) => (fee > most ? fee : most));
}

/** A rate that the user named is not raised behind his back. */
function checkWish(needed: bigint, { transaction, spends }: PendingParent, satsPerKvb: number): void {
  const vsize = signedVsize(transaction, spends);
  if (feeFor(vsize, satsPerKvb) >= needed) return;
  const rate = (Math.ceil((Number(needed) * 10) / vsize) / 10).toFixed(1);
  throw new BumpError('bump-rate-too-low', `A replacement has to pay at least ${rate} sat/vB (BIP125)`, {
    cure: `Give --fee-rate ${rate} or more.`,
  });
}

/** Everything else stays, so that nothing but the fee tells the two apart. */
function serializeLike(
  { transaction, spends }: PendingParent,
  outputs: readonly TransactionOutput[],
): Uint8Array {
  const sequence = transaction.inputs[0]?.sequence ?? MAX_REPLACEABLE;
  const own = new Set(spends.map(outpointKey));
  const inputs = transaction.inputs.filter((input) => own.has(outpointKey(input)));
  return serialize(inputs, outputs, transaction.locktime, sequence);
}
