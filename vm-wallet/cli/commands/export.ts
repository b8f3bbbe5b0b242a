import { LOOKAHEAD } from '../../chain/watch-list.ts';
import { walletDescriptors } from '../../import/wallet-descriptors.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import type { ExportInvocation } from '../invocation/exchange.ts';
import { withWallet } from '../open.ts';
import { warn } from '../warn.ts';

/** Prints public descriptors. */
export async function exportWallet(
  command: CommandContext,
  { descriptors }: ExportInvocation,
): Promise<void> {
  const { terminal } = command;
  if (!descriptors) {
    throw new UsageError('usage', 'Say what to export', { cure: 'Add --descriptors.' });
  }
  await withWallet(command, ({ store, keys, config }) => {
    const found = walletDescriptors(store.state, keys, Math.max(LOOKAHEAD, config.policy.gapLimit));
    warn(
      terminal,
      `whoever gets these can spend nothing, but sees every address and coin of this wallet, past and future.`,
    );
    for (const { descriptor } of found) terminal.line(descriptor);
    terminal.data(found);
    return Promise.resolve();
  });
}
