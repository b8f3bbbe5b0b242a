import type { WalletState } from './state.ts';

/** The state of a wallet that has done nothing yet. */
export function newState(
  wallet: Pick<WalletState, 'network' | 'entropy' | 'extension' | 'createdAt' | 'birthday' | 'mixdepths'> &
    Partial<Pick<WalletState, 'family' | 'backend'>>,
): WalletState {
  return {
    version: 2,
    family: 'native',
    backend: 'filters',
    ...wallet,
    nextIndex: {},
    shown: {},
    coins: {},
    freezeOnSight: {},
    scanned: null,
    leases: {},
    commitments: {},
    rounds: {},
    history: [],
    pending: {},
    confirmed: {},
    refused: {},
    transactionLabels: {},
    backups: 0,
  };
}
