import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateVsize, feeFor } from '../../shared/bitcoin/size.ts';
import type { Coin } from '../coins/coin.ts';
import { sizeType } from '../coinjoin/build.ts';
import { DUST, splitLeftOver } from './change.ts';
import { SendError } from './spend-error.ts';

/** What is to be paid, and what with. */
export interface PaymentRequest {
  /** In sats; a single 0 sweeps. */
  readonly amounts: readonly Sats[];
  /** The size estimate's name of each destination's script, in the same order. */
  readonly destinationTypes: readonly string[];
  readonly changeType: string;
  /** Coins of one mixdepth. A sweep takes all. */
  readonly available: readonly Coin[];
  /** Picks among them coins worth at least `target`; null when all are worth less. */
  readonly select: (target: bigint) => readonly Coin[] | null;
  /** sat/kvB. */
  readonly feeRate: number;
}

/** A payment down to the sat, before it has addresses. */
export interface PaymentPlan {
  readonly coins: readonly Coin[];
  /** In the order of the request; a sweep's is what is left. */
  readonly amounts: readonly Sats[];
  /** Null when nothing comes back. */
  readonly change: Sats | null;
  readonly minerFee: Sats;
  /** The part of the fee that was too little for an output. */
  readonly dust: Sats;
  /** Estimated vbytes. */
  readonly vsize: number;
}

/** How many inputs the first look reckons with (protocol/wallet.md §10.1). */
const EXPECTED_INPUTS = 8;
/** Standard transactions are smaller (Bitcoin Core), in vbytes. */
export const MAX_VSIZE = 100_000;

/**
 * Chooses coins and splits them into payments, change and fee. The first choice reckons with eight inputs, as the crowd does; when
 * the real inputs cost more, it chooses again for more.
 * @throws SendError `send-not-enough-coins`, `send-dust`, `send-too-large`.
 */
export function planPayment(request: PaymentRequest): PaymentPlan {
  const plan = request.amounts.includes(sats(0n)) ? planSweep(request) : planAmounts(request);
  if (plan.vsize > MAX_VSIZE) {
    throw new SendError(
      'send-too-large',
      `With ${plan.coins.length} inputs the transaction is too large for nodes to relay`,
      {
        cure: 'Send in several steps, each with some of the coins (--coin).',
      },
    );
  }
  return plan;
}

function planSweep(request: PaymentRequest): PaymentPlan {
  const { available, destinationTypes, feeRate } = request;
  const vsize = vsizeOf(available, destinationTypes);
  const fee = feeFor(vsize, feeRate);
  const amount = valueOf(available) - fee;
  if (available.length === 0 || amount <= 0n) throw notEnough(request);
  if (amount < DUST) {
    throw new SendError('send-dust', `${amount} sat would be left, dust that no node relays`, {
      cure: 'Wait for a lower fee, or for more coins.',
    });
  }
  return {
    coins: available,
    amounts: [sats(amount)],
    change: null,
    minerFee: sats(fee),
    dust: sats(0n),
    vsize,
  };
}

function planAmounts(request: PaymentRequest): PaymentPlan {
  const { destinationTypes, changeType } = request;
  const wanted = sumSats(request.amounts);
  const expected = reckoned(request, EXPECTED_INPUTS, [...destinationTypes, changeType]);
  // Eight inputs may be too many to reckon with: fewer may still do.
  const plan =
    planFrom(request, wanted + expected) ??
    planFrom(request, wanted + reckoned(request, 1, destinationTypes));
  if (plan === null) throw notEnough(request);
  return plan;
}

/** Chooses coins worth the target, and more as long as they do not pay for themselves. Null when there are no more. */
function planFrom(request: PaymentRequest, target: bigint): PaymentPlan | null {
  const { amounts, destinationTypes, changeType, feeRate } = request;
  const wanted = sumSats(amounts);
  const outputs = [...destinationTypes, changeType];
  const coins = request.select(target);
  if (coins === null) return null;
  const fees = {
    withChange: feeFor(vsizeOf(coins, outputs), feeRate),
    without: feeFor(vsizeOf(coins, destinationTypes), feeRate),
  };
  const left = splitLeftOver(valueOf(coins) - wanted, fees);
  // More than these coins are worth, so that the next choice is another one.
  if (left === null) return planFrom(request, wanted + fees.without);
  const vsize = vsizeOf(coins, left.change === null ? destinationTypes : outputs);
  return { coins, amounts, ...left, vsize };
}

/** The fee with so many inputs of this wallet's family. */
function reckoned(
  { available, feeRate }: PaymentRequest,
  inputs: number,
  outputs: readonly string[],
): bigint {
  const types = Array.from({ length: inputs }, () => inputType(available));
  return feeFor(estimateVsize(types, outputs), feeRate);
}

function notEnough({ available, amounts }: PaymentRequest): SendError {
  const mixdepth = available[0]?.path.mixdepth;
  return new SendError(
    'send-not-enough-coins',
    `${mixdepth === undefined ? 'This mixdepth' : `Mixdepth ${mixdepth}`} has ${valueOf(available)} sat to spend, ` +
      `which does not cover ${sumSats(amounts)} sat and the miner fee`,
    {
      cure: 'Send less, wait for confirmations, choose another --mixdepth, or unfreeze coins.',
    },
  );
}

/** All keys of a wallet are of one family. */
function inputType([coin]: readonly Coin[]): string {
  return coin === undefined ? 'p2wpkh' : sizeType(coin.scriptPubKey);
}

function vsizeOf(coins: readonly Coin[], outputs: readonly string[]): number {
  return estimateVsize(
    coins.map((coin) => sizeType(coin.scriptPubKey)),
    outputs,
  );
}

function valueOf(coins: readonly Coin[]): Sats {
  return sumSats(coins.map((coin) => coin.value));
}
