import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { sumSats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey, type Txid } from '../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { equalBytes } from '../../../shared/crypto/bytes.ts';
import { permitChild, permitReplacement } from '../../rules/gate.ts';
import { onRecord } from '../../rules/on-record.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { feeRateFor } from '../../runtime/fee-rate.ts';
import { signAndSend } from '../../runtime/sign-and-send.ts';
import { buildPayment, REPLACEABLE } from '../../spend/build-payment.ts';
import { planChild } from '../../spend/child.ts';
import { pendingParent, type PendingParent } from '../../spend/pending-parent.ts';
import { bringBack, rememberPending } from '../../spend/replaced.ts';
import { planReplacement, type NoReplacement, type ReplacementPlan } from '../../spend/replacement.ts';
import { BumpError } from '../../spend/spend-error.ts';
import { INTERNAL, issueAddress } from '../../store/address-book.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm, spendingOf } from '../confirm.ts';
import { drawTransaction } from '../draw-transaction.ts';
import type { BumpInvocation } from '../invocation/pay.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';

const REASONS: Record<NoReplacement, string> = {
  'foreign-inputs': "it has inputs of others, and a replacement would need everybody's signature again",
  'not-signalled': 'it said that it would not be replaced (--no-rbf)',
  'no-change': 'it has no change of ours that could pay more',
  'not-enough': 'its change is too small to pay more',
};

/** Everything that both ways need. */
interface Bumping {
  readonly command: CommandContext;
  readonly wallet: WalletContext;
  readonly client: ChainClient;
  readonly parent: PendingParent;
}

/** Helps a transaction along that waits for a block. */
export async function bump(command: CommandContext, invocation: BumpInvocation): Promise<void> {
  await withWallet(command, (wallet) =>
    withChain(wallet, command.terminal, async (client) => {
      const parent = pendingParent(wallet.store.state, invocation.txid);
      const { feeRate: satsPerVbyte, blocks, feeFactor: factor } = invocation;
      const { policy } = wallet.config;
      const satsPerKvb = await feeRateFor(client, policy, wallet.random, { satsPerVbyte, blocks, factor });
      const bumping = { command, wallet, client, parent };
      if (!invocation.cpfp) {
        const plan = planReplacement(parent, { satsPerKvb, exact: satsPerVbyte !== undefined });
        if (plan.ok) return replace(bumping, plan.value);
        command.terminal.note(`It can't be replaced: ${REASONS[plan.error]}. A child can pay for it.`);
      }
      return payByChild(bumping, satsPerKvb);
    }),
  );
}

async function replace({ command, wallet, client, parent }: Bumping, plan: ReplacementPlan): Promise<void> {
  const { terminal, options } = command;
  const { store } = wallet;
  const { transaction: original, spends: coins } = parent;
  const about = { kind: 'replacement', subject: original.txid } as const;
  const granted = await onRecord(wallet.authority, about, () =>
    permitReplacement({
      raw: plan.raw,
      original,
      coins,
      payer: plan.payer,
      isOwnScript: (script) => ownsScript(wallet, script),
      maxFeeRate: wallet.config.policy.absurdFeePerKb,
    }),
  );
  const entry = store.state.history.find(({ txid }) => txid === original.txid);
  const onlyPayer = plan.outputs.every(({ script }) => equalBytes(script, plan.payer));
  const amount = onlyPayer ? sumSats(plan.outputs.map(({ value }) => value)) : BigInt(entry?.amount ?? '0');
  for (const line of drawTransaction(terminal, {
    inputs: coins.map((coin) => ({ value: coin.value, text: outpointKey(coin), owner: 'you' })),
    outputs: plan.outputs.map(({ script, value }) => ({
      value,
      text: addressOfScript(script, store.state.network),
      owner: ownsScript(wallet, script) ? 'you' : '',
    })),
    fee: { vsize: plan.vsize, amount },
  })) {
    terminal.note(line);
  }
  terminal.note(`  in place of ${original.txid}, which pays ${parent.fee ?? 0n} sat`);
  const summary = [`In place of ${original.txid}, at a miner fee of ${plan.minerFee} sat:`];
  await confirm('Replace it?', { ...options, spending: spendingOf(wallet, granted.act, summary) });

  const replaced = rememberPending(store.state, original.txid);
  const outcome = await signAndSend(
    wallet,
    client,
    granted,
    { amount: amount.toString(), minerFee: plan.minerFee.toString(), replaces: original.txid },
    (draft, txid) => {
      const label = draft.transactionLabels[original.txid];
      if (label !== undefined) draft.transactionLabels[txid] = label;
    },
    (draft) => {
      if (replaced !== null) bringBack(draft, replaced);
    },
  );
  if (!outcome.ok) throw rejected(outcome.error, original.txid);
  terminal.line(`Replaced by: ${outcome.value}`);
  terminal.data({
    method: 'rbf',
    txid: outcome.value,
    replaces: original.txid,
    minerFee: plan.minerFee,
    vsize: plan.vsize,
  });
}

async function payByChild({ command, wallet, client, parent }: Bumping, satsPerKvb: number): Promise<void> {
  const { terminal, options } = command;
  const { store, keys, headers, random, now } = wallet;
  const { txid, outputs } = parent.transaction;
  const plan = planChild(store.state, parent, { satsPerKvb, now: now() });
  const { address, path } = await store.commit((draft) =>
    issueAddress(draft, keys, {
      mixdepth: plan.coin.path.mixdepth,
      branch: INTERNAL,
      purpose: 'change',
      now: now(),
    }),
  );
  const payment = buildPayment({
    coins: [plan.coin],
    outputs: [{ script: keys.scriptAt(path), value: plan.value }],
    tipHeight: headers.chain.height,
    sequence: REPLACEABLE,
    random,
  });
  const granted = await onRecord(wallet.authority, { kind: 'child', subject: txid }, () =>
    permitChild({
      raw: payment.raw,
      coin: plan.coin,
      parent: { txid, vsize: parent.vsize, fee: parent.fee ?? sumSats([]) },
      isOwnScript: (script) => ownsScript(wallet, script),
      maxFeeRate: wallet.config.policy.absurdFeePerKb,
    }),
  );
  for (const line of drawTransaction(terminal, {
    inputs: [{ value: plan.coin.value, text: outpointKey(plan.coin), owner: 'you' }],
    outputs: [{ value: plan.value, text: address, owner: 'you' }],
    fee: { vsize: plan.vsize, amount: sumSats(outputs.map(({ value }) => value)) },
  })) {
    terminal.note(line);
  }
  terminal.note(
    parent.fee === null
      ? '  what others paid for the parent is not known; the child pays for both'
      : `  with its parent's ${parent.fee} sat that is ${plan.packageRate.toFixed(1)} sat/vB for both`,
  );
  const summary = [`For ${txid}, at a miner fee of ${plan.minerFee} sat:`];
  await confirm('Let a child pay for it?', {
    ...options,
    spending: spendingOf(wallet, granted.act, summary),
  });
  const outcome = await signAndSend(wallet, client, granted, {
    amount: '0',
    minerFee: plan.minerFee.toString(),
  });
  if (!outcome.ok) throw rejected(outcome.error, txid);
  terminal.line(`Child: ${outcome.value}`);
  terminal.data({
    method: 'cpfp',
    txid: outcome.value,
    parent: txid,
    minerFee: plan.minerFee,
    vsize: plan.vsize,
  });
}

function rejected(reason: string, txid: Txid): BumpError {
  return new BumpError('bump-rejected', `The node did not take it: ${reason}`, {
    cure: `${txid} waits as before; a higher --fee-rate may help.`,
  });
}
