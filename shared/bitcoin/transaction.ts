import { Transaction } from 'bitcoinjs-lib';
import { equalBytes, reversed, toHex } from '../crypto/bytes.ts';
import { JmError } from '../errors.ts';
import { isMoney, sats, type Sats } from './amount.ts';
import { outpointKey, txid, type Outpoint, type Txid } from './outpoint.ts';

/** Bytes that are not exactly one valid transaction. */
export class TransactionError extends JmError<'bad-transaction'> {}

export interface TransactionOutput {
  readonly value: Sats;
  readonly script: Uint8Array;
}

/** A transaction that re-serializes to the very bytes that were read, with possible amounts and no duplicate input. */
export interface ParsedTransaction {
  readonly txid: Txid;
  readonly version: number;
  readonly locktime: number;
  readonly inputs: readonly (Outpoint & { readonly sequence: number; readonly scriptSig: Uint8Array })[];
  readonly outputs: readonly TransactionOutput[];
  readonly weight: number;
  readonly raw: Uint8Array;
}

/** Each rule of a round reads the transaction for itself. Nobody changes a transaction's bytes once it is built. */
const known = new WeakMap<Uint8Array, ParsedTransaction>();

/**
 * Reads one transaction strictly, and the same bytes only once.
 * @throws TransactionError on anything that does not re-serialize to the same bytes, on impossible amounts, on no
 * inputs or outputs, and on an input that appears twice.
 */
export function parseTransaction(raw: Uint8Array): ParsedTransaction {
  const parsed = known.get(raw) ?? parse(raw);
  known.set(raw, parsed);
  return parsed;
}

function parse(raw: Uint8Array): ParsedTransaction {
  const transaction = decode(raw);
  if (!equalBytes(transaction.toBuffer(), raw)) throw bad('it does not re-serialize to the same bytes');
  if (transaction.ins.length === 0 || transaction.outs.length === 0) throw bad('no inputs or no outputs');
  const inputs = transaction.ins.map((input) => ({
    txid: txid(toHex(reversed(input.hash))),
    vout: input.index,
    sequence: input.sequence,
    scriptSig: input.script,
  }));
  if (new Set(inputs.map(outpointKey)).size !== inputs.length) throw bad('an input appears twice');
  let total = 0n;
  const outputs = transaction.outs.map(({ value, script }) => {
    total += value;
    if (!isMoney(value) || !isMoney(total)) throw bad('impossible amounts');
    return { value: sats(value), script };
  });
  return {
    txid: txid(transaction.getId()),
    version: transaction.version,
    locktime: transaction.locktime,
    inputs,
    outputs,
    // BIP141: three times the bytes without witnesses, and once all of them.
    weight: 3 * transaction.byteLength(false) + raw.length,
    raw,
  };
}

function decode(raw: Uint8Array): Transaction {
  try {
    return Transaction.fromBuffer(raw);
  } catch (cause) {
    throw new TransactionError('bad-transaction', 'Not a transaction', { cause });
  }
}

function bad(reason: string): TransactionError {
  return new TransactionError('bad-transaction', `Not a valid transaction: ${reason}`);
}
