import { existsSync } from 'node:fs';
import { readWallet } from '../../store/open-wallet.ts';
import { StoreError } from '../../store/wallet-store.ts';
import { expectedCostOf } from '../../runtime/tumble-cost.ts';
import { isOver } from '../../tumbler/progress.ts';
import { TumblerError } from '../../tumbler/tumbler-error.ts';
import type { CommandContext } from '../command-context.ts';
import { expectedCostRows } from '../expected-cost-text.ts';
import { readConfig, walletFile } from '../open.ts';
import { planRows, statusRows, tumbleData } from '../tumble-text.ts';

/** Shows where the plan stands, also while it runs. */
export async function tumbleStatus(command: CommandContext): Promise<void> {
  const { terminal, options, passwords } = command;
  const blocks = readConfig(command).policy.takerUtxoAge;
  const file = walletFile(options);
  if (!existsSync(file)) {
    throw new StoreError('wallet-missing', `There is no wallet at ${file}`, {
      cure: 'Check --datadir and --wallet.',
    });
  }
  const { state } = await readWallet(file, await passwords.ask('Wallet password'), 'owner');
  const { tumble } = state;
  if (tumble === null) {
    throw new TumblerError('tumble-no-plan', 'There is no plan', {
      cure: 'Make one: "jm-wallet tumble plan ADDRESS ADDRESS ADDRESS".',
    });
  }
  for (const row of statusRows(tumble, Math.floor(Date.now() / 1000))) terminal.line(row);
  const expected = expectedCostOf(tumble, state);
  if (!isOver(tumble)) {
    const [first = '', ...rest] = expectedCostRows(expected);
    for (const row of [`what is left is ${first}`, ...rest]) terminal.line(row);
  }
  terminal.line();
  for (const row of planRows(tumble)) terminal.line(row);
  terminal.data({ ...Object(tumbleData(tumble, blocks)), expectedCost: isOver(tumble) ? null : expected });
}
