import type { WalletState } from './state.ts';

/** The state of a wallet that has done nothing yet. */
export function newState(
  wallet: Pick<WalletState, 'network' | 'entropy' | 'extension' | 'createdAt' | 'birthday' | 'mixdepths'> &
    Partial<Pick<WalletState, 'family' | 'backend'>>,
): WalletState {
  return {
    version: 3,
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
    ...newSections(),
  };
}

/** What the third format brought, as it is in a wallet that made no use of it. */
export function newSections(): Pick<
  WalletState,
  'bonds' | 'makers' | 'externalProofs' | 'tumble' | 'rules' | 'audit' | 'allowances'
> {
  return {
    bonds: {},
    makers: {},
    externalProofs: {},
    tumble: null,
    rules: null,
    audit: { entries: 0, head: '00'.repeat(32) },
    allowances: [],
  };
}
