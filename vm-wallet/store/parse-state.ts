import { WalletFileError } from './file-format.ts';
import { newSections } from './new-state.ts';
import { walletState } from './schema/validators.js';
import type { WalletState } from './state.ts';

/** Reads the decrypted content of a wallet file. @throws WalletFileError when it is not a wallet state. */
export function parseState(content: Uint8Array): WalletState {
  return parseStateText(decodeState(content));
}

/** The text of the content. @throws WalletFileError when it is not UTF-8. */
export function decodeState(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** Reads the text of the content. @throws WalletFileError when it is not a wallet state. */
export function parseStateText(text: string): WalletState {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable(cause);
  }
  const current = upgraded(value);
  if (!isState(current)) throw unreadable();
  return current;
}

/** Refuses a state that could not be read back. @throws WalletFileError */
export function checkState(state: unknown): void {
  if (!isState(state)) throw unreadable();
}

/** The first format knew native wallets with filters only; the second neither bonds nor rules nor plans. */
function upgraded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('version' in value)) return value;
  if (value.version === 1) {
    const added = {
      family: 'native',
      backend: 'filters',
      freezeOnSight: {},
      confirmed: {},
      transactionLabels: {},
      backups: 0,
    };
    return upgraded({ ...value, ...added, version: 2 });
  }
  return value.version === 2 ? { ...value, ...newSections(), version: 3 } : value;
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
