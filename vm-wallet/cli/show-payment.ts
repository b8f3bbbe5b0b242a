import { sumSats } from '../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import type { DueOutput } from '../rules/payment.ts';
import { ownsScript, type WalletContext } from '../runtime/context.ts';
import type { UnsignedPayment } from '../spend/build-payment.ts';
import type { CustomChange } from '../spend/custom-change.ts';
import type { PaymentPlan } from '../spend/plan-payment.ts';
import { SendError } from '../spend/spend-error.ts';
import { drawTransaction, feeText } from './draw-transaction.ts';
import { amountText, type Terminal } from './terminal.ts';
import { warn } from './warn.ts';

/** A payment whose addresses are all there. */
export interface PreparedPayment {
  readonly plan: PaymentPlan;
  readonly recipients: readonly (DueOutput & { readonly address: string })[];
  readonly change: (DueOutput & CustomChange) | null;
}

/** Shows inputs, outputs and fee, and what may surprise. */
export function showPayment(
  terminal: Terminal,
  wallet: WalletContext,
  { plan, recipients, change }: PreparedPayment,
  { inputs, outputs }: UnsignedPayment,
): void {
  const amount = sumSats(plan.amounts);
  const addressOf = (script: Uint8Array): string =>
    [...recipients, ...(change === null ? [] : [change])].find((one) => equalBytes(one.script, script))
      ?.address ?? '';
  for (const line of drawTransaction(terminal, {
    inputs: inputs.map((coin) => ({ value: coin.value, text: outpointKey(coin), owner: 'you' })),
    outputs: outputs.map(({ script, value }) => ({
      value,
      text: addressOf(script),
      owner: ownsScript(wallet, script) ? 'you' : '',
    })),
    fee: { vsize: plan.vsize, amount },
  })) {
    terminal.note(line);
  }
  for (const line of paymentLines({ plan, recipients, change })) terminal.note(`  ${line}`);
  if (plan.dust > 0n) terminal.note(`  ${plan.dust} sat of it would be dust as change`);
  if (change?.foreign === true) {
    warn(
      terminal,
      `the change of ${change.value} sat goes to ${change.address}, which is not of this wallet`,
    );
  }
  const mixdepth = plan.coins[0]?.path.mixdepth;
  if (change !== null && change.mixdepth !== null && change.mixdepth !== mixdepth) {
    warn(
      terminal,
      `the change goes to mixdepth ${change.mixdepth}, which ties it to mixdepth ${mixdepth ?? ''}`,
    );
  }
  if (plan.minerFee > amount) warn(terminal, 'the miner fee is higher than what is sent');
}

/** Who gets what, and what it costs. */
export function paymentLines({ plan, recipients }: PreparedPayment): string[] {
  const amount = sumSats(plan.amounts);
  const fee = feeText({ minerFee: plan.minerFee, vsize: plan.vsize, amount });
  return [
    ...recipients.map(({ address, value }) => `${amountText(value)} to ${address}`),
    `sending ${amountText(amount)}, miner fee ${fee}`,
  ];
}

/** What the user is asked before it is signed. */
export function paymentQuestion({ recipients, change }: PreparedPayment): string {
  const [only] = recipients;
  const to = recipients.length === 1 ? (only?.address ?? '') : `these ${recipients.length} addresses`;
  return change?.foreign === true
    ? `Send it to ${to}, and give the change of ${change.value} sat away to ${change.address}?`
    : `Send it to ${to}?`;
}

/** The payment for programs. */
export function paymentSummary({ plan, recipients, change }: PreparedPayment): Record<string, unknown> {
  return {
    amount: sumSats(plan.amounts),
    minerFee: plan.minerFee,
    vsize: plan.vsize,
    destination: recipients.length === 1 ? recipients[0]?.address : null,
    recipients: recipients.map(({ address, value }) => ({ address, amount: value })),
    change: change === null ? null : { address: change.address, amount: change.value },
    coins: plan.coins.map(outpointKey),
  };
}

/** The node refused a payment that is signed. */
export function paymentRejected(reason: string): SendError {
  return new SendError('send-rejected', `The node did not take the transaction: ${reason}`, {
    cure:
      'Look at the reason; a higher --fee-rate may help. The signed transaction has left this VM: if you pay again, pay from the ' +
      'same mixdepth, so that only one of the two can confirm.',
  });
}
