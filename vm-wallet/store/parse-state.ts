import { WalletFileError } from './file-format.ts';
import { newSections } from './new-state.ts';
import { walletState } from './schema/validators.js';
import type { WalletState } from './state.ts';

/** Reads a whole state, seed and all. @throws WalletFileError when it is not a wallet state. */
export function parseState(content: Uint8Array): WalletState {
  return stateFrom(parseJson(decodeState(content)));
}

/** The text of the content. @throws WalletFileError when it is not UTF-8. */
export function decodeState(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** What the text of the content says. @throws WalletFileError when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** Whose state it is: only the owner's has a seed. */
type Role = 'owner' | 'maker';

/** Reads a state, of this version or an older one. @throws WalletFileError when it is not a wallet state. */
export function stateFrom(value: unknown, role: Role = 'owner'): WalletState {
  const current = upgraded(value);
  if (!isState(current, role)) throw unreadable();
  return current;
}

/** Refuses a state that could not be read back. @throws WalletFileError */
export function checkState(state: unknown, role: Role): void {
  if (!isState(state, role)) throw unreadable();
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

function isState(value: unknown, role: Role): value is WalletState {
  return isWalletState(value) && (value.entropy !== '') === (role === 'owner');
}

function isWalletState(value: unknown): value is WalletState {
  return walletState(value);
}

/** Content that this version does not know. */
export function unreadable(cause?: unknown): WalletFileError {
  return new WalletFileError(
    'wallet-newer-version',
    'The wallet decrypts, but this version does not know its content',
    {
      cure: 'Use the version of jm-wallet that wrote it, or a newer one.',
      cause,
    },
  );
}
