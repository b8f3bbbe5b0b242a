import type { MessagesCall } from '../../shared/bridge/messages-client.ts';
import type { WalletStore } from '../store/wallet-store.ts';
import { watchedJoins } from './net-vm-watch.ts';

const EVERY_MS = 10_000;

/**
 * Keeps the net VM told, while the call lasts, which of our transactions wait for a block.
 * @param everyMs How often to look whether others do now.
 */
export function namePending(
  store: Pick<WalletStore, 'state'>,
  call: Pick<MessagesCall, 'watch' | 'closed'>,
  everyMs = EVERY_MS,
): void {
  let named = '';
  const tell = (): void => {
    const pending = Object.keys(store.state.pending).sort().join();
    if (pending === named) return;
    named = pending;
    // A net VM that does not watch, or is gone, costs nothing but its advice.
    call.watch(watchedJoins(store.state)).catch(() => undefined);
  };
  tell();
  const timer = setInterval(tell, everyMs);
  timer.unref();
  void call.closed.then(() => {
    clearInterval(timer);
  });
}
