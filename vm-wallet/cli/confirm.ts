import { createInterface } from 'node:readline/promises';
import { DeclinedError } from './failure.ts';

/**
 * Asks a yes/no question on the terminal.
 * @param options.yes True when the user passed `--yes`: nothing is asked.
 * @throws DeclinedError on anything but yes, and when there is no terminal to ask on.
 */
export async function confirm(question: string, options: { readonly yes: boolean }): Promise<void> {
  if (options.yes) return;
  if (!process.stdin.isTTY) {
    throw new DeclinedError('declined', 'There is no terminal to confirm this on', {
      cure: 'Run the command in a terminal, or pass --yes.',
    });
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} [y/N] `);
    if (!/^y(es)?$/iu.test(answer.trim()))
      throw new DeclinedError('declined', 'You said no; nothing was done');
  } finally {
    lines.close();
  }
}
