import { Transaction } from 'bitcoinjs-lib';
import type { Sats } from './amount.ts';
import { SIGHASH_ALL } from './input-signature.ts';

/** A CoinJoin has a digest for each input, and some are needed twice. Nobody changes a transaction's bytes once it is built. */
const read = new WeakMap<Uint8Array, Transaction>();

/**
 * What a signature for a segwit input covers with SIGHASH_ALL (BIP143).
 * @param unsigned The transaction.
 * @param script The script code: of p2wpkh the p2pkh script of its key, of p2wsh the witness script.
 * @param value Sats of the coin that the input spends.
 */
export function witnessDigest(
  unsigned: Uint8Array,
  index: number,
  script: Uint8Array,
  value: Sats,
): Uint8Array {
  const transaction = read.get(unsigned) ?? Transaction.fromBuffer(unsigned);
  read.set(unsigned, transaction);
  return transaction.hashForWitnessV0(index, script, value, SIGHASH_ALL);
}
