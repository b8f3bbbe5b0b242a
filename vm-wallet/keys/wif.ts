import { createBase58check } from '@scure/base';
import { parametersOf, type Network } from '../../shared/bitcoin/network.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { JmError } from '../../shared/errors.ts';

/** A text that is no private key of this network. Its message never holds any of the text. */
export class WifError extends JmError<'key-unreadable' | 'key-wrong-network' | 'key-uncompressed'> {}

const KEY_BYTES = 32;
/** Says that the public key is compressed, behind the private one. */
const COMPRESSED = 0x01;
const coder = createBase58check(sha256);

/** Reads a private key in the wallet import format: base58 of version, key and the mark of a compressed one. @throws WifError */
export function decodeWif(text: string, network: Network): Uint8Array {
  const bytes = decode(text.trim());
  if (bytes[0] !== parametersOf(network).wif) {
    bytes.fill(0);
    throw new WifError('key-wrong-network', `This private key is not for ${network}`, {
      cure: 'Export it from a wallet of the same network.',
    });
  }
  if (bytes.length !== KEY_BYTES + 2 || bytes[KEY_BYTES + 1] !== COMPRESSED) {
    bytes.fill(0);
    throw new WifError('key-uncompressed', 'This private key is not of a compressed public key', {
      cure: 'JoinMarket knows compressed keys only; use another coin.',
    });
  }
  const key = bytes.slice(1, KEY_BYTES + 1);
  bytes.fill(0);
  return key;
}

function decode(text: string): Uint8Array {
  try {
    return coder.decode(text);
  } catch {
    // Without the cause: its message may repeat the text.
    throw new WifError('key-unreadable', 'This is no private key in WIF, or it has a typing error', {
      cure: 'It begins with K or L on mainnet, and with c elsewhere.',
    });
  }
}
