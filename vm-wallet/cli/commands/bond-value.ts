import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { bondsInMarket } from '../../bonds/live-order-book.ts';
import { pickChance } from '../../bonds/pick-chance.ts';
import { locktimeOfMonth } from '../../bonds/record-bond.ts';
import { valueOverTime, type ValueAt } from '../../bonds/value-over-time.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { callMessages } from '../../runtime/net-vm.ts';
import { parseAmount } from '../amount.ts';
import { bondDate, valueText } from '../bond-text.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import { interruptSignal } from '../interrupt.ts';
import type { BondValueInvocation } from '../invocation/bond.ts';
import { readConfig, withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import { table } from '../table.ts';
import { amountText, type Terminal } from '../terminal.ts';

/** Reckons what a bond would weigh, and with `--orderbook` how often it would be picked. */
export async function bondValueCommand(
  command: CommandContext,
  invocation: BondValueInvocation,
): Promise<void> {
  const { terminal } = command;
  const value = parseAmount(invocation.amount);
  if (value === 0n)
    throw new UsageError('usage', 'A bond of nothing has no value', { cure: 'Give an amount.' });
  const { policy } = readConfig(command);
  const now = Math.floor(Date.now() / 1000);
  const interestRate = invocation.interest ?? policy.interestRate;
  const exponent = invocation.exponent ?? policy.bondValueExponent;
  const locktime = locktimeOfMonth(invocation.until, now);
  const life = valueOverTime({ value, confirmedAt: now, locktime, interestRate, exponent });
  const worth = life[0]?.value ?? 0;
  terminal.line(`${amountText(value)} locked from now until ${bondDate(locktime)}:`);
  for (const line of table(lifeRows(life), [2])) terminal.line(line);
  const data = { amount: value, locktime, interestRate, exponent, worth, life };
  if (!invocation.orderbook) {
    terminal.data(data);
    return;
  }
  const others = await withWallet(command, (wallet) => askMarket(terminal, wallet));
  const { makers } = invocation;
  const allowance = policy.bondlessMakersAllowance;
  const chance = pickChance({ worth, others, makers, allowance });
  const without = pickChance({ worth: 0, others, makers, allowance });
  const rank = 1 + others.filter((other) => other > worth).length;
  const bonded = others.filter((other) => other > 0).length;
  terminal.line(
    `${others.length} makers offer now, ${bonded} of them with a bond; this one would be number ${rank}.`,
  );
  terminal.line(
    `A taker with ${makers} makers picks it in ${percent(chance)} of its CoinJoins, and in ${percent(without)} without the bond.`,
  );
  terminal.data({ ...data, makers: others.length, bonded, rank, picked: chance, pickedWithout: without });
}

function askMarket(terminal: Terminal, wallet: WalletContext): Promise<readonly number[]> {
  const signal = interruptSignal();
  const report = (text: string): void => {
    terminal.note(text);
  };
  const ask = async (chain: ChainClient): Promise<readonly number[]> => {
    const messages = await callMessages(wallet);
    try {
      return await bondsInMarket(wallet, { chain, messages }, { signal, report });
    } finally {
      await messages.close();
    }
  };
  return withChain(wallet, terminal, ask, signal);
}

function lifeRows(life: readonly ValueAt[]): string[][] {
  return life.map(({ what, at, value }) => [`  ${what}`, bondDate(at), valueText(value)]);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
