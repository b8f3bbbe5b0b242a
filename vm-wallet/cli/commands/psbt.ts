import type { Psbt } from 'bitcoinjs-lib';
import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { sats, sumSats } from '../../../shared/bitcoin/amount.ts';
import type { Network } from '../../../shared/bitcoin/network.ts';
import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { toHex } from '../../../shared/crypto/bytes.ts';
import { isJmError, type Result } from '../../../shared/errors.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { scriptIndex } from '../../chain/watch-list.ts';
import { permitPsbt } from '../../rules/gate.ts';
import { onRecord } from '../../rules/on-record.ts';
import { psbtFee, psbtVsize, type PsbtFacts } from '../../rules/psbt.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { broadcastByOwnNode, handOver } from '../../runtime/hand-over.ts';
import {
  combinePsbts,
  extractTransaction,
  finalizePsbt,
  type ExtractedTransaction,
} from '../../spend/finish-psbt.ts';
import { freeOwnScripts } from '../../spend/free-scripts.ts';
import { psbtFacts } from '../../spend/psbt-facts.ts';
import { loadPsbt, psbtText, savePsbt } from '../../spend/psbt-file.ts';
import { psbtSums, type PsbtSums } from '../../spend/psbt-sums.ts';
import { signPsbt } from '../../spend/sign-psbt.ts';
import { PsbtError } from '../../spend/spend-error.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import { drawTransaction } from '../draw-transaction.ts';
import type {
  PsbtBroadcastInvocation,
  PsbtCombineInvocation,
  PsbtFinalizeInvocation,
  PsbtSignInvocation,
} from '../invocation/psbt.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import { amountText, type Terminal } from '../terminal.ts';

/** Signs what is ours in a transaction that somebody else made. */
export async function psbtSign(command: CommandContext, { file, out }: PsbtSignInvocation): Promise<void> {
  const { terminal, options } = command;
  const psbt = await loadPsbt(file);
  await withWallet(command, async (wallet) => {
    const facts = factsOf(wallet, psbt);
    const { txid } = parseTransaction(facts.raw);
    const about = { kind: 'psbt', subject: txid } as const;
    const granted = await onRecord(wallet.authority, about, () => permitPsbt(facts));
    const sums = show(terminal, wallet, facts);
    const summary = [
      `leaves this wallet: ${amountText(sums.leaves)}; comes back: ${amountText(sums.comesBack)}`,
    ];
    await confirm('Sign it?', { ...options, spending: { wallet, outflow: null, summary } });
    const signed = await signPsbt(psbt, granted, facts.inputs, wallet);
    put(terminal, psbt, out, { signed, ...sums });
    terminal.note('  The coins are not reserved: whoever holds all signatures can broadcast it.');
  });
}

/** Brings together what several signers added. */
export async function psbtCombine(
  { terminal }: CommandContext,
  { files, out }: PsbtCombineInvocation,
): Promise<void> {
  const [first, ...others] = await Promise.all(files.map(loadPsbt));
  if (first === undefined) return;
  put(terminal, combinePsbts(first, others), out, {});
}

/** Checks every signature and puts it in its place. */
export async function psbtFinalize(
  { terminal }: CommandContext,
  { file, out }: PsbtFinalizeInvocation,
): Promise<void> {
  const psbt = finalizePsbt(await loadPsbt(file));
  const { transaction, raw } = extractTransaction(psbt);
  put(terminal, psbt, out, { txid: transaction.txid, transaction: toHex(raw) });
}

/** Gives a completely signed transaction to our own node. */
export async function psbtBroadcast(
  command: CommandContext,
  { file }: PsbtBroadcastInvocation,
): Promise<void> {
  const { terminal, options } = command;
  const psbt = finalizePsbt(await loadPsbt(file));
  const extracted = extractTransaction(psbt);
  await withWallet(command, (wallet) =>
    withChain(wallet, terminal, async (client) => {
      const facts = factsOf(wallet, psbt);
      const sums = show(terminal, wallet, facts);
      checkFee(facts);
      await confirm('Broadcast it?', options);
      const { txid } = extracted.transaction;
      const outcome = await publish(wallet, client, extracted, sums);
      if (!outcome.ok) {
        throw new PsbtError('psbt-rejected', `The node did not take the transaction: ${outcome.error}`, {
          cure: 'Look at the reason; an input may be spent, or the fee too low.',
        });
      }
      terminal.line(`Sent: ${txid}`);
      terminal.data({ txid, ...sums });
    }),
  );
}

/** What spends our coins is booked first; what does not is none of our books' business until it is in a block. */
async function publish(
  wallet: WalletContext,
  client: ChainClient,
  { raw }: ExtractedTransaction,
  sums: PsbtSums,
): Promise<Result<string, string>> {
  if (sums.ownInputs === 0) return broadcastByOwnNode(client, raw);
  const others = sums.leaves - sums.minerFee;
  return handOver(
    wallet,
    raw,
    {
      kind: 'send',
      amount: (sums.allOwn && others > 0n ? others : sums.leaves > 0n ? sums.leaves : 0n).toString(),
      minerFee: sums.allOwn ? sums.minerFee.toString() : null,
      coinjoinFee: null,
      peers: [],
      round: null,
      byOwnNode: true,
    },
    () => broadcastByOwnNode(client, raw),
  );
}

function factsOf(wallet: WalletContext, psbt: Psbt): PsbtFacts {
  return psbtFacts(psbt, wallet.store.state, {
    isOwnScript: (script) => ownsScript(wallet, script),
    maxFeeRate: wallet.config.policy.absurdFeePerKb,
    now: wallet.now(),
  });
}

function checkFee(facts: PsbtFacts): void {
  const looked = { ...facts, transaction: parseTransaction(facts.raw) };
  const fee = psbtFee(looked);
  if (fee >= 0n && Number(fee) <= (psbtVsize(looked) * facts.maxFeeRate) / 1000) return;
  throw new PsbtError('psbt-fee', `A miner fee of ${fee} sat is not sane`, {
    cure: 'If fees really are that high, raise absurd_fee_per_kb.',
  });
}

function show(terminal: Terminal, wallet: WalletContext, facts: PsbtFacts): PsbtSums {
  const { store, keys } = wallet;
  const { network } = store.state;
  const transaction = parseTransaction(facts.raw);
  const isOwn = freeOwnScripts(scriptIndex(store, keys));
  const sums = psbtSums({ ...facts, transaction }, isOwn);
  const paid = sumSats(transaction.outputs.filter(({ script }) => !isOwn(script)).map(({ value }) => value));
  for (const line of drawTransaction(terminal, {
    inputs: transaction.inputs.map((input, index) => {
      const { coin = null, stated: [first] = [] } = facts.inputs[index] ?? {};
      const value = coin?.value ?? first?.value ?? sats(0n);
      return { value, text: outpointKey(input), owner: coin === null ? '' : 'you' };
    }),
    outputs: transaction.outputs.map(({ script, value }) => ({
      value,
      text: addressText(script, network),
      owner: isOwn(script) ? 'you' : '',
    })),
    fee: { vsize: sums.vsize, amount: paid },
  })) {
    terminal.note(line);
  }
  for (const { script, value } of transaction.outputs) {
    if (!isOwn(script)) terminal.note(`  ${amountText(value)} to ${addressText(script, network)}`);
  }
  terminal.note(
    `  leaves this wallet: ${amountText(sums.leaves)}; comes back: ${amountText(sums.comesBack)}`,
  );
  if (!sums.allOwn) terminal.note("  the miner fee is only as true as what the file says of others' inputs");
  return sums;
}

function addressText(script: Uint8Array, network: Network): string {
  try {
    return addressOfScript(script, network);
  } catch (error) {
    if (isJmError(error)) return visibleAscii(`script ${toHex(script)}`);
    throw error;
  }
}

function put(
  terminal: Terminal,
  psbt: Psbt,
  out: string | undefined,
  about: Readonly<Record<string, unknown>>,
): void {
  const text = psbtText(psbt);
  if (out === undefined) terminal.line(text);
  else {
    savePsbt(out, psbt);
    terminal.line(`Written: ${out}`);
  }
  terminal.data({ psbt: text, file: out ?? null, ...about });
}
