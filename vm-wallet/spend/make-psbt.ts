import { Psbt } from 'bitcoinjs-lib';
import { fromHex, reversed, toHex } from '../../shared/crypto/bytes.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import type { KeyPath } from '../coins/coin.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import type { UnsignedPayment } from './build-payment.ts';
import { ownFields } from './key-origin.ts';

/**
 * Puts a payment into a PSBT of version 0 (BIP174), with what other signers need to know of our inputs and outputs.
 * @param pathOf The path of a script of ours, by its hex.
 */
export function makePsbt(
  { raw, inputs, outputs }: UnsignedPayment,
  pathOf: (script: string) => KeyPath | undefined,
  keys: HdWallet,
): Psbt {
  const transaction = parseTransaction(raw);
  const psbt = new Psbt().setVersion(transaction.version).setLocktime(transaction.locktime);
  for (const [index, coin] of inputs.entries()) {
    const { sequence } = transaction.inputs[index] ?? {};
    psbt.addInput({
      hash: reversed(fromHex(coin.txid)),
      index: coin.vout,
      ...(sequence === undefined ? {} : { sequence }),
      witnessUtxo: { script: coin.scriptPubKey, value: coin.value },
      ...ownFields(coin, keys),
    });
  }
  for (const { script, value } of outputs) {
    const path = pathOf(toHex(script));
    psbt.addOutput({
      script,
      value,
      ...(path === undefined ? {} : ownFields({ path, scriptPubKey: script }, keys)),
    });
  }
  return psbt;
}
