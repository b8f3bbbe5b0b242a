import { hashAt } from '../../chain/scan-position.ts';
import { undoAbove } from '../../chain/ledger.ts';
import { balanceOf, unspentCoins } from '../../coins/wallet-coins.ts';
import type { WalletContext } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { confirmDescriptors } from '../descriptor-cost.ts';
import { DeclinedError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { withChain } from '../sync.ts';
import { amountText } from '../terminal.ts';

type RescanInvocation = Extract<Invocation, { command: 'rescan' }>;

/** Looks through the chain again, with another backend when one is named. */
export async function rescan(command: CommandContext, invocation: RescanInvocation): Promise<void> {
  const { terminal, options } = command;
  const interrupt = interruptSignal();
  await withWallet(command, async (wallet) => {
    const { backend: before } = wallet.store.state;
    const backend = invocation.backend ?? before;
    if (backend === 'descriptors' && before === 'filters') await confirmDescriptors(terminal, options);
    if (backend === 'filters' && before === 'descriptors') {
      terminal.note(
        'The node still knows every address of this wallet. For privacy from it, move the coins to a new one.',
      );
    }
    await startOver(wallet, backend, invocation.from);
    const show = (): Promise<void> => {
      const { state } = wallet.store;
      const coins = unspentCoins(state);
      const { total } = balanceOf(coins);
      terminal.line(`${coins.length} coins, ${amountText(total)}, up to block ${state.scanned?.height ?? 0}`);
      terminal.data({ backend, height: state.scanned?.height ?? null, coins: coins.length, total });
      return Promise.resolve();
    };
    await withChain(wallet, terminal, show, interrupt).catch((error: unknown) => {
      if (!interrupt.aborted || error !== interrupt.reason) throw error;
      const { scanned } = wallet.store.state;
      throw new DeclinedError('interrupted', `Stopped at block ${scanned?.height ?? 0}`, {
        cure: 'Any command that looks at the chain goes on from there, "jm-wallet display" for example.',
      });
    });
  });
}

/**
 * Takes the scan back to a height, or to the birth of the wallet, and remembers who looks from now on. Never forwards: no block is
 * left out. @throws ChainError when the headers of this wallet do not reach there.
 */
async function startOver(
  { store, headers }: Pick<WalletContext, 'store' | 'headers'>,
  backend: 'filters' | 'descriptors',
  from: number | undefined,
): Promise<void> {
  const { scanned, birthday } = store.state;
  const first = Math.max(1, from ?? birthday ?? 1);
  const last = scanned === null ? null : Math.min(first - 1, scanned.height);
  const block = last === null ? null : hashAt(headers.chain, last);
  await store.commit((draft) => {
    draft.backend = backend;
    if (from !== undefined && (draft.birthday === null || first < draft.birthday)) draft.birthday = first;
    if (last === null || block === null) return;
    undoAbove(draft, last);
    draft.scanned = { height: last, block };
  });
}
