import type { Random } from '../../shared/crypto/random.ts';
import { shuffled } from '../../shared/crypto/random.ts';
import { askLines } from './ask-lines.ts';
import type { Terminal } from './terminal.ts';

const QUESTIONS = 3;

/** Positions of words to ask for, counted from 1, in their order. */
export function positionsToAsk(words: number, random: Random): number[] {
  const all = Array.from({ length: words }, (_unused, index) => index + 1);
  return shuffled(all, random)
    .slice(0, QUESTIONS)
    .sort((one, other) => one - other);
}

/** Asks on the terminal for some of the words that were just shown, until they are right. Does nothing without a terminal. */
export async function askedBack(
  terminal: Pick<Terminal, 'note'>,
  words: readonly string[],
  random: Random,
): Promise<void> {
  if (!process.stdin.isTTY) return;
  await askLines(async (ask) => {
    for (const position of positionsToAsk(words.length, random)) {
      for (let said = ''; said !== words[position - 1];) {
        said = (await ask(`To be sure that you have them, word ${position}: `)).trim().toLowerCase();
        if (said !== words[position - 1]) terminal.note('That is not the word. Look at the list above.');
      }
    }
  });
}
