import { WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { walletFile } from '../open.ts';
import { passwordFromDescriptor, passwordFromTerminal } from '../password.ts';
import type { Invocation } from '../program.ts';

/** Changes the password of the wallet file. Whatever happens meanwhile, one of the two opens it. */
export async function password(
  { options, passwords, terminal }: CommandContext,
  { newPasswordFd }: Extract<Invocation, { command: 'password' }>,
): Promise<void> {
  const file = walletFile(options);
  const store = await WalletStore.open({ file, password: await passwords.ask('Old password') });
  try {
    // Never from the descriptor of the old one, which would give it again.
    const source =
      newPasswordFd === undefined ? passwordFromTerminal() : passwordFromDescriptor(newPasswordFd);
    const hadMaker = await store.changePassword(await source.ask('New password', { confirm: true }));
    terminal.line(`${file} has the new password.`);
    if (hadMaker) {
      terminal.line('The maker password ended with the old one. Make another: jm-wallet maker-password.');
    }
    terminal.data({ file, makerPasswordEnded: hadMaker });
  } finally {
    store.close();
  }
}
