import { outpointKey, parseOutpoint } from '../../../shared/bitcoin/outpoint.ts';
import { PeerFailure } from '../../../shared/bridge/bridge-error.ts';
import type { ChainClient } from '../../../shared/bridge/chain.ts';
import { formatBitcoin } from '../../../shared/bitcoin/amount.ts';
import { TIME_NUMBERS } from '../../../shared/jm/bond/time-number.ts';
import { visibleAscii } from '../../../shared/visible-text.ts';
import { announceable } from '../../bonds/announcement.ts';
import { listBonds, rankBonds, type Bond, type RankedCoin } from '../../bonds/bond-book.ts';
import { BondError } from '../../bonds/bond-error.ts';
import { certificateLife } from '../../bonds/certificate-life.ts';
import { proveColdCoin } from '../../bonds/cold-coin.ts';
import { coldRecord, recordFound } from '../../bonds/record-bond.ts';
import { daysUntil, remindersOf } from '../../bonds/reminders.ts';
import { confirmationsOf } from '../../coins/coin.ts';
import { displayKeyPath } from '../../keys/hd-wallet.ts';
import type { WalletContext } from '../../runtime/context.ts';
import { bondDate, valueText } from '../bond-text.ts';
import type { CommandContext } from '../command-context.ts';
import type { BondListInvocation } from '../invocation/bond.ts';
import { withWallet } from '../open.ts';
import { printTable } from '../table.ts';
import { withChain } from '../sync.ts';
import type { Terminal } from '../terminal.ts';
import { warn } from '../warn.ts';

const COLUMNS = [
  'rank',
  'locked until',
  'days',
  'value/btc',
  'confirmations',
  'weight',
  'certificate',
  'address',
  'coin',
];
const RIGHT = [0, 2, 3, 4, 5];

/** Lists bonds, the one that would be announced first. */
export async function bondList(command: CommandContext, { offline }: BondListInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async (wallet) => {
    if (offline) {
      show(terminal, wallet);
      return;
    }
    await withChain(wallet, terminal, async (client) => {
      await lookAtColdCoins(terminal, wallet, client);
      show(terminal, wallet);
    });
  });
}

/** Tells which months hold bonds: every scan watches all of them. */
export async function bondRecover(command: CommandContext): Promise<void> {
  const { terminal } = command;
  await withWallet(command, (wallet) =>
    withChain(wallet, terminal, async () => {
      const { store, keys, headers, now } = wallet;
      const found = listBonds(store.state, keys, headers.chain).filter(
        ({ path, coins }) => path !== null && coins.length > 0,
      );
      const fresh = await store.commit((draft) => recordFound(draft, found, now()));
      const from = store.state.birthday ?? 0;
      terminal.note(
        `All ${TIME_NUMBERS} months from 2020 to 2099 were looked for, from block ${from} to ${headers.chain.height}.`,
      );
      if (from > 0) terminal.note('  An older bond is found by "jm-wallet rescan --from 0".');
      terminal.line(`${found.length} bonds with coins, ${fresh} of them not known before.`);
      show(terminal, wallet, { from, through: headers.chain.height, found: found.length, fresh });
    }),
  );
}

/** What the node says is gone stays in the file: a lie must not make us forget it. */
async function lookAtColdCoins(
  terminal: Terminal,
  wallet: WalletContext,
  client: ChainClient,
): Promise<void> {
  const { store, keys, headers } = wallet;
  for (const bond of listBonds(store.state, keys, headers.chain)) {
    const known = store.state.bonds[bond.address]?.coin ?? null;
    if (bond.path !== null || known === null) continue;
    try {
      const { coin } = await proveColdCoin(parseOutpoint(known.outpoint), bond, client, headers.chain);
      // A reorganisation may have moved it.
      if (coin.block === known.block) continue;
      await store.commit((draft) => {
        coldRecord(draft, bond.address).coin = coin;
      });
    } catch (error) {
      // A pruned node can't prove an old coin: what was proven once is shown all the same.
      if (!(error instanceof BondError || error instanceof PeerFailure)) throw error;
      warn(terminal, `${bond.address}: ${visibleAscii(error.message)}`);
    }
  }
}

function show(terminal: Terminal, wallet: WalletContext, more: object = {}): void {
  const { store, keys, headers, config } = wallet;
  const { chain } = headers;
  const bonds = listBonds(store.state, keys, chain);
  const ranked = rankBonds(bonds, { chain, policy: config.policy });
  const [first] = announceable(wallet);
  const announced = first === undefined ? null : outpointKey(first.coin);
  const reminders = bonds.flatMap((bond) => remindersOf(bond, chain));
  const empty = bonds.filter(({ coins }) => coins.length === 0);
  const rows = (): string[][] => [
    ...ranked.map((one, index) => coinRow(wallet, one, index, outpointKey(one.coin) === announced)),
    ...empty.map((bond) => [
      '',
      ...lock(wallet, bond),
      '',
      '',
      '',
      certificateText(wallet, bond),
      bond.address,
      '',
    ]),
  ];
  if (bonds.length === 0) terminal.line('No bonds. "jm-wallet bond create --until YYYY-MM" makes one.');
  else printTable(terminal, COLUMNS, rows, RIGHT);
  if (announced !== null && !terminal.json) terminal.line('* the bond that a maker announces');
  for (const reminder of reminders) terminal.note(`${terminal.paint('yellow', 'reminder:')} ${reminder}`);
  terminal.data({
    ...more,
    height: chain.height,
    announced,
    bonds: bonds.map((bond) => bondJson(wallet, bond, ranked)),
    reminders,
  });
}

function coinRow(
  wallet: WalletContext,
  { bond, coin, worth }: RankedCoin,
  index: number,
  isFirst: boolean,
): string[] {
  return [
    `${isFirst ? '* ' : ''}${index + 1}`,
    ...lock(wallet, bond),
    formatBitcoin(coin.value),
    confirmationsOf(coin, wallet.headers.chain.height).toString(),
    valueText(worth),
    certificateText(wallet, bond),
    bond.address,
    outpointKey(coin),
  ];
}

function lock({ headers }: WalletContext, { locktime }: Bond): [date: string, days: string] {
  return [bondDate(locktime), Math.max(0, daysUntil(locktime, headers.chain.medianTime())).toString()];
}

function certificateText({ headers }: WalletContext, { path, certificate }: Bond): string {
  if (certificate === null) return path === null ? 'none' : 'own key';
  const { blocksLeft, endsAbout } = certificateLife(certificate.expiry, headers.chain);
  return blocksLeft < 0 ? 'expired' : `${blocksLeft} blocks, ${bondDate(endsAbout)}`;
}

function bondJson({ store, headers }: WalletContext, bond: Bond, ranked: readonly RankedCoin[]): object {
  const { chain } = headers;
  const { certificate, path, locktime } = bond;
  const life = certificate === null ? null : certificateLife(certificate.expiry, chain);
  return {
    address: bond.address,
    path: path === null ? null : displayKeyPath(path, store.state.network),
    locktime,
    date: bondDate(locktime),
    daysLeft: daysUntil(locktime, chain.medianTime()),
    certificate: certificate === null || life === null ? null : { expiry: certificate.expiry, ...life },
    waitsForSignature: bond.request !== null,
    coins: ranked.flatMap(({ bond: owner, coin, worth }, index) =>
      owner.address === bond.address
        ? [
            {
              coin: outpointKey(coin),
              amount: coin.value,
              confirmations: confirmationsOf(coin, chain.height),
              value: worth,
              rank: index + 1,
            },
          ]
        : [],
    ),
  };
}
