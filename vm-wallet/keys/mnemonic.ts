import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { pbkdf2Sync } from 'node:crypto';
import type { Random } from '../../shared/crypto/random.ts';
import { JmError } from '../../shared/errors.ts';

/** Words that are no BIP39 mnemonic. The message never repeats more than one wrong word. */
export class MnemonicError extends JmError<
  'mnemonic-bad-length' | 'mnemonic-unknown-word' | 'mnemonic-bad-checksum'
> {}

const LENGTHS = [12, 15, 18, 21, 24];
const BYTES_PER_WORD = 4 / 3;

/** Fresh entropy for a mnemonic of 12, 15, 18, 21 or 24 words. */
export function createEntropy(words: number, random: Random): Uint8Array {
  if (!LENGTHS.includes(words)) throw badLength(words);
  return random.bytes(words * BYTES_PER_WORD);
}

/** The words of entropy (BIP39, English). */
export function wordsOf(entropy: Uint8Array): string {
  return entropyToMnemonic(entropy, wordlist);
}

/**
 * The entropy of words. Case and white space do not matter.
 * @throws MnemonicError that says which word is unknown, or that the checksum is wrong.
 */
export function entropyOf(words: string): Uint8Array {
  const list = words
    .normalize('NFKD')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (!LENGTHS.includes(list.length)) throw badLength(list.length);
  const position = list.findIndex((word) => !wordlist.includes(word));
  if (position !== -1) {
    throw new MnemonicError('mnemonic-unknown-word', `Word ${position + 1} is not in the English word list`, {
      cure: 'Compare it with your note; the first four letters of a word are enough to tell it.',
    });
  }
  try {
    return mnemonicToEntropy(list.join(' '), wordlist);
  } catch (cause) {
    throw new MnemonicError('mnemonic-bad-checksum', 'All words exist, but their checksum is wrong', {
      cure: 'Look for a word that is in the wrong place or mistaken for a similar one.',
      cause,
    });
  }
}

const SEED_ROUNDS = 2048;
const SEED_BYTES = 64;

/**
 * The BIP32 seed. The extension is normalised (NFKD) as BIP39 demands. By OpenSSL: every command waits for it, and in JavaScript it
 * takes 60 ms.
 */
export function seedOf(entropy: Uint8Array, extension: string): Uint8Array {
  const salt = `mnemonic${extension}`.normalize('NFKD');
  const seed = pbkdf2Sync(wordsOf(entropy), salt, SEED_ROUNDS, SEED_BYTES, 'sha512');
  return new Uint8Array(seed.buffer, seed.byteOffset, seed.length);
}

function badLength(length: number): MnemonicError {
  return new MnemonicError(
    'mnemonic-bad-length',
    `A mnemonic has ${LENGTHS.join(', ')} words, not ${length}`,
  );
}
