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
  const current = upgraded(value);
  if (!isState(current)) throw unreadable();
  return current;
}

/** The first format knew native wallets with filters only. */
function upgraded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
    return value;
  const added = { family: 'native', backend: 'filters', confirmed: {}, transactionLabels: {}, backups: 0 };
  return { ...value, ...added, version: 2 };
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
