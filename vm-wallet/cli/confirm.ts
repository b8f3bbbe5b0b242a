import { momentOf, type WalletContext } from '../runtime/context.ts';
import { allowanceFor } from '../rules/spending/allowances.ts';
import { outflowOf, usageOf } from '../rules/spending/usage.ts';
import type { SigningAct } from '../rules/signing-act.ts';
import { askLines } from './ask-lines.ts';
import { askInWindow, hasDisplay, notifyOfQuestion, type Answer } from './approval/dialog.ts';
import { DeclinedError } from './failure.ts';

/** A question about money that leaves the wallet. */
export interface Spending {
  readonly wallet: Pick<WalletContext, 'config' | 'store' | 'approvals' | 'now' | 'headers'>;
  /** Sats that leave, fees and all; null for what no allowance stands for. */
  readonly outflow: bigint | null;
  /** Amount, destination and fees, for a window, which shows nothing else. */
  readonly summary: readonly string[];
}

/** The question about an act that the rules permit. */
export function spendingOf(
  wallet: Spending['wallet'],
  act: SigningAct,
  summary: readonly string[],
): Spending {
  return { wallet, outflow: outflowOf(usageOf(act)), summary };
}

/**
 * Asks a yes/no question, on the terminal unless `[APPROVAL]` says otherwise.
 * @param options.yes True when the user passed `--yes`: nothing is asked.
 * @param options.spending What is spent; nothing is asked while an allowance has room for it, and the audit log learns who agreed.
 * @param options.signal Ends a question on the terminal, as ctrl-C does.
 * @throws DeclinedError on anything but yes, and when there is nobody to ask.
 */
export async function confirm(
  question: string,
  {
    yes,
    spending,
    signal,
  }: { readonly yes: boolean; readonly spending?: Spending; readonly signal?: AbortSignal },
): Promise<void> {
  if (spending === undefined) {
    if (!yes) judge(await askOnTerminal(question, signal), 'terminal');
    return;
  }
  const { wallet, outflow, summary } = spending;
  const { approvals, store, config } = wallet;
  if (yes) {
    approvals.note('yes');
    return;
  }
  if (outflow !== null && allowanceFor(store.state.allowances, momentOf(wallet), outflow) >= 0) {
    process.stderr.write(`Not asked: an allowance has room for ${outflow} sat.\n`);
    approvals.note('allowance');
    return;
  }
  const { method } = config.approval;
  judge(await askBy(method, question, { summary, signal }), method);
  approvals.note('user');
}

async function askBy(
  method: WalletContext['config']['approval']['method'],
  question: string,
  { summary, signal }: { readonly summary: readonly string[]; readonly signal: AbortSignal | undefined },
): Promise<Answer> {
  const inWindow = method !== 'terminal' && hasDisplay() && (method === 'dialog' || !process.stdin.isTTY);
  if (inWindow) return askInWindow([...summary, question]);
  if (method === 'dialog') return 'nobody-asked';
  if (process.stdin.isTTY && hasDisplay()) void notifyOfQuestion();
  return askOnTerminal(question, signal);
}

async function askOnTerminal(question: string, signal?: AbortSignal): Promise<Answer> {
  if (!process.stdin.isTTY) return 'nobody-asked';
  const answer = await askLines((ask) => ask(`${question} [y/N] `), { signal });
  return /^y(es)?$/iu.test(answer.trim()) ? 'yes' : 'no';
}

function judge(answer: Answer, method: 'terminal' | 'dialog' | 'both'): void {
  if (answer === 'no') throw new DeclinedError('declined', 'You said no; nothing was done');
  if (answer === 'yes') return;
  const where = { terminal: 'no terminal', dialog: 'no window', both: 'neither a terminal nor a window' }[
    method
  ];
  throw new DeclinedError('declined', `There is ${where} to confirm this on`, {
    cure:
      method === 'terminal'
        ? 'Run the command in a terminal, or pass --yes.'
        : 'Run the command in a terminal with zenity or kdialog installed, or pass --yes.',
  });
}
