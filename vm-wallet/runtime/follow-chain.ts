import { PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { ChainError } from '../chain/chain-error.ts';
import type { HeaderFile } from '../chain/header-file.ts';
import { nextHeight } from '../chain/scan-position.ts';
import { StaleTipAlarm } from '../chain/stale-tip.ts';
import type { WalletContext } from './context.ts';
import { synchronise } from './synchronise.ts';

const BLOCK_WAIT_SECONDS = 30;
const RETRY_SECONDS = 30;
/** Trouble that a healthy node grows out of by itself; nothing of it was believed. */
const PASSING: ReadonlySet<string> = new Set([
  'chain-moved',
  'chain-less-work',
  'chain-incomplete',
  'chain-behind',
  'node-syncing',
]);

/** One for as long as the wallet is open, however often the net VM is called anew. */
const alarms = new WeakMap<HeaderFile, StaleTipAlarm>();

/**
 * Follows the chain until the signal aborts; a tip that stays stale is reported every six hours.
 * @throws BridgeError, ChainError that only a lying or broken net VM explains.
 */
export async function followChain(
  context: WalletContext,
  chain: ChainClient,
  world: {
    readonly signal: AbortSignal;
    readonly report: (text: string) => void;
    /** Told after every block whose coins are booked. */
    readonly onBlock: () => Promise<void>;
  },
): Promise<void> {
  const { signal, report, onBlock } = world;
  const isStopped = (): boolean => signal.aborted;
  while (!isStopped()) {
    try {
      if (isBooked(context)) {
        const known = context.headers.chain.tip.hash;
        const status = await chain.waitForBlock(known, BLOCK_WAIT_SECONDS);
        if (status.bestBlock === known) {
          const stale = alarmOf(context.headers).due(context.headers.chain, context.now());
          if (stale !== null) report(stale);
          continue;
        }
      }
      await synchronise(context, chain, { signal });
      await onBlock();
    } catch (error) {
      if (error === signal.reason) return;
      if (!isPassing(error)) throw error;
      report(`${error.message}; trying again`);
      await pause(RETRY_SECONDS, signal);
    }
  }
}

/**
 * False while a block whose header is known has coins to book or to take back: a synchronisation that ended between the two left it so,
 * and the next block may be long in coming.
 */
export function isBooked({ store, headers }: Pick<WalletContext, 'store' | 'headers'>): boolean {
  const { chain } = headers;
  if (nextHeight(store) <= chain.height) return false;
  const { scanned } = store.state;
  const shared = scanned === null ? null : chain.sharedHeight(scanned.height, scanned.block);
  return shared === null || shared === scanned?.height;
}

function alarmOf(headers: HeaderFile): StaleTipAlarm {
  const alarm = alarms.get(headers) ?? new StaleTipAlarm();
  alarms.set(headers, alarm);
  return alarm;
}

function isPassing(error: unknown): error is Error {
  return error instanceof PeerFailure || (error instanceof ChainError && PASSING.has(error.code));
}

/** Waits, or returns at once when the signal aborts. */
export function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, seconds * 1000);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
