import { Transaction } from 'bitcoinjs-lib';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { isJmError } from '../../shared/errors.ts';
import type { Nick, PushCommand } from '../../shared/jm/command.ts';
import { stay, without, type MakerStep } from './session-map.ts';
import type { MakerState, MakerTerms } from './session-types.ts';

/** How long a taker may ask for a broadcast of what we signed. */
export const PUSH_SECONDS = 60 * 60;

/** `push`: only the very transaction that we signed for this taker, once (protocol/messages.md §4.8). */
export function receivePush(
  state: MakerState,
  from: Nick,
  { transaction }: PushCommand,
  terms: MakerTerms,
): MakerStep {
  const txid = unsignedTxid(transaction);
  const signed = txid === null ? undefined : state.signed.get(txid);
  if (txid === null || signed?.taker !== from || terms.now - signed.at > PUSH_SECONDS) return stay(state);
  return {
    state: { ...state, signed: without(state.signed, txid) },
    effects: [
      { effect: 'push', transaction, round: signed.round },
      { effect: 'report', taker: from, text: `asks us to broadcast ${txid}` },
    ],
  };
}

/** The id of a transaction without its signatures, as it was when we signed: nested inputs carry theirs where the txid counts them. */
function unsignedTxid(raw: Uint8Array): string | null {
  try {
    parseTransaction(raw);
    const transaction = Transaction.fromBuffer(raw);
    for (const input of transaction.ins) input.script = new Uint8Array(0);
    return transaction.getId();
  } catch (error) {
    if (isJmError(error)) return null;
    throw error;
  }
}
