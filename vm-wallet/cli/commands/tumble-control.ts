import { leaveWish, type TumbleWish } from '../../runtime/tumble-wish.ts';
import { LockError } from '../../store/lock.ts';
import { cancel, pause } from '../../tumbler/progress.ts';
import type { CommandContext } from '../command-context.ts';
import type { TumbleStopInvocation } from '../invocation/tumble.ts';
import { walletFile, withWallet } from '../open.ts';
import { planOf } from './tumble-run.ts';

/** Pauses or cancels the plan; when another process runs it, that one is asked to. */
export async function tumbleStop(command: CommandContext, invocation: TumbleStopInvocation): Promise<void> {
  const wish: TumbleWish = invocation.command === 'tumble cancel' ? 'cancel' : 'pause';
  const { terminal } = command;
  try {
    await withWallet(command, async (wallet) => {
      planOf(wallet);
      await wallet.store.commit((draft) => {
        if (draft.tumble === null) return;
        if (wish === 'cancel') cancel(draft.tumble);
        else pause(draft.tumble, null);
      });
      const status = wallet.store.state.tumble?.status;
      terminal.line(`The plan is ${status ?? 'gone'}.`);
      terminal.data({ status });
    });
  } catch (error) {
    if (!(error instanceof LockError) || error.code !== 'lock-held') throw error;
    leaveWish(walletFile(command.options), wish);
    terminal.line(
      `Asked the process that uses the wallet to ${wish} the plan; it does so between two steps.`,
    );
    terminal.data({ status: 'asked', wish });
  }
}
