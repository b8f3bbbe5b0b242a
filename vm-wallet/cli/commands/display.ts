import { chainAlarms } from '../../chain/stale-tip.ts';
import { viewWallet, type ViewBalance, type WalletView } from '../../coins/wallet-view.ts';
import type { WalletContext } from '../../runtime/context.ts';
import type { CommandContext } from '../command-context.ts';
import { displayLines, summaryLines } from '../display-text.ts';
import { lookAtWallet } from '../look.ts';
import { printLines } from '../print-lines.ts';
import type { Invocation } from '../program.ts';

type DisplayInvocation = Extract<Invocation, { command: 'display' }>;

/** Shows mixdepths, branches, addresses and balances, as the reference lays them out (protocol/wallet.md §8). */
export async function display(command: CommandContext, invocation: DisplayInvocation): Promise<void> {
  await lookAtWallet(command, invocation, (wallet) => {
    print(command, wallet, invocation);
  });
}

function print(
  { terminal }: CommandContext,
  { store, keys, headers, now }: WalletContext,
  { mixdepth, all, summary }: DisplayInvocation,
): void {
  const view = viewWallet(store.state, keys, {
    now: now(),
    all,
    ...(mixdepth === undefined ? {} : { mixdepth }),
  });
  printLines(terminal, summary ? summaryLines(view) : displayLines(view));
  if (!terminal.json) return;
  const alarms = chainAlarms(headers.chain, now());
  terminal.data({ height: headers.chain.height, alarms, ...plain(view, summary) });
}

/** The view for programs: balances beside the names that they belong to. */
function plain({ mixdepths, balance }: WalletView, summary: boolean): Record<string, unknown> {
  return {
    mixdepths: mixdepths.map(({ mixdepth, xpub, branches, balance: held }) => ({
      mixdepth,
      ...sums(held),
      ...(summary
        ? {}
        : { xpub, branches: branches.map(({ balance: sum, ...branch }) => ({ ...branch, ...sums(sum) })) }),
    })),
    ...sums(balance),
  };
}

function sums({ total, unfrozen, available, unconfirmed }: ViewBalance): ViewBalance {
  return { total, unfrozen, available, unconfirmed };
}
