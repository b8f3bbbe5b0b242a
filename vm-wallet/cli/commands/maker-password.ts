import { WalletStore } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import { guardFiles } from '../guard-process.ts';
import type { MakerPasswordInvocation } from '../invocation/maker-password.ts';
import { walletFile } from '../open.ts';
import { passwordFromDescriptor, passwordFromTerminal } from '../password.ts';
import { requireNative } from '../require-native.ts';

/** Makes the maker password, makes another one, or takes it away. @throws StoreError, NestedWalletError */
export async function makerPassword(
  command: CommandContext,
  { makerPasswordFd, remove }: MakerPasswordInvocation,
): Promise<void> {
  const { options, passwords, terminal } = command;
  if (remove && makerPasswordFd !== undefined) {
    throw new UsageError('usage', '--remove needs no maker password', { cure: 'Leave one of the two out.' });
  }
  guardFiles(options.datadir);
  const file = walletFile(options);
  const store = await WalletStore.open({ file, password: await passwords.ask('Wallet password') });
  try {
    if (remove) {
      takeAway(command, store);
      return;
    }
    requireNative(store.state);
    // Never from the descriptor of the owner's, which would give it again.
    const source =
      makerPasswordFd === undefined ? passwordFromTerminal() : passwordFromDescriptor(makerPasswordFd);
    await store.allowMaker(await source.ask('Maker password', { confirm: true }));
  } finally {
    store.close();
  }
  terminal.line(`The maker password opens ${file} for "maker", and for looking. It sends nothing.`);
  terminal.data({ file, makerPassword: true });
}

function takeAway({ terminal }: CommandContext, store: WalletStore): void {
  const removed = store.removeMaker();
  terminal.line(removed ? 'There is no maker password any more.' : 'There was no maker password.');
  terminal.data({ file: store.file, makerPassword: false, removed });
}
