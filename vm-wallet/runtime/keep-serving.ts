import { BridgeError, PeerFailure } from '../../shared/bridge/bridge-error.ts';
import type { Random } from '../../shared/crypto/random.ts';
import { pause } from './follow-chain.ts';

const FIRST_PAUSE_SECONDS = 1;
const LONGEST_PAUSE_SECONDS = 60;
/** What can pass by itself. Anything else (a mismatch, a violation, our own disk) needs a person. */
const PASSING: ReadonlySet<string> = new Set([
  'call-died',
  'call-closed',
  'request-timeout',
  'hello-timeout',
  'daemon-down',
]);

/**
 * Calls the net VM again whenever the call ends, with growing, jittered pauses. The first call must work: at the start a person is
 * there to read what is wrong.
 * @param serve One call; tells `onUp` once it works.
 * @throws what `serve` throws at first, and later what does not pass by itself.
 */
export async function keepServing(
  serve: (onUp: () => void) => Promise<void>,
  world: {
    readonly signal: AbortSignal;
    readonly random: Random;
    readonly report: (text: string) => void;
    readonly pause?: (seconds: number, signal: AbortSignal) => Promise<void>;
  },
): Promise<void> {
  const { signal, random, report } = world;
  const wait = world.pause ?? pause;
  const call = { everUp: false, pause: FIRST_PAUSE_SECONDS };
  const isStopped = (): boolean => signal.aborted;
  const onUp = (): void => {
    call.everUp = true;
    call.pause = FIRST_PAUSE_SECONDS;
  };
  while (!isStopped()) {
    try {
      await serve(onUp);
      return;
    } catch (error) {
      if (isStopped()) return;
      if (!call.everUp || !isPassing(error)) throw error;
      const seconds = Math.min(call.pause * (0.5 + random.unit()), LONGEST_PAUSE_SECONDS);
      report(`${error.message}; calling again in ${Math.ceil(seconds)} s`);
      await wait(seconds, signal);
      call.pause = Math.min(call.pause * 2, LONGEST_PAUSE_SECONDS);
    }
  }
}

function isPassing(error: unknown): error is Error {
  return error instanceof PeerFailure || (error instanceof BridgeError && PASSING.has(error.code));
}
