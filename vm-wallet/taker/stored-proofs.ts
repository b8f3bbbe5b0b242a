import { outpointKey, type OutpointKey } from '../../shared/bitcoin/outpoint.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { JmError } from '../../shared/errors.ts';
import type { ExternalProof, WalletState } from '../store/state.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** A coin outside this wallet that can't be taken in, or is not there. */
export class StoredProofError extends JmError<
  'podle-own-coin' | 'podle-known-coin' | 'podle-no-coin' | 'podle-too-many' | 'podle-unknown'
> {}

/** Coins that proofs are kept of; each is asked for in every CoinJoin that needs one. */
const MAX_STORED = 50;

/** Refuses a coin that proofs are not kept of. @throws StoredProofError */
export function checkAddable(state: ReadonlyState, outpoint: OutpointKey): void {
  if (state.coins[outpoint] !== undefined) {
    throw new StoredProofError('podle-own-coin', `${outpoint} is a coin of this wallet`, {
      cure: 'Nothing is to be done: its own coins are used without being added.',
    });
  }
  if (state.externalProofs[outpoint] !== undefined) {
    throw new StoredProofError('podle-known-coin', `Proofs of ${outpoint} are kept already`, {
      cure: '"jm-wallet podle list" shows how many are left.',
    });
  }
  if (Object.keys(state.externalProofs).length >= MAX_STORED) {
    throw new StoredProofError('podle-too-many', `Proofs of ${MAX_STORED} coins are kept already`, {
      cure: 'Take used ones out with "jm-wallet podle remove".',
    });
  }
}

/** Keeps the proofs of a coin. @param now Unix seconds. @throws StoredProofError */
export function addProofs(
  draft: WalletState,
  coin: VerifiedCoin,
  proofs: readonly ExternalProof[],
  now: number,
): void {
  const outpoint = outpointKey(coin);
  checkAddable(draft, outpoint);
  draft.externalProofs[outpoint] = { value: coin.value.toString(), addedAt: now, proofs };
}

/** Forgets the proofs of a coin. Which of them were used stays on record, so that none is used twice. @throws StoredProofError */
export function removeProofs(draft: WalletState, outpoint: OutpointKey): void {
  if (draft.externalProofs[outpoint] === undefined) {
    throw new StoredProofError('podle-unknown', `No proofs of ${outpoint} are kept`, {
      cure: 'Copy the coin from "jm-wallet podle list".',
    });
  }
  Reflect.deleteProperty(draft.externalProofs, outpoint);
}
