import type { Opener } from '../store/open-wallet.ts';
import { passwordFromDescriptor, passwordFromTerminal, type PasswordSource } from './password.ts';
import type { GlobalOptions } from './program.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets. */
export interface CommandContext {
  readonly options: GlobalOptions;
  readonly terminal: Terminal;
  readonly passwords: PasswordSource;
  readonly version: string;
  /** Whose password may open the wallet; the owner's alone when left out. */
  readonly opener?: Opener;
}

/** Where passwords come from, by the options. */
export function passwordSource(options: GlobalOptions): PasswordSource {
  return options.passwordFd === undefined
    ? passwordFromTerminal()
    : passwordFromDescriptor(options.passwordFd);
}
