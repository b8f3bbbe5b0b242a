import { LOOKAHEAD } from '../../chain/watch-list.ts';
import { displayKeyPath } from '../../keys/hd-wallet.ts';
import { signUserText } from '../../rules/user-text.ts';
import { ownKeyPath } from '../../spend/own-key-path.ts';
import type { CommandContext } from '../command-context.ts';
import type { SignMessageInvocation } from '../invocation/message.ts';
import { withWallet } from '../open.ts';

/** Signs a text with the key of an address. */
export async function signMessage(
  command: CommandContext,
  { key, message }: SignMessageInvocation,
): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async (wallet) => {
    const { store, keys, config } = wallet;
    const lookahead = Math.max(LOOKAHEAD, config.policy.gapLimit);
    const path = ownKeyPath(store.state, keys, key, lookahead);
    const signature = await signUserText(wallet, path, message);
    const address = keys.addressAt(path);
    terminal.line(`Signature: ${signature}`);
    terminal.line(`Message: ${message}`);
    terminal.line(`Address: ${address}`);
    terminal.data({
      address,
      path: displayKeyPath(path, store.state.network, keys.family),
      message,
      signature,
    });
  });
}
