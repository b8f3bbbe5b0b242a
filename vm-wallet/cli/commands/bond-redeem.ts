import { addressOfScript, scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import type { Sats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { listBonds, ownCoin, type Bond } from '../../bonds/bond-book.ts';
import { BondError } from '../../bonds/bond-error.ts';
import { proveColdCoin } from '../../bonds/cold-coin.ts';
import { namedBond } from '../../bonds/record-bond.ts';
import { checkLockOver, planRedemption, redemptionPsbt, type Redemption } from '../../bonds/redemption.ts';
import { permitRedemption, type SigningPermit } from '../../rules/gate.ts';
import { onRecord } from '../../rules/on-record.ts';
import { ownsScript, type WalletContext } from '../../runtime/context.ts';
import { chooseFeeRate } from '../../runtime/fee-rate.ts';
import { signAndSend } from '../../runtime/sign-and-send.ts';
import { NEXT_MIXDEPTH } from '../../spend/destinations.ts';
import { psbtText, savePsbt } from '../../spend/psbt-file.ts';
import { INTERNAL, issueAddress } from '../../store/address-book.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm, spendingOf } from '../confirm.ts';
import { drawTransaction } from '../draw-transaction.ts';
import type { BondRedeemInvocation } from '../invocation/bond.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import { amountText, type Terminal } from '../terminal.ts';

/** Where the money goes. */
interface Destination {
  readonly address: string;
  readonly script: Uint8Array;
}

/** Spends a bond whose lock is over, or writes the transaction for whoever holds its key. */
export async function bondRedeem(command: CommandContext, invocation: BondRedeemInvocation): Promise<void> {
  await withWallet(command, (wallet) =>
    withChain(wallet, command.terminal, (client) => redeem(command, wallet, client, invocation)),
  );
}

async function redeem(
  command: CommandContext,
  wallet: WalletContext,
  client: ChainClient,
  invocation: BondRedeemInvocation,
): Promise<void> {
  const { terminal } = command;
  const { store, keys, headers, config, random } = wallet;
  const { bond, coins } = namedBond(listBonds(store.state, keys, headers.chain), invocation.bond);
  checkLockOver(bond, headers.chain.medianTime());
  if (bond.path === null && invocation.psbt === undefined) {
    throw new BondError('bond-cold-key', 'The key of this bond is kept elsewhere', {
      cure: 'Give --psbt FILE, sign the file there, and bring it back: "jm-wallet psbt broadcast FILE".',
    });
  }
  const feeRate = await chooseFeeRate(client, config.policy, random, invocation.feeRate);
  const given = invocation.destination;
  const known = given === NEXT_MIXDEPTH ? null : scriptOfAddress(given, store.state.network);
  // Planned before an address is taken, which is not given back.
  const wanted = known ?? keys.scriptAt({ mixdepth: 0, branch: INTERNAL, index: 0 });
  planRedemption(bond, coins, { script: wanted }, feeRate);
  const destination = known === null ? await nextMixdepth(wallet) : { address: given, script: known };
  const redemption = planRedemption(bond, coins, destination, feeRate);
  if (invocation.psbt !== undefined) {
    await writePsbt(command, wallet, client, { bond, redemption, destination }, invocation.psbt);
    return;
  }
  const granted = await permit(wallet, bond, redemption, destination);
  show(terminal, wallet, redemption, destination);
  await confirm(`Send it to ${destination.address}?`, {
    ...command.options,
    spending: spendingOf(wallet, granted.act, [
      `${amountText(redemption.amount)} of a bond to ${destination.address}`,
      `miner fee ${redemption.minerFee} sat`,
    ]),
  });
  const outcome = await signAndSend(wallet, client, granted, {
    amount: redemption.amount.toString(),
    minerFee: redemption.minerFee.toString(),
  });
  if (!outcome.ok) {
    throw new BondError('bond-rejected', `The node did not take the transaction: ${outcome.error}`, {
      cure: 'Look at the reason. If its chain is behind ours, wait for a block.',
    });
  }
  terminal.line(`Sent: ${outcome.value}`);
  terminal.data({ txid: outcome.value, ...summary(redemption, destination) });
}

function nextMixdepth({ store, keys, now }: WalletContext): Promise<Destination> {
  const mixdepth = 1 % store.state.mixdepths;
  const request = { mixdepth, branch: INTERNAL, purpose: 'change', now: now() } as const;
  return store.commit((draft) => {
    const { address, path } = issueAddress(draft, keys, request);
    return { address, script: keys.scriptAt(path) };
  });
}

function permit(
  wallet: WalletContext,
  bond: Bond,
  { raw, coins, amount, minerFee }: Redemption,
  { script }: Destination,
): Promise<SigningPermit> {
  const about = { kind: 'payment', subject: `the bond ${bond.address}` } as const;
  return onRecord(wallet.authority, about, () =>
    permitRedemption({
      raw,
      coins: coins.map((coin) => ownCoin(bond, coin)),
      destination: { script, value: amount },
      isOwnScript: (one) => ownsScript(wallet, one),
      maxMinerFee: minerFee,
      maxFeeRate: wallet.config.policy.absurdFeePerKb,
      medianTime: wallet.headers.chain.medianTime(),
    }),
  );
}

/** For whoever holds the key; the coins of such a bond are proven anew, since no scan follows them. */
async function writePsbt(
  command: CommandContext,
  wallet: WalletContext,
  client: ChainClient,
  { bond, redemption, destination }: { bond: Bond; redemption: Redemption; destination: Destination },
  file: string,
): Promise<void> {
  const { terminal, options } = command;
  const { headers, keys } = wallet;
  const before: Uint8Array[] = [];
  for (const coin of redemption.coins) {
    before.push((await proveColdCoin(coin, bond, client, headers.chain)).transaction);
  }
  show(terminal, wallet, redemption, destination);
  await confirm(`Write it unsigned to ${file}?`, options);
  const psbt = redemptionPsbt(bond, redemption, keys, before);
  savePsbt(file, psbt);
  terminal.line(`Written: ${file}`);
  terminal.note('  When it is signed: "jm-wallet psbt broadcast FILE".');
  terminal.data({ file, psbt: psbtText(psbt), ...summary(redemption, destination) });
}

function show(
  terminal: Terminal,
  wallet: WalletContext,
  { coins, amount, vsize }: Redemption,
  { address, script }: Destination,
): void {
  const lines = drawTransaction(terminal, {
    inputs: coins.map((coin) => ({ value: coin.value, text: outpointKey(coin), owner: 'you' })),
    outputs: [
      {
        value: amount,
        text: addressOfScript(script, wallet.store.state.network),
        owner: ownsScript(wallet, script) ? 'you' : '',
      },
    ],
    fee: { vsize, amount },
  });
  for (const line of lines) terminal.note(line);
  terminal.note(`  to ${address}`);
  terminal.note('  Takers knew this coin as yours: do not spend it together with others before it is mixed.');
}

function summary(
  { amount, minerFee, vsize, coins }: Redemption,
  { address }: Destination,
): { amount: Sats; minerFee: Sats; vsize: number; destination: string; coins: string[] } {
  return { amount, minerFee, vsize, destination: address, coins: coins.map(outpointKey) };
}
