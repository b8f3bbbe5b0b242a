import type { Random } from '../../shared/crypto/random.ts';
import { shuffled } from '../../shared/crypto/random.ts';
import { chooseLocktime, serialize } from '../coinjoin/build.ts';
import type { Coin } from '../coins/coin.ts';
import type { DueOutput } from '../rules/payment.ts';

/** Sequences of the reference's plain payments: one that may be replaced (BIP125), and one that may not. */
export const REPLACEABLE = 0xffff_fffd;
export const FINAL = 0xffff_fffe;

/** An unsigned payment, with inputs and outputs in its order. */
export interface UnsignedPayment {
  readonly raw: Uint8Array;
  readonly inputs: readonly Coin[];
  readonly outputs: readonly DueOutput[];
}

/** Makes a payment that looks like the crowd's (protocol/wallet.md §10.1): version 2, locktime at the tip or a bit before, shuffled. */
export function buildPayment(payment: {
  readonly coins: readonly Coin[];
  readonly outputs: readonly DueOutput[];
  readonly tipHeight: number;
  readonly sequence: typeof REPLACEABLE | typeof FINAL;
  readonly random: Random;
}): UnsignedPayment {
  const { tipHeight, sequence, random } = payment;
  const inputs = shuffled(payment.coins, random);
  const outputs = shuffled(payment.outputs, random);
  return { raw: serialize(inputs, outputs, chooseLocktime(tipHeight, random), sequence), inputs, outputs };
}
