import { equalBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { BencodeError } from './bencode.ts';
import { damaged } from './fields.ts';
import { readImportedWallet, type ImportedWallet } from './imported-wallet.ts';
import { openJmdat } from './jmdat.ts';

const ENCRYPTED = utf8('JMENCWLT');

/**
 * Opens a `.jmdat` file, and reads what it holds.
 * @param askPassword Called only for an encrypted file.
 * @throws JmdatError, ImportError
 */
export async function openOldWallet(
  file: Uint8Array,
  askPassword: () => Promise<string>,
): Promise<ImportedWallet> {
  const isEncrypted = equalBytes(file.subarray(0, ENCRYPTED.length), ENCRYPTED);
  const password = isEncrypted ? await askPassword() : null;
  try {
    return readImportedWallet(await openJmdat(file, password));
  } catch (cause) {
    if (cause instanceof BencodeError) throw damaged('encoding', cause);
    throw cause;
  }
}
