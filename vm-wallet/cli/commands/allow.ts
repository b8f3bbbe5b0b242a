import { momentOf, type WalletContext } from '../../runtime/context.ts';
import { isOpen } from '../../rules/spending/allowances.ts';
import type { Allowance } from '../../store/state.ts';
import { parseAmount } from '../amount.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import type { AllowInvocation } from '../invocation/rules.ts';
import { withWallet } from '../open.ts';
import { amountText, table, type Terminal } from '../terminal.ts';

/** Gives leave to spend without asking, shows it, or takes it back. */
export async function allow(command: CommandContext, invocation: AllowInvocation): Promise<void> {
  const { terminal } = command;
  const wished = wishOf(invocation);
  await withWallet(command, async (wallet) => {
    const { store } = wallet;
    if (invocation.end) {
      await store.commit((draft) => {
        draft.allowances = [];
      });
      terminal.line('Every payment asks again.');
    } else if (wished !== null) {
      const { now } = wallet;
      const moment = momentOf(wallet);
      await store.commit((draft) => {
        draft.allowances = draft.allowances.filter((allowance) => isOpen(allowance, moment));
        const upTo = wished.upTo.toString();
        draft.allowances.push({ from: now(), until: now() + wished.seconds, upTo, spent: '0' });
      });
    }
    show(terminal, wallet);
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
