import type { Terminal } from './terminal.ts';

const WORD = 'warning:';

/** Warns on stderr; what does not fit on the first line stands below it. */
export function warn(
  terminal: Pick<Terminal, 'note' | 'paint'>,
  first: string,
  ...rest: readonly string[]
): void {
  terminal.note(`${terminal.paint('yellow', WORD)} ${first}`);
  for (const line of rest) terminal.note(`${' '.repeat(WORD.length)} ${line}`);
}
