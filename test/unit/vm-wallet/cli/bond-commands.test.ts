import test from 'ava';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import { bondCertify } from '../../../../vm-wallet/cli/commands/bond-certify.ts';
import { bondCreate, bondWatch } from '../../../../vm-wallet/cli/commands/bond-create.ts';
import { bondList } from '../../../../vm-wallet/cli/commands/bond-list.ts';
import { bondValueCommand } from '../../../../vm-wallet/cli/commands/bond-value.ts';
import type { CommandContext } from '../../../../vm-wallet/cli/command-context.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';
import { walletForCommands } from '../../../fixtures/wallet-commands.ts';

const KEYS = testKeys();
/** A month that stays ahead for the years in which this test is run. */
const UNTIL = '2090-07';
const INDEX = (2090 - 2020) * 12 + 6;
const ADDRESS = KEYS.addressAt({ mixdepth: 0, branch: 2, index: INDEX });
const KEY = '0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';

const agreeing =
  (perform: (command: CommandContext) => Promise<void>) =>
  (command: CommandContext): Promise<void> =>
    perform({ ...command, options: { ...command.options, yes: true } });

test('the address of a bond is shown once it is on disk, and only to who agrees', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const create = { command: 'bond create', until: UNTIL } as const;
  await t.throwsAsync(
    wallet.run((command) => bondCreate(command, create)),
    { code: 'declined' },
  );
  t.deepEqual((await wallet.state()).bonds, {});
  const { out, err } = await wallet.run(agreeing((command) => bondCreate(command, create)));
  t.is(out, `${ADDRESS}\n`);
  t.regex(err, /can not be spent before its date/u);
  t.like((await wallet.state()).bonds[ADDRESS], { path: `0/2/${INDEX}`, locktime: locktimeOf(INDEX) });
  const again = await wallet.run(agreeing((command) => bondCreate(command, create)));
  t.regex(again.err, /was made before/u);
});

test('months that have begun are refused', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  for (const until of ['2020-01', '2025-12']) {
    const create = { command: 'bond create', until } as const;
    await t.throwsAsync(wallet.run(agreeing((command) => bondCreate(command, create))), {
      code: 'bond-month-over',
    });
  }
});

test('a list says what there is, and what there is to do', async (t) => {
  const coins = Object.fromEntries([
    paidTo(`0/2/${INDEX}`, 4_000_000, { locktime: locktimeOf(INDEX), height: 0 }),
  ]);
  const wallet = await walletForCommands(t, emptyState({ coins }));
  const list = { command: 'bond list', offline: true } as const;
  const { out } = await wallet.run((command) => bondList(command, list));
  t.regex(out, /locked until {2}/u);
  t.regex(out, /\* 1 {2}2090-07-01 .* 0\.04000000 .* own key .*/u);
  const json = await wallet.run((command) => bondList(command, list), { json: true });
  const coin = `${outpointAt(`0/2/${INDEX}`).txid}:0`;
  t.like(JSON.parse(json.out), {
    announced: coin,
    reminders: [],
    bonds: [
      { address: ADDRESS, path: `m/84'/1'/0'/2/${INDEX}:${locktimeOf(INDEX)}`, coins: [{ coin, rank: 1 }] },
    ],
  });
  const none = await walletForCommands(t, emptyState());
  t.regex((await none.run((command) => bondList(command, list))).out, /^No bonds\./u);
});

test('a bond of a key that is kept elsewhere is added, and listed without certificate', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const watch = { command: 'bond watch', publicKey: KEY.toUpperCase(), until: UNTIL } as const;
  const { out } = await wallet.run(agreeing((command) => bondWatch(command, watch)));
  const address = out.trim();
  t.like((await wallet.state()).bonds[address], { publicKey: KEY, path: null, coin: null });
  const listed = await wallet.run((command) => bondList(command, { command: 'bond list', offline: true }));
  t.regex(listed.out, /none/u);
  const early = { command: 'bond certify', address, signature: 'AAAA' } as const;
  await t.throwsAsync(
    wallet.run((command) => bondCertify(command, early)),
    { code: 'bond-no-request' },
  );
  await t.throwsAsync(
    wallet.run((command) => bondCertify(command, { ...early, address: 'nowhere' })),
    { code: 'bond-unknown' },
  );
});

test('a value is reckoned without a wallet', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const value = { command: 'bond value', amount: '1btc', until: UNTIL, orderbook: false, makers: 9 } as const;
  const { out } = await wallet.run((command) => bondValueCommand(command, value), { json: true });
  const { worth, interestRate, exponent, life } = JSON.parse(out) as Record<string, number> & {
    readonly life: readonly { readonly what: string; readonly value: number }[];
  };
  t.deepEqual([interestRate, exponent], [0.015, 1.3]);
  t.is(life[0]?.value, worth);
  t.is(life[3]?.value, 0);
  const other = { ...value, interest: 0.001, exponent: 2 };
  const changed = await wallet.run((command) => bondValueCommand(command, other), { json: true });
  t.like(JSON.parse(changed.out), { interestRate: 0.001, exponent: 2 });
  const text = await wallet.run((command) => bondValueCommand(command, value));
  t.regex(text.out, /funded .*\n.*lock ends {2}/u);
  await t.throwsAsync(
    wallet.run((command) => bondValueCommand(command, { ...value, amount: '0' })),
    { code: 'usage' },
  );
});
