import type { ReadonlyState } from '../store/wallet-store.ts';

/** Tells which of a maker's CoinJoins were confirmed since it was asked last. */
export class EarnedJoins {
  readonly #known: Set<string>;

  constructor(state: ReadonlyState) {
    this.#known = new Set(confirmed(state).map(({ txid }) => txid));
  }

  /** Those that are new, with what they earned in sats. */
  news(state: ReadonlyState): readonly { readonly txid: string; readonly earned: bigint }[] {
    const fresh = confirmed(state).filter(({ txid }) => !this.#known.has(txid));
    for (const { txid } of fresh) this.#known.add(txid);
    return fresh.map(({ txid, delta }) => ({ txid, earned: BigInt(delta) }));
  }
}

function confirmed({ history }: ReadonlyState): ReadonlyState['history'] {
  return history.filter(({ kind, height }) => kind === 'coinjoin-maker' && height !== null);
}
