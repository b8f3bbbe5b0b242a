import { createInterface } from 'node:readline/promises';
import { visible } from '../../shared/visible-text.ts';
import { DeclinedError } from './failure.ts';

/** A keyboard and a screen; results go elsewhere. */
interface Desk {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks questions that are answered with a line, and gives the keyboard back behind the last one. The screen is stderr, so that pipes stay
 * clean.
 * @param signal Ends the question that stands, as ctrl-C and ctrl-D do.
 * @throws DeclinedError when there is no answer
 */
export async function askLines<Result>(
  converse: (ask: (question: string) => Promise<string>) => Promise<Result>,
  {
    signal,
    desk: { input, output } = { input: process.stdin, output: process.stderr },
  }: { readonly signal?: AbortSignal | undefined; readonly desk?: Desk } = {},
): Promise<Result> {
  const lines = createInterface({ input, output });
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
  };
  // ctrl-C, ctrl-D and the end of the terminal close readline, which does not settle its question then.
  lines.on('close', leave);
  signal?.addEventListener('abort', leave);
  try {
    if (signal?.aborted === true || !input.readable) leave();
    return await converse((question) =>
      lines.question(visible(question), { signal: gone.signal }).catch((error: unknown) => {
        if (!gone.signal.aborted) throw error;
        throw new DeclinedError('interrupted', 'Stopped at the question; it was not answered');
      }),
    );
  } finally {
    signal?.removeEventListener('abort', leave);
    lines.close();
  }
}
