import type { Sats } from '../../shared/bitcoin/amount.ts';
import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { parseCommitment } from '../../shared/jm/private-command.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';
import { nextIndex, type PodlePolicy } from './podle-source.ts';

/** A commitment to a coin outside this wallet, made beforehand. */
export interface ExternalSource {
  readonly outcome: 'external';
  readonly outpoint: OutpointKey;
  readonly index: number;
  readonly podle: Podle;
}

/** Uses that are left of each stored coin, by outpoint. */
export function externalTries(state: ReadonlyState, retries: number): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(state.externalProofs).map(([key, { proofs }]) => [
      key,
      Math.max(0, Math.min(retries, proofs.length) - nextIndex(state, key)),
    ]),
  );
}

/**
 * The next use of a coin outside this wallet, or null when none fits.
 * @param coins What the chain says of those coins now.
 */
export function findExternalProof(
  state: ReadonlyState,
  coins: readonly VerifiedCoin[],
  amount: Sats,
  policy: PodlePolicy,
): ExternalSource | null {
  const needed = (amount * BigInt(policy.amountPercent)) / 100n;
  for (const coin of coins) {
    const outpoint = outpointKey(coin);
    const index = nextIndex(state, outpoint);
    const proof = state.externalProofs[outpoint]?.proofs[index];
    const commitment = parseCommitment(proof?.commitment ?? '');
    if (proof === undefined || commitment === null || index >= policy.retries) continue;
    if (coin.confirmations < policy.age || coin.value < needed) continue;
    const { P, P2, s, e } = proof;
    const utxo = { txid: coin.txid, vout: coin.vout };
    return { outcome: 'external', outpoint, index, podle: { commitment, revelation: { utxo, P, P2, s, e } } };
  }
  return null;
}
