import type { Finding } from '../../shared/finding.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { checkCoinScripts, checkNextAddresses, checkShownAddresses } from './own-addresses.ts';
import { checkCommitments, checkLeases } from './promises.ts';
import { checkBalance, checkOutpoints, checkPending, checkSpends } from './transactions.ts';

/** Whether what a wallet file holds fits together, and fits its keys. Asks nobody. @param now Unix seconds. */
export function checkWallet(state: ReadonlyState, keys: HdWallet, now: number): Finding[] {
  return [
    checkOutpoints(state),
    checkCoinScripts(state, keys),
    checkShownAddresses(state, keys),
    checkNextAddresses(state),
    checkPending(state),
    checkSpends(state),
    checkBalance(state),
    checkLeases(state, now),
    checkCommitments(state, keys),
  ];
}
