import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { JmError } from '../../shared/errors.ts';
import { OLD_WORDS } from './old-words.ts';

/** Words that the oldest JoinMarket never made. */
export class OldMnemonicError extends JmError<'old-mnemonic-malformed'> {}

const BASE = OLD_WORDS.length;
const DIGITS = 8;

/** Three words for each eight hex digits (protocol/wallet.md §1.1). */
export function oldWordsOf(entropy: Uint8Array): string[] {
  const hex = toHex(entropy);
  const words: string[] = [];
  for (let at = 0; at < hex.length; at += DIGITS) {
    const value = Number.parseInt(hex.slice(at, at + DIGITS), 16);
    const first = value % BASE;
    const second = (Math.floor(value / BASE) + first) % BASE;
    const third = (Math.floor(value / BASE / BASE) + second) % BASE;
    words.push(...[first, second, third].map((index) => OLD_WORDS[index] ?? ''));
  }
  return words;
}

/** The entropy of such words. @throws OldMnemonicError */
export function oldEntropyOf(words: readonly string[]): Uint8Array {
  if (words.length === 0 || words.length % 3 !== 0) throw malformed();
  let hex = '';
  for (let at = 0; at < words.length; at += 3) {
    const [first = -1, second = -1, third = -1] = words
      .slice(at, at + 3)
      .map((word) => OLD_WORDS.indexOf(word));
    if (first < 0 || second < 0 || third < 0) throw malformed();
    const wrap = (difference: number): number => (difference + BASE) % BASE;
    const value = first + BASE * wrap(second - first) + BASE * BASE * wrap(third - second);
    if (value > 0xffff_ffff) throw malformed();
    hex += value.toString(16).padStart(DIGITS, '0');
  }
  return fromHex(hex);
}

function malformed(): OldMnemonicError {
  return new OldMnemonicError(
    'old-mnemonic-malformed',
    'These are not the words of an old JoinMarket wallet',
    {
      cure: 'Compare them with your note.',
    },
  );
}
