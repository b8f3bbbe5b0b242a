import type { Words } from '../backup/backup-keys.ts';
import { entropyOf } from '../keys/mnemonic.ts';
import { passwordFromDescriptor, passwordFromTerminal } from './password.ts';

/** Where a command gets a wallet's words from. The password's file descriptor is never one of them. */
export interface WordsOptions {
  readonly wordsFd?: number;
  readonly extension: boolean;
  readonly extensionFd?: number;
}

/** Asks for words, and for their extension where there is one. @throws MnemonicError, PasswordError */
export async function askWords({ wordsFd, ...options }: WordsOptions): Promise<Words> {
  const words =
    wordsFd === undefined
      ? await passwordFromTerminal().ask('The words, on one line')
      : await passwordFromDescriptor(wordsFd).ask('');
  const entropy = entropyOf(words);
  return { entropy, extension: await askExtension(options) };
}

/** Asks for the extension of words where there is one, normalised as BIP39 wants it; `confirm` asks twice on a terminal. */
export async function askExtension(
  { extension, extensionFd }: Omit<WordsOptions, 'wordsFd'>,
  options: { readonly confirm?: boolean } = {},
): Promise<string> {
  const text =
    extensionFd !== undefined
      ? await passwordFromDescriptor(extensionFd).ask('')
      : extension
        ? await passwordFromTerminal().ask('Mnemonic extension', options)
        : '';
  return text.normalize('NFKD');
}
