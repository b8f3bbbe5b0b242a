import { JmError } from '../errors.ts';

/** A script type that the estimate does not know. */
export class SizeError extends JmError<'size-unknown-script'> {}

/** Bytes of an input outside and inside the witness, and of an output (protocol/coinjoin.md §6.2). */
const INPUTS: ReadonlyMap<string, readonly [base: number, witness: number]> = new Map([
  ['p2wpkh', [41, 108]],
  ['p2sh-p2wpkh', [64, 108]],
  ['p2pkh', [148, 0]],
  ['p2wsh', [41, 116]],
]);
const OUTPUTS: ReadonlyMap<string, number> = new Map([
  ['p2wpkh', 31],
  ['p2sh-p2wpkh', 32],
  ['p2pkh', 34],
  ['p2wsh', 43],
  ['p2tr', 43],
]);
const BASE = 10;
const SEGWIT_BASE = 2;

/** Estimated bytes outside and inside the witness. @throws SizeError */
export function estimateSize(
  inputs: readonly string[],
  outputs: readonly string[],
): { readonly base: number; readonly witness: number } {
  let base = BASE;
  let witness = 0;
  for (const type of inputs) {
    const sizes = INPUTS.get(type);
    if (sizes === undefined) throw unknown(type);
    base += sizes[0];
    witness += sizes[1];
  }
  for (const type of outputs) {
    const size = OUTPUTS.get(type);
    if (size === undefined) throw unknown(type);
    base += size;
  }
  return { base, witness: witness === 0 ? 0 : witness + SEGWIT_BASE };
}

/** Estimated virtual size in vbytes, rounded up. */
export function estimateVsize(inputs: readonly string[], outputs: readonly string[]): number {
  const { base, witness } = estimateSize(inputs, outputs);
  return Math.ceil(base + witness / 4);
}

/** Miner fee in sats for a virtual size at a rate in sat/kvB, rounded down as the reference does. */
export function feeFor(vsize: number, satsPerKvb: number): bigint {
  return BigInt(Math.floor((vsize * satsPerKvb) / 1000));
}

/** Estimated miner fee of a transaction with so many p2wpkh inputs and outputs. */
export function estimateFee(inputs: number, outputs: number, satsPerKvb: number): bigint {
  const repeat = (count: number): string[] => Array.from({ length: count }, () => 'p2wpkh');
  return feeFor(estimateVsize(repeat(inputs), repeat(outputs)), satsPerKvb);
}

function unknown(type: string): SizeError {
  return new SizeError(
    'size-unknown-script',
    `Script type not supported for transaction size estimation: ${type}`,
  );
}
