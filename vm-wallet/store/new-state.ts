import type { WalletState } from './state.ts';

/** The state of a wallet that has done nothing yet. */
export function newState(
  wallet: Pick<WalletState, 'network' | 'entropy' | 'extension' | 'createdAt' | 'birthday' | 'mixdepths'>,
): WalletState {
  return {
    version: 1,
    ...wallet,
    nextIndex: {},
    shown: {},
    coins: {},
    scanned: null,
    leases: {},
    commitments: {},
    rounds: {},
    history: [],
    pending: {},
    refused: {},
  };
}
