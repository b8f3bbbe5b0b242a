import { Psbt, Transaction } from 'bitcoinjs-lib';
import { isMoney } from '../../shared/bitcoin/amount.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes, fromBase64 } from '../../shared/crypto/bytes.ts';
import { PsbtError } from './spend-error.ts';

/** Most bytes of a file that is read, in either form. A transaction that nodes relay needs far fewer. */
export const MAX_PSBT_BYTES = 1_000_000;

/** `psbt` and 0xff (BIP174). */
const MAGIC = Uint8Array.of(0x70, 0x73, 0x62, 0x74, 0xff);

/**
 * Reads a partially signed transaction of version 0 (BIP174), in base64 or binary.
 * @throws PsbtError `psbt-too-large`, `psbt-unreadable`.
 */
export function readPsbt(file: Uint8Array): Psbt {
  if (file.length > MAX_PSBT_BYTES) {
    throw new PsbtError('psbt-too-large', `This is larger than ${MAX_PSBT_BYTES} bytes`, {
      cure: 'No transaction is that large; look again at the file.',
    });
  }
  try {
    const psbt = Psbt.fromBuffer(Uint8Array.from(bytesOf(file)));
    check(psbt);
    return psbt;
  } catch (cause) {
    throw new PsbtError('psbt-unreadable', 'This is no partially signed transaction (PSBT version 0)', {
      cure: 'Export it again, in base64 or binary, as version 0.',
      cause,
    });
  }
}

/** The transaction that is to be signed, serialized without witnesses. */
export function unsignedOf(psbt: Psbt): Uint8Array {
  return Uint8Array.from(psbt.data.globalMap.unsignedTx.toBuffer());
}

function bytesOf(file: Uint8Array): Uint8Array {
  if (equalBytes(file.subarray(0, MAGIC.length), MAGIC)) return file;
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  return fromBase64(text.replace(/\s+/gu, ''));
}

/** What bitcoinjs-lib lets through: impossible amounts, and previous transactions that are not those of the inputs. */
function check(psbt: Psbt): void {
  parseTransaction(unsignedOf(psbt));
  for (const [index, { witnessUtxo, nonWitnessUtxo }] of psbt.data.inputs.entries()) {
    if (witnessUtxo !== undefined && !isMoney(witnessUtxo.value)) throw new Error('an impossible amount');
    if (nonWitnessUtxo === undefined) continue;
    const before = Transaction.fromBuffer(nonWitnessUtxo);
    const input = psbt.txInputs[index];
    const output = before.outs[input?.index ?? -1];
    if (input === undefined || output === undefined || !isMoney(output.value)) {
      throw new Error('no such output of a previous transaction');
    }
    if (!equalBytes(input.hash, before.getHash())) {
      throw new Error('a previous transaction that is not that of the input');
    }
  }
}
