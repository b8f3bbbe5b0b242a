import { WalletFileError } from './file-format.ts';
import { walletState } from './schema/validators.js';
import type { WalletState } from './state.ts';

/** Reads the decrypted content of a wallet file. @throws WalletFileError when it is not a wallet state. */
export function parseState(content: Uint8Array): WalletState {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (cause) {
    throw unreadable(cause);
  }
  if (!isState(value)) throw unreadable();
  return value;
}

function isState(value: unknown): value is WalletState {
  return walletState(value);
}

function unreadable(cause?: unknown): WalletFileError {
  return new WalletFileError(
    'wallet-newer-version',
    'The wallet decrypts, but this version does not know its content',
    {
      cure: 'Use the version of jm-wallet that wrote it, or a newer one.',
      cause,
    },
  );
}
