import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { proveColdCoin } from '../../bonds/cold-coin.ts';
import { coldRecord, locktimeOfMonth, recordColdBond, recordOwnBond } from '../../bonds/record-bond.ts';
import { fromHex } from '../../../shared/crypto/bytes.ts';
import { displayKeyPath, parseKeyPath } from '../../keys/hd-wallet.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { bondDate, LOCK_WARNING } from '../bond-text.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { BondCreateInvocation, BondWatchInvocation } from '../invocation/bond.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import { amountText } from '../terminal.ts';
import { warn } from '../warn.ts';

/** Shows the address of a bond of our own key. It is on disk before it is on the screen. */
export async function bondCreate(command: CommandContext, { until }: BondCreateInvocation): Promise<void> {
  const { terminal, options } = command;
  await withWallet(command, async ({ store, keys, now }) => {
    const locktime = locktimeOfMonth(until, now());
    warn(terminal, ...LOCK_WARNING);
    await confirm(`Make a bond that is locked until ${bondDate(locktime)}?`, options);
    const isKnown = Object.values(store.state.bonds).some(
      (bond) => bond.locktime === locktime && bond.path !== null,
    );
    const address = await store.commit((draft) => recordOwnBond(draft, keys, { locktime, now: now() }));
    const { network } = store.state;
    const path = displayKeyPath(parseKeyPath(store.state.bonds[address]?.path ?? ''), network);
    if (isKnown) terminal.note('This bond was made before: there is one address a month.');
    terminal.note(`Pay to it once, with one coin: of two coins takers count one.`);
    terminal.line(address);
    terminal.data({ address, path, locktime, date: bondDate(locktime) });
  });
}

/** Adds a bond whose key is kept elsewhere, and its coin once there is one. */
export async function bondWatch(command: CommandContext, invocation: BondWatchInvocation): Promise<void> {
  const { terminal, options } = command;
  await withWallet(command, async (wallet) => {
    const { store, keys, now } = wallet;
    // A bond that is known may be added again to name its coin, also when its month has begun.
    const locktime = locktimeOfMonth(invocation.until, invocation.coin === undefined ? now() : 0);
    const request = { publicKey: invocation.publicKey.toLowerCase(), locktime, now: now() };
    if (invocation.coin === undefined) {
      warn(terminal, ...LOCK_WARNING);
      terminal.note(
        '  Only the key that you gave can spend it: make sure that its owner can sign for this script.',
      );
      await confirm(`Watch a bond that is locked until ${bondDate(locktime)}?`, options);
    }
    const address = await store.commit((draft) => recordColdBond(draft, keys, request));
    if (invocation.coin !== undefined) await addCoin(command, wallet, address, invocation.coin);
    const coin = store.state.bonds[address]?.coin ?? null;
    terminal.line(address);
    terminal.data({ address, locktime, date: bondDate(locktime), coin: coin?.outpoint ?? null });
  });
}

async function addCoin(
  { terminal }: CommandContext,
  wallet: WalletContext,
  address: string,
  outpoint: NonNullable<BondWatchInvocation['coin']>,
): Promise<void> {
  const { store, headers } = wallet;
  const { publicKey, locktime } = coldRecord(store.state, address);
  await withChain(wallet, terminal, async (client) => {
    const bond = { address, publicKey: fromHex(publicKey), locktime };
    const { coin } = await proveColdCoin(outpoint, bond, client, headers.chain);
    await store.commit((draft) => {
      coldRecord(draft, address).coin = coin;
    });
    terminal.note(
      `found ${outpointKey(outpoint)}: ${amountText(BigInt(coin.value))}, in block ${coin.height}`,
    );
  });
}
