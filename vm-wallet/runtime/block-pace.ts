import type { ChainClient } from '../../shared/bridge/chain.ts';
import type { WalletContext } from './context.ts';
import { followChain, isBooked } from './follow-chain.ts';
import { synchronise } from './synchronise.ts';

/**
 * Follows the chain until a block was booked, a time has passed, or the signal aborts. Nothing follows behind it, so that what comes
 * next has the wallet to itself.
 * @throws BridgeError, ChainError as `followChain` does.
 */
export async function waitForBlockOrTime(
  context: WalletContext,
  chain: ChainClient,
  seconds: number,
  world: {
    readonly signal: AbortSignal;
    readonly report: (text: string) => void;
    readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
  },
): Promise<void> {
  const { signal, report } = world;
  const over = new AbortController();
  const end = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  const following = followChain(context, chain, {
    signal: over.signal,
    report,
    onBlock: () => {
      end();
      return Promise.resolve();
    },
  });
  following.catch(() => undefined);
  try {
    await Promise.race([following, world.pause(seconds, over.signal)]);
    end();
    // The question for the next block is still open for some seconds; a user who stops the wallet does not wait for it.
    if (signal.aborted) return;
    await following;
    // The time may have been over between a header and its coins, and no step of a plan may see one without the other.
    if (!isBooked(context)) await synchronise(context, chain, { signal });
  } finally {
    end();
    signal.removeEventListener('abort', end);
  }
}
