import type { Command } from 'commander';
import type { Perform } from './arguments.ts';

export interface SignMessageInvocation {
  readonly command: 'sign-message';
  /** A path or an address of this wallet. */
  readonly key: string;
  readonly message: string;
}

export interface VerifyMessageInvocation {
  readonly command: 'verify-message';
  readonly address: string;
  readonly signature: string;
  readonly message: string;
}

/** `sign-message` and `verify-message`. */
export function defineMessage(
  program: Command,
  perform: Perform<SignMessageInvocation | VerifyMessageInvocation>,
): void {
  program
    .command('sign-message')
    .description('prove that an address is yours: sign a text with its key')
    .argument('<key>', "an address of this wallet, or its path, such as m/84'/0'/0'/0/3 or 0/0/3")
    .argument('<message>', 'the text')
    .action((key: string, message: string) => perform({ command: 'sign-message', key, message }));

  program
    .command('verify-message')
    .description("check somebody's signature over a text; needs no wallet")
    .argument('<address>', 'an address that belongs to one key: it begins with 1, 3 or bc1q')
    .argument('<signature>', 'base64')
    .argument('<message>', 'the text')
    .action((address: string, signature: string, message: string) =>
      perform({ command: 'verify-message', address, signature, message }),
    );
}
