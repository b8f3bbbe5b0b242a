import { outpointKey, type Outpoint } from '../../../shared/bitcoin/outpoint.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { isLeased } from '../../store/leases.ts';
import { markFrozen, unspentOutpoints } from '../../store/marks.ts';
import type { ReadonlyState } from '../../store/wallet-store.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import { checkMixdepth } from '../mixdepth.ts';
import { withWallet } from '../open.ts';
import { printLines } from '../print-lines.ts';
import type { Invocation } from '../program.ts';
import { warn } from '../warn.ts';

type FreezeInvocation = Extract<Invocation, { command: 'freeze' | 'unfreeze' }>;

/** Freezes coins, so that nothing spends or offers them, or unfreezes them; all or none. */
export async function freeze(command: CommandContext, invocation: FreezeInvocation): Promise<void> {
  const { terminal } = command;
  const frozen = invocation.command === 'freeze';
  await withWallet(command, async ({ store, now }: WalletContext) => {
    const coins = chosenCoins(store.state, invocation);
    const changed = await store.commit((draft) => markFrozen(draft, coins, frozen));
    for (const coin of changed.filter((one) => frozen && isLeased(store.state, one, now()))) {
      warn(terminal, `a round holds ${outpointKey(coin)}, and may still spend it`);
    }
    const [did, keys] = [frozen ? 'frozen' : 'unfrozen', changed.map(outpointKey)];
    printLines(terminal, [
      ...keys.map((key) => `${did}: ${key}`),
      `${keys.length} of ${coins.length} coins ${did}.`,
    ]);
    terminal.data({ [did]: keys });
  });
}

function chosenCoins(state: ReadonlyState, { coins, all, mixdepth }: FreezeInvocation): readonly Outpoint[] {
  checkMixdepth(state, mixdepth);
  if (all && coins.length === 0) return unspentOutpoints(state, mixdepth);
  if (!all && coins.length > 0 && mixdepth === undefined) return coins;
  throw new UsageError('usage', 'Which coins?', {
    cure: 'Give them as txid:vout, or --all, or --all with --mixdepth.',
  });
}
