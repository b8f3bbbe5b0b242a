import { momentOf, spendingAuthority, type WalletContext } from '../../runtime/context.ts';
import { isOpen } from '../../rules/spending/allowances.ts';
import type { Allowance } from '../../store/state.ts';
import { parseAmount } from '../amount.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import type { AllowInvocation } from '../invocation/rules.ts';
import { withWallet } from '../open.ts';
import { table } from '../table.ts';
import { amountText, type Terminal } from '../terminal.ts';

/** Gives leave to spend without asking, shows it, or takes it back. */
export async function allow(command: CommandContext, invocation: AllowInvocation): Promise<void> {
  const { terminal } = command;
  const wished = wishOf(invocation);
  await withWallet(command, async (wallet) => {
    if (invocation.end) {
      await endAll(wallet);
      terminal.line('Every payment asks again.');
    } else if (wished !== null) {
      const { now } = wallet;
      const moment = momentOf(wallet);
      const upTo = wished.upTo.toString();
      const until = now() + wished.seconds;
      await spendingAuthority(wallet).change({ outcome: 'allowance', upTo, until }, (draft) => {
        draft.allowances = draft.allowances.filter((allowance) => isOpen(allowance, moment));
        draft.allowances.push({ from: now(), until, upTo, spent: '0' });
      });
    }
    show(terminal, wallet);
  });
}

async function endAll(wallet: WalletContext): Promise<void> {
  const count = wallet.store.state.allowances.length;
  if (count === 0) return;
  await spendingAuthority(wallet).change({ outcome: 'allowances-ended', count }, (draft) => {
    draft.allowances = [];
  });
}

/** What is to be allowed; null to look or to end. @throws UsageError, AmountTextError */
function wishOf({
  for: seconds,
  upTo,
  list,
  end,
}: AllowInvocation): { readonly seconds: number; readonly upTo: bigint } | null {
  if (list || end) return null;
  if (seconds === undefined || upTo === undefined) {
    throw new UsageError('usage', 'An allowance has a time and a sum', {
      cure: 'Run for example: jm-wallet allow --for 2h --up-to 0.1btc',
    });
  }
  const sum = parseAmount(upTo);
  if (sum === 0n) throw new UsageError('usage', 'An allowance of 0 allows nothing', { cure: 'Use --end.' });
  return { seconds, upTo: sum };
}

function show(terminal: Terminal, wallet: WalletContext): void {
  const moment = momentOf(wallet);
  const open = wallet.store.state.allowances.filter((allowance) => isOpen(allowance, moment));
  if (open.length === 0) terminal.line('Nothing is allowed without asking.');
  else {
    const rows = open.map(({ until, upTo, spent }: Readonly<Allowance>) => [
      `${new Date(until * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
      amountText(BigInt(spent)),
      amountText(BigInt(upTo)),
    ]);
    for (const line of table([['without asking until', 'spent', 'of'], ...rows], [1, 2])) terminal.line(line);
  }
  terminal.data({
    allowances: open.map(({ from, until, upTo, spent }) => ({
      from,
      until,
      upTo: BigInt(upTo),
      spent: BigInt(spent),
    })),
  });
}
