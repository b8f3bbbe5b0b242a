import type { WalletContext } from '../runtime/context.ts';
import type { CommandContext } from './command-context.ts';
import { checkMixdepth } from './mixdepth.ts';
import { withWallet } from './open.ts';
import { withChain } from './sync.ts';

/**
 * Shows something of the wallet, which is brought up to date before unless it is to be looked at as it lies there.
 * @throws UsageError for a mixdepth that is not there
 */
export async function lookAtWallet(
  command: CommandContext,
  { offline, mixdepth }: { readonly offline: boolean; readonly mixdepth?: number },
  show: (wallet: WalletContext) => void,
): Promise<void> {
  await withWallet(command, async (wallet) => {
    checkMixdepth(wallet.store.state, mixdepth);
    const look = (): Promise<void> => {
      show(wallet);
      return Promise.resolve();
    };
    if (offline) await look();
    else await withChain(wallet, command.terminal, look);
  });
}
