import { Transaction } from 'bitcoinjs-lib';
import { isMoney, sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { estimateVsize, feeFor } from '../../shared/bitcoin/size.ts';
import { fromHex, reversed } from '../../shared/crypto/bytes.ts';
import { shuffled, type Random } from '../../shared/crypto/random.ts';
import { accept, refuse, type Result } from '../../shared/errors.ts';
import type { JoinInput, ReadyMaker, TakerSide, UnsignedJoin } from './join.ts';

/** The taker drops own change up to this, in sats (protocol/coinjoin.md §1). */
export const TAKER_DUST = 2730n;

const VERSION = 2;
const SEQUENCE = 0xffff_fffe;

/** Why no transaction could be built. */
export type BuildRefusal = 'fees-exceed-inputs' | 'sweep-fee-off';

/** What the transaction is built from. */
export interface JoinPlan {
  readonly amount: Sats;
  readonly taker: TakerSide;
  readonly makers: readonly ReadyMaker[];
  /** sat/kvB. */
  readonly feeRate: number;
  /** The miner fee that a sweep's amount was computed with; null for payments. */
  readonly sweepMinerFee: bigint | null;
  /** How far a sweep's fee rate may be off, as a fraction. */
  readonly maxSweepFeeChange: number;
  readonly tipHeight: number;
  readonly random: Random;
}

interface Output {
  readonly script: Uint8Array;
  readonly value: Sats;
}

/**
 * Builds the CoinJoin as the reference does (protocol/coinjoin.md §6): equal outputs, each maker's change to the sat, the rest to
 * the taker's change or, below dust, to the miner; inputs and outputs shuffled, locktime at the tip or now and then a bit
 * before it.
 */
export function buildJoin(plan: JoinPlan): Result<UnsignedJoin, BuildRefusal> {
  const { amount, taker, makers, random } = plan;
  const inputs = [
    ...taker.coins.map((coin) => ({ ...coin, owner: null })),
    ...makers.flatMap((maker) => maker.coins.map((coin) => ({ ...joinInput(coin), owner: maker.nick }))),
  ];
  const outputs: Output[] = [
    { script: taker.destinationScript, value: amount },
    ...makers.flatMap((maker) => [
      { script: maker.coinjoinScript, value: amount },
      { script: maker.changeScript, value: maker.change },
    ]),
  ];
  const inputTypes = inputs.map((input) => sizeType(input.scriptPubKey));
  const estimate = feeFor(
    estimateVsize(inputTypes, [
      ...outputs.map((output) => sizeType(output.script)),
      sizeType(taker.changeScript ?? taker.destinationScript),
    ]),
    plan.feeRate,
  );
  const minerFee = plan.sweepMinerFee ?? estimate;
  const contributed = sumSats(makers.map((maker) => maker.offer.txfee));
  const coinjoinFees = sumSats(makers.map((maker) => maker.fee));
  const own = minerFee > contributed ? minerFee - contributed : 0n;
  const spent = sumSats(taker.coins.map((coin) => coin.value));
  const rest = spent - amount - coinjoinFees - own;
  if (rest < -1n) return refuse('fees-exceed-inputs');

  const keepsChange = plan.sweepMinerFee === null && rest > TAKER_DUST && taker.changeScript !== null;
  if (keepsChange) outputs.push({ script: taker.changeScript, value: sats(rest) });
  else if (
    !feeIsNear(
      plan,
      minerFee,
      feeFor(
        estimateVsize(
          inputTypes,
          outputs.map((output) => sizeType(output.script)),
        ),
        plan.feeRate,
      ),
    )
  ) {
    return refuse('sweep-fee-off');
  }
  const paid = sumSats(inputs.map((input) => input.value)) - sumSats(outputs.map((output) => output.value));
  if (!isMoney(paid)) return refuse('fees-exceed-inputs');
  const orderedInputs = shuffled(inputs, random);
  const locktime = chooseLocktime(plan.tipHeight, random);
  return accept({
    raw: serialize(orderedInputs, shuffled(outputs, random), locktime),
    inputs: orderedInputs,
    amount,
    locktime,
    makers,
    coinjoinFees,
    minerFee: paid,
    change: keepsChange ? sats(rest) : sats(0n),
  });
}

/** Height of the tip, and with one chance in ten up to 99 blocks before it (protocol/coinjoin.md §6.1). */
export function chooseLocktime(tipHeight: number, random: Random): number {
  return random.below(10) === 0 ? Math.max(1, tipHeight - random.below(100)) : tipHeight;
}

/** An unsigned transaction of version 2 with the crowd's sequence. */
export function serialize(
  inputs: readonly { readonly txid: string; readonly vout: number }[],
  outputs: readonly Output[],
  locktime: number,
  sequence = SEQUENCE,
): Uint8Array {
  const transaction = new Transaction();
  transaction.version = VERSION;
  transaction.locktime = locktime;
  for (const input of inputs) transaction.addInput(reversed(fromHex(input.txid)), input.vout, sequence);
  for (const output of outputs) transaction.addOutput(output.script, output.value);
  return transaction.toBuffer();
}

/** The name that the size estimate has for a script. */
export function sizeType(script: Uint8Array): string {
  const type = scriptTypeOf(script);
  if (type === 'p2sh') return 'p2sh-p2wpkh';
  return type === 'other' ? 'p2wpkh' : type;
}

/** Without a change output, too much or too little would silently go to the miner. */
function feeIsNear(plan: JoinPlan, minerFee: bigint, needed: bigint): boolean {
  if (minerFee === 0n) return true;
  const ratio = Number(needed) / Number(minerFee);
  return ratio >= 1 - plan.maxSweepFeeChange && ratio <= 1 + plan.maxSweepFeeChange;
}

function joinInput(coin: JoinInput): JoinInput {
  return { txid: coin.txid, vout: coin.vout, value: coin.value, scriptPubKey: coin.scriptPubKey };
}
