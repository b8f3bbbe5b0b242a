import { JmError } from '../../shared/errors.ts';
import type { ReadonlyState } from '../store/wallet-store.ts';

/** A wallet that can be spent from, and not mixed with. */
export class NestedWalletError extends JmError<'wallet-nested'> {}

/** The market's offers are for native segwit: nested coins among them would stand out. @throws NestedWalletError */
export function requireNative({ family }: Pick<ReadonlyState, 'family'>): void {
  if (family === 'native') return;
  throw new NestedWalletError('wallet-nested', 'This wallet has nested addresses, which no CoinJoin takes', {
    cure: 'Make a native wallet ("jm-wallet --wallet NAME create") and sweep this one into it: "jm-wallet send 0 ADDRESS", for each mixdepth.',
  });
}
