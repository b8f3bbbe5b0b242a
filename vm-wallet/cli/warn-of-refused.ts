import type { Coin } from '../coins/coin.ts';
import { notRuledOut } from '../coins/refused.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { Terminal } from './terminal.ts';
import { warn } from './warn.ts';

/** Says which refused transactions could still confirm beside one that spends these coins. */
export function warnOfRefused(terminal: Terminal, state: ReadonlyState, coins: readonly Coin[]): void {
  for (const txid of notRuledOut(state, coins)) {
    warn(
      terminal,
      `${txid} was signed and refused by the node (${state.refused[txid]?.reason ?? ''}). ` +
        'If it was the same payment, do not go on: both could confirm. Pay from its mixdepth instead.',
    );
  }
}
