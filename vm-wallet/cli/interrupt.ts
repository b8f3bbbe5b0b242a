/** What a shell shows for a process that a signal ended: 128 and the signal's number. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Aborts at the first ctrl-C or TERM, so that work can end cleanly; the second one ends the process. The listeners stay: execa ends
 * a process on a signal that nobody else listens for.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(ENDED_BY[signal]);
      controller.abort();
    });
  }
  return controller.signal;
}
