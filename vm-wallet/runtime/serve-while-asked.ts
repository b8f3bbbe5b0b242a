import type { StateStore } from '../store/wallet-store.ts';

/** A maker that nobody asked for so much of its time stops: it would only be seen. */
const IDLE_SHARE = 0.25;
const LEAST_IDLE_SECONDS = 3600;
const LOOK_SECONDS = 60;

/**
 * Serves as a maker for a time, or until nobody has asked for a quarter of it (an hour at least).
 * @param serve Serves until its signal aborts.
 */
export async function serveWhileAsked(
  world: {
    readonly store: Pick<StateStore, 'state'>;
    readonly now: () => number;
    readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
  },
  seconds: number,
  signal: AbortSignal,
  serve: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { store, now, pause } = world;
  const began = now();
  const idleSeconds = Math.max(LEAST_IDLE_SECONDS, seconds * IDLE_SHARE);
  const over = new AbortController();
  const end = (): void => {
    over.abort();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  const isOver = (): boolean => over.signal.aborted;
  const lastAsked = (): number =>
    Object.values(store.state.rounds).reduce(
      (last, { role, startedAt }) => (role === 'maker' ? Math.max(last, startedAt) : last),
      began,
    );
  const watch = async (): Promise<void> => {
    while (!isOver()) {
      const until = Math.min(began + seconds, lastAsked() + idleSeconds);
      if (now() >= until) end();
      else await pause(Math.min(LOOK_SECONDS, until - now()), over.signal);
    }
  };
  try {
    await Promise.all([serve(over.signal).finally(end), watch()]);
  } finally {
    end();
    signal.removeEventListener('abort', end);
  }
}
