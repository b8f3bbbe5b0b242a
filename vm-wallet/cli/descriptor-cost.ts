import { confirm } from './confirm.ts';
import type { Terminal } from './terminal.ts';
import { warn } from './warn.ts';

/** What it costs to let the node look for coins. */
export const DESCRIPTOR_COST = [
  'The net VM and its node will know every address of this wallet, past and future. Whoever controls them can follow all its',
  'coins and tie its CoinJoins together, and this can never be taken back. They still can neither spend nor make up a payment.',
  'Filters tell them nothing of this; they only take longer.',
] as const;

/** Says what descriptors cost, and asks. With `--yes` it only says. @throws DeclinedError */
export async function confirmDescriptors(
  terminal: Terminal,
  options: { readonly yes: boolean },
): Promise<void> {
  warn(terminal, ...DESCRIPTOR_COST);
  await confirm('Show them all addresses of this wallet?', options);
}
