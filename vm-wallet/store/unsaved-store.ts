import type { WalletState } from './state.ts';
import type { StateStore } from './wallet-store.ts';

/** A state that is never written: for rehearsals, which must leave no trace. All or nothing, like the real store. */
export class UnsavedStore implements StateStore {
  #state: WalletState;

  constructor(state: WalletState) {
    this.#state = structuredClone(state);
  }

  get state(): WalletState {
    return this.#state;
  }

  commit<Value>(change: (draft: WalletState) => Value): Promise<Value> {
    return new Promise((resolve) => {
      const draft = structuredClone(this.#state);
      const value = change(draft);
      this.#state = draft;
      resolve(value);
    });
  }
}
