import type { Outpoint } from '../../shared/bitcoin/outpoint.ts';
import { roundsRuledOut } from '../spend/signed-rounds.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import type { Terminal } from './terminal.ts';
import { warn } from './warn.ts';

/** Says which CoinJoins that are signed for a taker a payment with these coins rules out. */
export function warnOfRuledOut(terminal: Terminal, state: ReadonlyState, coins: readonly Outpoint[]): void {
  for (const { id, txid, peers } of roundsRuledOut(state, coins)) {
    warn(
      terminal,
      `this rules out round ${id}, which is signed for ${peers.join(' ')} as ${txid}.`,
      'Only one of both can confirm: until this payment is in a block, the taker can still broadcast.',
    );
  }
}
