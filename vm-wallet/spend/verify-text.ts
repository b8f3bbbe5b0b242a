import * as secp from 'tiny-secp256k1';
import { scriptOfAddress } from '../../shared/bitcoin/address.ts';
import type { Network } from '../../shared/bitcoin/network.ts';
import { p2pkhScript, scriptOfKeyLike, scriptTypeOf } from '../../shared/bitcoin/script.ts';
import { equalBytes, fromBase64, utf8 } from '../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../shared/crypto/hash.ts';
import { JmError } from '../../shared/errors.ts';

/** A signature over a text that does not prove what it should. */
export class TextSignatureError extends JmError<'message-bad-signature' | 'message-no-single-key'> {}

/** First header byte: an uncompressed key. Four recovery ids each; from 31 on the key is compressed, whatever the address. */
const FIRST_HEADER = 27;
const LAST_HEADER = 42;
const COMPRESSED_FROM = 31;

/**
 * Checks a text's signature: that it was made with the key behind an address (p2pkh, p2wpkh or p2sh-p2wpkh). Takes the header bytes
 * of JoinMarket and Electrum, and those that BIP137 gives to segwit addresses.
 * @param signature Base64 of 65 bytes.
 * @throws AddressError, TextSignatureError
 */
export function verifyUserText(
  { address, network }: { readonly address: string; readonly network: Network },
  signature: string,
  text: string,
): void {
  const script = scriptOfAddress(address, network);
  if (!['p2pkh', 'p2wpkh', 'p2sh'].includes(scriptTypeOf(script))) {
    throw new TextSignatureError(
      'message-no-single-key',
      `Texts can't be signed for ${address} in this form`,
      {
        cure: 'Ask for a signature by an address that begins with 1, 3 or bc1q and belongs to one key.',
      },
    );
  }
  const key = recoverKey(signature, text);
  const matches =
    key !== null &&
    equalBytes(
      script,
      key.compressed
        ? (scriptOfKeyLike(key.publicKey, script) ?? new Uint8Array(0))
        : p2pkhScript(key.publicKey),
    );
  if (!matches) {
    throw new TextSignatureError(
      'message-bad-signature',
      `This is not a signature of ${address} over this text`,
      {
        cure: 'The text has to be the same to the last character; else do not trust it.',
      },
    );
  }
}

/** r ‖ s of a text's signature (base64 of 65 bytes), whatever key its header speaks of; null when it is none. */
export function readTextSignature(signature: string): Uint8Array | null {
  return bytesOf(signature)?.subarray(1) ?? null;
}

function bytesOf(signature: string): Uint8Array | null {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(signature.trim());
  } catch {
    return null;
  }
  const [header = 0] = bytes;
  return bytes.length === 65 && header >= FIRST_HEADER && header <= LAST_HEADER ? bytes : null;
}

function recoverKey(
  signature: string,
  text: string,
): { readonly publicKey: Uint8Array; readonly compressed: boolean } | null {
  const bytes = bytesOf(signature);
  if (bytes === null) return null;
  const [header = 0] = bytes;
  const compressed = header >= COMPRESSED_FROM;
  const recovery = (header - FIRST_HEADER) & 3;
  if (recovery !== 0 && recovery !== 1 && recovery !== 2 && recovery !== 3) return null;
  try {
    const publicKey = secp.recover(bitcoinMessageHash(utf8(text)), bytes.subarray(1), recovery, compressed);
    return publicKey === null ? null : { publicKey, compressed };
  } catch {
    // r or s is zero or not below the group order.
    return null;
  }
}
