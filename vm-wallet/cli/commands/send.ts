import { sats, sumSats } from '../../../shared/bitcoin/amount.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { scriptIndex } from '../../chain/watch-list.ts';
import type { Coin } from '../../coins/coin.ts';
import { selectAgainstRefused } from '../../coins/refused.ts';
import { spendableCoins } from '../../coins/wallet-coins.ts';
import { sizeType } from '../../coinjoin/build.ts';
import { permitPayment, type SigningPermit } from '../../rules/gate.ts';
import { onRecord } from '../../rules/on-record.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { feeRateFor } from '../../runtime/fee-rate.ts';
import { signAndSend } from '../../runtime/sign-and-send.ts';
import { buildPayment, FINAL, REPLACEABLE, type UnsignedPayment } from '../../spend/build-payment.ts';
import { customChange, type CustomChange } from '../../spend/custom-change.ts';
import { checkOrders, type Destination } from '../../spend/destinations.ts';
import { makePsbt } from '../../spend/make-psbt.ts';
import { namedCoins } from '../../spend/named-coins.ts';
import { planPayment } from '../../spend/plan-payment.ts';
import { psbtText, savePsbt } from '../../spend/psbt-file.ts';
import { isPromised } from '../../spend/signed-rounds.ts';
import { INTERNAL, issueAddress, type IssuedAddress } from '../../store/address-book.ts';
import { confirm, spendingOf } from '../confirm.ts';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../failure.ts';
import type { SendInvocation } from '../invocation/pay.ts';
import { readPaymentWords } from '../invocation/payment-words.ts';
import { withWallet } from '../open.ts';
import {
  paymentLines,
  paymentQuestion,
  paymentRejected,
  paymentSummary,
  showPayment,
  type PreparedPayment,
} from '../show-payment.ts';
import { withChain } from '../sync.ts';
import { warnOfRefused } from '../warn-of-refused.ts';
import { warnOfRuledOut } from '../warn-of-ruled-out.ts';

/** Pays without a CoinJoin. */
export async function send(command: CommandContext, invocation: SendInvocation): Promise<void> {
  await withWallet(command, (wallet) =>
    withChain(wallet, command.terminal, (client) => pay(command, wallet, client, invocation)),
  );
}

async function pay(
  command: CommandContext,
  wallet: WalletContext,
  client: ChainClient,
  invocation: SendInvocation,
): Promise<void> {
  const { terminal } = command;
  const { store, headers, random, config } = wallet;
  const { orders, label } = readPaymentWords(invocation.words);
  const destinations = checkOrders(orders, store.state.network);
  const coins = coinsFor(wallet, invocation);
  const change = changeFor(wallet, invocation, destinations);
  const feeRate = await feeRateFor(client, config.policy, random, {
    satsPerVbyte: invocation.feeRate,
    blocks: invocation.blocks,
    factor: invocation.feeFactor,
  });
  const prepared = await prepare(wallet, { ...coins, destinations, change, feeRate });
  const payment = buildPayment({
    coins: prepared.plan.coins,
    outputs: [...prepared.recipients, ...(prepared.change === null ? [] : [prepared.change])],
    tipHeight: headers.chain.height,
    sequence: invocation.rbf ? REPLACEABLE : FINAL,
    random,
  });
  const granted = await permit(wallet, prepared, payment);
  showPayment(terminal, wallet, prepared, payment);
  if (label !== null) terminal.note(`  the link says: ${visibleAscii(label)}`);
  warnOfRefused(terminal, store.state, prepared.plan.coins);
  warnOfRuledOut(terminal, store.state, prepared.plan.coins);
  if (invocation.psbt !== undefined) {
    await writePsbt(command, wallet, prepared, payment, invocation.psbt);
    return;
  }
  await confirm(paymentQuestion(prepared), {
    ...command.options,
    spending: spendingOf(wallet, granted.act, paymentLines(prepared)),
  });
  const outcome = await signAndSend(wallet, client, granted, {
    amount: sumSats(prepared.plan.amounts).toString(),
    minerFee: prepared.plan.minerFee.toString(),
  });
  if (!outcome.ok) throw paymentRejected(outcome.error);
  terminal.line(`Sent: ${outcome.value}`);
  terminal.data({ txid: outcome.value, ...paymentSummary(prepared) });
}

/** The coins that may be spent, and the mixdepth that they are of. */
function coinsFor(
  { store, headers, now }: WalletContext,
  { coin, mixdepth: wanted }: SendInvocation,
): { readonly available: readonly Coin[]; readonly named: boolean; readonly mixdepth: number } {
  if (coin.length === 0) {
    const mixdepth = wanted ?? 0;
    const available = spendableCoins(store.state, { tipHeight: headers.chain.height, now: now(), mixdepth });
    return { available, named: false, mixdepth };
  }
  const available = namedCoins(store.state, coin, now());
  const mixdepth = available[0]?.path.mixdepth ?? 0;
  if (wanted !== undefined && wanted !== mixdepth) {
    throw new UsageError('usage', `These coins are of mixdepth ${mixdepth}, not ${wanted}`, {
      cure: 'Leave --mixdepth out: the coins say it.',
    });
  }
  return { available, named: true, mixdepth };
}

function changeFor(
  { store, keys }: WalletContext,
  { change }: SendInvocation,
  destinations: readonly Destination[],
): CustomChange | null {
  if (change === undefined) return null;
  const { network } = store.state;
  return customChange(change, { network, scripts: scriptIndex(store, keys) }, destinations);
}

/**
 * Plans the payment, and only when it can be made takes addresses for it. They are used up even when the user says no: by then they
 * were on the screen.
 */
async function prepare(
  { store, keys, config, now }: WalletContext,
  request: {
    readonly available: readonly Coin[];
    readonly named: boolean;
    readonly mixdepth: number;
    readonly destinations: readonly Destination[];
    readonly change: CustomChange | null;
    readonly feeRate: number;
  },
): Promise<PreparedPayment> {
  const { available, named, mixdepth, destinations, change: custom, feeRate } = request;
  const ownType = keys.family === 'nested' ? 'p2sh-p2wpkh' : 'p2wpkh';
  const plan = planPayment({
    amounts: destinations.map(({ amount }) => amount),
    destinationTypes: destinations.map(({ script }) => (script === null ? ownType : sizeType(script))),
    changeType: custom === null ? ownType : sizeType(custom.script),
    available,
    select: (target) => {
      if (!named) return selectAgainstRefused(store.state, config.policy.mergeAlgorithm, available, target);
      return sumSats(available.map(({ value }) => value)) < target ? null : available;
    },
    feeRate,
  });
  const { network, mixdepths } = store.state;
  return store.commit((draft) => {
    const issue = (from: number): IssuedAddress =>
      issueAddress(draft, keys, { mixdepth: from, branch: INTERNAL, purpose: 'change', now: now() });
    const recipients = destinations.map(({ destination, script }, index) => {
      const address = script === null ? issue((mixdepth + 1) % mixdepths).address : destination;
      return { address, script: scriptOfAddress(address, network), value: plan.amounts[index] ?? sats(0n) };
    });
    const value = plan.change;
    if (value === null) return { plan, recipients, change: null };
    if (custom !== null) return { plan, recipients, change: { ...custom, value } };
    const { address, path } = issue(mixdepth);
    return {
      plan,
      recipients,
      change: { address, script: keys.scriptAt(path), value, foreign: false, mixdepth },
    };
  });
}

function permit(
  wallet: WalletContext,
  prepared: PreparedPayment,
  { raw }: UnsignedPayment,
): Promise<SigningPermit> {
  const { plan, recipients, change } = prepared;
  const about = { kind: 'payment', subject: parseTransaction(raw).txid } as const;
  return onRecord(wallet.authority, about, () =>
    permitPayment({
      raw,
      coins: plan.coins,
      destinations: recipients,
      change,
      isPromised: (coin) => isPromised(wallet.store.state, coin, wallet.now()),
      isOwnScript: (script) => ownsScript(wallet, script),
      maxMinerFee: plan.minerFee,
      maxFeeRate: wallet.config.policy.absurdFeePerKb,
      tipHeight: wallet.headers.chain.height,
    }),
  );
}

async function writePsbt(
  command: CommandContext,
  wallet: WalletContext,
  prepared: PreparedPayment,
  payment: UnsignedPayment,
  file: string,
): Promise<void> {
  const { terminal } = command;
  const { store, keys } = wallet;
  await confirm(`Write it unsigned to ${file}?`, command.options);
  const scripts = scriptIndex(store, keys);
  const psbt = makePsbt(payment, (script) => scripts.get(script), keys);
  savePsbt(file, psbt);
  terminal.note(
    '  Nothing is signed or booked, and the coins are not reserved: do not spend them meanwhile.',
  );
  terminal.line(`Written: ${file}`);
  terminal.data({ file, psbt: psbtText(psbt), ...paymentSummary(prepared) });
}
