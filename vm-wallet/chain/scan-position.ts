import type { BlockHash } from '../../shared/bitcoin/outpoint.ts';
import type { StateStore } from '../store/wallet-store.ts';
import { ChainError } from './chain-error.ts';
import type { VerifiedChain } from './header-chain.ts';
import { undoAbove } from './ledger.ts';

/**
 * After a reorganisation: back to the last block that was scanned and is still in the chain, however deep it lies. Where nobody
 * remembers that (the headers were fetched anew, or the wallet came from elsewhere), back to the wallet's birthday.
 * @throws ChainError `chain-behind` when the chain ends below what this wallet has scanned.
 */
export async function rewindToCommonBlock(store: StateStore, chain: VerifiedChain): Promise<void> {
  const { scanned, birthday } = store.state;
  if (scanned === null) return;
  const shared = chain.sharedHeight(scanned.height, scanned.block);
  if (shared === scanned.height) return;
  if (shared === null && chain.height < scanned.height) {
    throw new ChainError(
      'chain-behind',
      `The node is at block ${chain.height}, this wallet has seen block ${scanned.height}`,
      { cure: 'Wait until it has caught up. If it says that it has, do not trust the net VM.' },
    );
  }
  await rewindTo(store, chain, shared ?? Math.max(0, (birthday ?? 1) - 1));
}

/** Undoes everything above a height, from where the next scan goes on. @throws ChainError when we have no header for it. */
export async function rewindTo(store: StateStore, chain: VerifiedChain, height: number): Promise<void> {
  const block = hashAt(chain, height);
  await store.commit((draft) => {
    undoAbove(draft, height);
    draft.scanned = { height, block };
  });
}

/** The first block that is not applied yet. */
export function nextHeight(store: StateStore): number {
  const { scanned, birthday } = store.state;
  return scanned === null ? Math.max(1, birthday ?? 1) : scanned.height + 1;
}

/** The hash of our own block at a height. @throws ChainError `chain-incomplete` above the tip. */
export function hashAt(chain: VerifiedChain, height: number): BlockHash {
  const header = chain.headerAt(height);
  if (header === null) throw new ChainError('chain-incomplete', `We have no header for block ${height}`);
  return header.hash;
}
