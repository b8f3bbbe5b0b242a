import { displayKeyPath } from '../../keys/hd-wallet.ts';
import { EXTERNAL, issueAddress } from '../../store/address-book.ts';
import { UsageError } from '../failure.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';

/** Shows a deposit address that was never shown before. It is on disk before it is on the screen. */
export async function address(
  command: CommandContext,
  { mixdepth, label }: Extract<Invocation, { command: 'address' }>,
): Promise<void> {
  await withWallet(command, async ({ store, keys, now }) => {
    if (mixdepth >= store.state.mixdepths) {
      throw new UsageError('usage', `There is no mixdepth ${mixdepth}`, {
        cure: `Give one from 0 to ${store.state.mixdepths - 1}.`,
      });
    }
    const issued = await store.commit((draft) =>
      issueAddress(draft, keys, { mixdepth, branch: EXTERNAL, purpose: 'deposit', label, now: now() }),
    );
    command.terminal.line(issued.address);
    command.terminal.data({
      address: issued.address,
      path: displayKeyPath(issued.path, store.state.network),
    });
  });
}
