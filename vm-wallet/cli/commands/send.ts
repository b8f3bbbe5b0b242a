import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { sats, sumSats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { estimateVsize, feeFor } from '../../../shared/bitcoin/size.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { shuffled } from '../../../shared/crypto/random.ts';
import { JmError } from '../../../shared/errors.ts';
import { chooseLocktime, serialize, sizeType } from '../../coinjoin/build.ts';
import { assemble } from '../../coinjoin/input-witness.ts';
import { selectAgainstRefused } from '../../coins/refused.ts';
import { spendableCoins } from '../../coins/wallet-coins.ts';
import { permitPayment, signPermitted } from '../../rules/gate.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { chooseFeeRate } from '../../runtime/fee-rate.ts';
import { broadcastByOwnNode, handOver } from '../../runtime/hand-over.ts';
import { INTERNAL, issueAddress } from '../../store/address-book.ts';
import { parseAmount } from '../amount.ts';
import { confirm } from '../confirm.ts';
import { drawTransaction } from '../draw-transaction.ts';
import type { CommandContext } from '../command-context.ts';
import { withWallet } from '../open.ts';
import type { Invocation } from '../program.ts';
import { withChain } from '../sync.ts';
import { warnOfRefused } from '../warn-of-refused.ts';
import { amountText } from '../terminal.ts';

/** A payment that can't be made. */
export class SendError extends JmError<'send-not-enough-coins' | 'send-dust' | 'send-rejected'> {}

const DUST = 546n;
/** Opt-in replacement (BIP125), as the reference's plain payments. */
const SEQUENCE = 0xffff_fffd;

/** Pays without a CoinJoin. */
export async function send(
  command: CommandContext,
  invocation: Extract<Invocation, { command: 'send' }>,
): Promise<void> {
  await withWallet(command, (wallet) =>
    withChain(wallet, command.terminal, (client) => pay(command, wallet, client, invocation)),
  );
}

async function pay(
  { terminal, options }: CommandContext,
  wallet: WalletContext,
  client: ChainClient,
  invocation: Extract<Invocation, { command: 'send' }>,
): Promise<void> {
  const { store, keys, headers, random, now, config } = wallet;
  const { network, mixdepths } = store.state;
  const { mixdepth } = invocation;
  const wanted = parseAmount(invocation.amount);
  const internal = invocation.destination === 'INTERNAL';
  if (!internal) scriptOfAddress(invocation.destination, network);
  const rate = await chooseFeeRate(client, config.policy, random, invocation.feeRate);
  const available = spendableCoins(store.state, { tipHeight: headers.chain.height, now: now(), mixdepth });
  const total = sumSats(available.map((coin) => coin.value));
  const sweep = wanted === 0n;
  const guess = feeFor(
    estimateVsize(
      Array.from({ length: 8 }, () => 'p2wpkh'),
      ['p2wpkh', 'p2wpkh'],
    ),
    rate,
  );
  const coins = sweep
    ? available
    : selectAgainstRefused(store.state, config.policy.mergeAlgorithm, available, wanted + guess);
  const notEnough = new SendError(
    'send-not-enough-coins',
    `Mixdepth ${mixdepth} has ${total} sat to spend, which does not cover ${wanted} sat and the miner fee`,
    { cure: 'Send less, wait for confirmations, or choose another --mixdepth.' },
  );
  if (coins === null || coins.length === 0) throw notEnough;

  const own = await store.commit((draft) => ({
    destination: internal
      ? issueAddress(draft, keys, {
          mixdepth: (mixdepth + 1) % mixdepths,
          branch: INTERNAL,
          purpose: 'change',
          now: now(),
        })
      : null,
    change: sweep
      ? null
      : issueAddress(draft, keys, { mixdepth, branch: INTERNAL, purpose: 'change', now: now() }),
  }));
  const destination = own.destination?.address ?? invocation.destination;
  const destinationScript = scriptOfAddress(destination, network);
  const changeScript = own.change === null ? null : keys.scriptAt(own.change.path);
  const inputTypes = coins.map((coin) => sizeType(coin.scriptPubKey));
  const outputTypes = [sizeType(destinationScript), ...(changeScript === null ? [] : ['p2wpkh'])];
  const fee = feeFor(estimateVsize(inputTypes, outputTypes), rate);
  const spent = sumSats(coins.map((coin) => coin.value));
  const amount = sats(sweep ? (spent > fee ? spent - fee : 0n) : wanted);
  const rest = spent - amount - fee;
  if (rest < 0n || amount === 0n) throw notEnough;
  if (amount < DUST) {
    throw new SendError('send-dust', `${amount} sat is dust that no node relays`, { cure: 'Send more.' });
  }
  const change = changeScript !== null && rest > DUST ? { script: changeScript, value: sats(rest) } : null;
  const inputs = shuffled(coins, random);
  const outputs = shuffled(
    [{ script: destinationScript, value: amount }, ...(change === null ? [] : [change])],
    random,
  );
  const raw = serialize(inputs, outputs, chooseLocktime(headers.chain.height, random), SEQUENCE);
  const minerFee = spent - amount - (change?.value ?? 0n);
  const granted = permitPayment({
    raw,
    coins,
    destinationScript,
    amount,
    change,
    isOwnScript: (script) => ownsScript(wallet, script),
    maxMinerFee: sats(fee + DUST),
  });
  for (const line of drawTransaction(terminal, {
    inputs: inputs.map((coin) => ({ value: coin.value, text: outpointKey(coin), owner: 'you' })),
    outputs: outputs.map((output) => ({
      value: output.value,
      text: output.script === destinationScript ? destination : (own.change?.address ?? ''),
      owner: output.script === changeScript || internal ? 'you' : '',
    })),
  })) {
    terminal.note(line);
  }
  const percent = ((Number(minerFee) / Number(amount)) * 100).toFixed(3);
  terminal.note(
    `  sending ${amountText(amount)}, miner fee ${minerFee} sat (${(rate / 1000).toFixed(1)} sat/vB, ${percent} %)`,
  );
  warnOfRefused(terminal, store.state, coins);
  await confirm(`Send it to ${destination}?`, { yes: options.yes });

  const witnesses = signPermitted(granted, keys).map(({ witness }) => witness);
  const signed = assemble(raw, witnesses);
  const { txid } = granted.transaction;
  const outcome = await handOver(
    wallet,
    client,
    signed,
    {
      kind: 'send',
      amount: amount.toString(),
      minerFee: minerFee.toString(),
      coinjoinFee: null,
      peers: [],
      round: null,
      byOwnNode: true,
    },
    () => broadcastByOwnNode(client, signed),
  );
  if (!outcome.ok) throw rejected(outcome.error);
  terminal.line(`Sent: ${txid}`);
  terminal.data({ txid, amount, minerFee, destination });
}

function rejected(reason: string): SendError {
  return new SendError('send-rejected', `The node did not take the transaction: ${reason}`, {
    cure:
      'Look at the reason; a higher --fee-rate may help. The signed transaction has left this VM: if you pay again, pay from the ' +
      'same mixdepth, so that only one of the two can confirm.',
  });
}
