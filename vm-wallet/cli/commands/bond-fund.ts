import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { sats, type Sats } from '../../../shared/bitcoin/amount.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { bondValue } from '../../../shared/jm/bond/value.ts';
import { listBonds, type Bond } from '../../bonds/bond-book.ts';
import { BondError } from '../../bonds/bond-error.ts';
import { namedBond } from '../../bonds/record-bond.ts';
import { selectAgainstRefused } from '../../coins/refused.ts';
import { spendableCoins } from '../../coins/wallet-coins.ts';
import { permitPayment } from '../../rules/gate.ts';
import { onRecord } from '../../rules/on-record.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { chooseFeeRate } from '../../runtime/fee-rate.ts';
import { signAndSend } from '../../runtime/sign-and-send.ts';
import { buildPayment, REPLACEABLE } from '../../spend/build-payment.ts';
import { planPayment } from '../../spend/plan-payment.ts';
import { isPromised } from '../../spend/signed-rounds.ts';
import { INTERNAL, issueAddress } from '../../store/address-book.ts';
import { parseAmount } from '../amount.ts';
import { bondDate, LOCK_WARNING, valueText } from '../bond-text.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { BondFundInvocation } from '../invocation/bond.ts';
import { checkMixdepth } from '../mixdepth.ts';
import { withWallet } from '../open.ts';
import { paymentRejected, paymentSummary, showPayment, type PreparedPayment } from '../show-payment.ts';
import { withChain } from '../sync.ts';
import type { Terminal } from '../terminal.ts';
import { warnOfRefused } from '../warn-of-refused.ts';
import { warn } from '../warn.ts';

/** Pays to a bond's address, as `send` would, with what a bond's owner should know before. */
export async function bondFund(command: CommandContext, invocation: BondFundInvocation): Promise<void> {
  await withWallet(command, (wallet) => {
    checkMixdepth(wallet.store.state, invocation.mixdepth);
    return withChain(wallet, command.terminal, (client) => fund(command, wallet, client, invocation));
  });
}

async function fund(
  { terminal, options }: CommandContext,
  wallet: WalletContext,
  client: ChainClient,
  invocation: BondFundInvocation,
): Promise<void> {
  const { store, keys, headers, config, random } = wallet;
  const { bond } = namedBond(listBonds(store.state, keys, headers.chain), invocation.address);
  if (bond.locktime <= headers.chain.medianTime()) {
    throw new BondError(
      'bond-month-over',
      `The lock of ${bond.address} is over; a coin there would be no bond`,
      {
        cure: 'Make a bond of a later month.',
      },
    );
  }
  const feeRate = await chooseFeeRate(client, config.policy, random, invocation.feeRate);
  const prepared = await prepare(wallet, bond, invocation, feeRate);
  const [recipient] = prepared.recipients;
  const payment = buildPayment({
    coins: prepared.plan.coins,
    outputs: [...prepared.recipients, ...(prepared.change === null ? [] : [prepared.change])],
    tipHeight: headers.chain.height,
    sequence: REPLACEABLE,
    random,
  });
  const about = { kind: 'payment', subject: `the bond ${bond.address}` } as const;
  const granted = await onRecord(wallet.authority, about, () =>
    permitPayment({
      raw: payment.raw,
      coins: prepared.plan.coins,
      destinations: prepared.recipients,
      change: prepared.change,
      isPromised: (coin) => isPromised(wallet.store.state, coin, wallet.now()),
      isOwnScript: (script) => ownsScript(wallet, script),
      maxMinerFee: prepared.plan.minerFee,
      maxFeeRate: config.policy.absurdFeePerKb,
      tipHeight: headers.chain.height,
    }),
  );
  showPayment(terminal, wallet, prepared, payment);
  warnOfLock(terminal, wallet, bond, recipient?.value ?? sats(0n));
  warnOfRefused(terminal, store.state, prepared.plan.coins);
  // Always asked: an allowance is for what can be spent, and nobody gave it for years of not being able to.
  await confirm(`Lock it until ${bondDate(bond.locktime)}?`, options);
  wallet.approvals.note(options.yes ? 'yes' : 'user');
  const outcome = await signAndSend(wallet, client, granted, {
    amount: (recipient?.value ?? 0n).toString(),
    minerFee: prepared.plan.minerFee.toString(),
  });
  if (!outcome.ok) throw paymentRejected(outcome.error);
  terminal.line(`Sent: ${outcome.value}`);
  terminal.data({ txid: outcome.value, ...paymentSummary(prepared), lockedUntil: bondDate(bond.locktime) });
}

/** Plans the payment, and takes an address for its change only when it can be made. */
async function prepare(
  { store, keys, headers, config, now }: WalletContext,
  bond: Bond,
  { amount, mixdepth }: BondFundInvocation,
  feeRate: number,
): Promise<PreparedPayment> {
  const available = spendableCoins(store.state, { tipHeight: headers.chain.height, now: now(), mixdepth });
  const plan = planPayment({
    amounts: [parseAmount(amount)],
    destinationTypes: ['p2wsh'],
    changeType: 'p2wpkh',
    available,
    select: (target) => selectAgainstRefused(store.state, config.policy.mergeAlgorithm, available, target),
    feeRate,
  });
  const [value = sats(0n)] = plan.amounts;
  const script = scriptOfAddress(bond.address, store.state.network);
  const recipients = [{ address: bond.address, script, value }];
  const left = plan.change;
  if (left === null) return { plan, recipients, change: null };
  const request = { mixdepth, branch: INTERNAL, purpose: 'change', now: now() } as const;
  const { address, path } = await store.commit((draft) => issueAddress(draft, keys, request));
  const change = { address, script: keys.scriptAt(path), value: left, foreign: false, mixdepth };
  return { plan, recipients, change };
}

function warnOfLock(terminal: Terminal, { headers, config }: WalletContext, bond: Bond, value: Sats): void {
  const { chain } = headers;
  const { interestRate, bondValueExponent: exponent } = config.policy;
  const { locktime } = bond;
  const now = chain.medianTime();
  const worth = bondValue({ value, confirmedAt: now, locktime, now, interestRate, exponent });
  warn(terminal, ...LOCK_WARNING);
  terminal.note(
    `  It would weigh ${valueText(worth)} from its first block to ${bondDate(locktime)}, and then less and less.`,
  );
  if (bond.coins.length > 0) {
    warn(
      terminal,
      'this bond has a coin already, and takers count one coin: one of both sums would weigh more',
    );
  }
}
