import type { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import type { Signer } from '../../../vm-wallet/rules/gate.ts';

/** Signs with a recorded wallet. What its owner would allow was not recorded: everything is allowed. */
export function recordedSigner(keys: HdWallet): Signer {
  return {
    keys,
    authority: {
      authorise: () => Promise.resolve(),
      authoriseInTurn: (_kind, plan) => Promise.resolve(plan()),
      refused: () => Promise.resolve(),
    },
  };
}
