import type { BlockTransaction } from '../../shared/bitcoin/block.ts';
import { coinjoinAmount } from './coinjoin-like.ts';
import type { LedgerIndex } from './ledger-index.ts';

/** What a transaction does to our coins. */
export interface Effect {
  /** In sats; negative when we pay. */
  readonly delta: bigint;
  /** In sats, our own change too. */
  readonly received: bigint;
  readonly fromMixdepth: number | null;
  readonly toMixdepth: number | null;
  /** Paths of ours that it pays, as text. */
  readonly paid: readonly string[];
}

/** Writes a transaction of a block into the history, or confirms what the history has of it. */
export function recordHistory(
  index: LedgerIndex,
  transaction: BlockTransaction,
  effect: Effect,
  { height, time }: { readonly height: number; readonly time: number },
): void {
  const known = index.entryOf(transaction.txid);
  const spends = effect.fromMixdepth !== null;
  const delta = effect.delta.toString();
  const amount = (spends ? -effect.delta : effect.received).toString().replace('-', '');
  if (known !== undefined) {
    // The scan may have learnt of more of our addresses since it first met this transaction.
    if (known.kind === 'deposit') known.amount = amount;
    known.height = height;
    known.delta = delta;
    return;
  }
  // A maker learns from the block that its round was completed.
  const [round] = index.roundsOf(transaction, effect.paid);
  // Of a wallet that was recovered from its words, only the transaction can tell.
  const mixed = spends && round === undefined ? coinjoinAmount(transaction.outputs) : null;
  const plain = mixed !== null ? 'coinjoin' : spends ? 'send' : 'deposit';
  index.addEntry({
    at: time,
    kind: round === undefined ? plain : `coinjoin-${round.role}`,
    txid: transaction.txid,
    height,
    delta,
    amount: round?.amount ?? mixed?.toString() ?? amount,
    minerFee: null,
    coinjoinFee: round?.role === 'maker' ? (-effect.delta).toString() : null,
    fromMixdepth: effect.fromMixdepth,
    toMixdepth: effect.toMixdepth,
    peers: [...(round?.peers ?? [])],
  });
}
