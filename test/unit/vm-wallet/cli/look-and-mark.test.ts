import test from 'ava';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { address, listAddresses, release } from '../../../../vm-wallet/cli/commands/address.ts';
import { display } from '../../../../vm-wallet/cli/commands/display.ts';
import { freeze } from '../../../../vm-wallet/cli/commands/freeze.ts';
import { history } from '../../../../vm-wallet/cli/commands/history.ts';
import { label } from '../../../../vm-wallet/cli/commands/label.ts';
import { utxos } from '../../../../vm-wallet/cli/commands/utxos.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { largeState, txidOf } from '../../../fixtures/large-state.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';
import { walletForCommands } from '../../../fixtures/wallet-commands.ts';

const keys = testKeys();
const at = (path: string): string => keys.addressAt(parseKeyPath(path));
const [ONE, TWO] = [outpointAt('0/0/0'), outpointAt('1/1/0')];
const USAGE = { code: 'usage' };

const state = emptyState({
  coins: Object.fromEntries([paidTo('0/0/0', 5000), paidTo('1/1/0', 70)]),
  nextIndex: { '0/0': 1, '1/1': 1 },
});
const freezing = { command: 'freeze', coins: [], all: false } as const;
const displaying = { command: 'display', all: false, summary: false, offline: true } as const;
const asking = { command: 'address', mixdepth: 0, label: '', count: 1 } as const;

test('display prints text for people, and branches with rows for programs', async (t) => {
  const wallet = await walletForCommands(t, state);
  const { out } = await wallet.run((command) => display(command, displaying));
  const lines = out.split('\n');
  t.is(lines[0], 'JM wallet');
  t.true(lines.includes(`m/84'/1'/0'/0/0     \t${at('0/0/0')}\t0.00005000\tdeposit\t\t`));
  t.deepEqual(lines.slice(-2), ['Total balance:\t0.00005070', '']);
  const json = await wallet.run((command) => display(command, { ...displaying, mixdepth: 1 }), {
    json: true,
  });
  const sums = { total: 70, unfrozen: 70, available: 70, unconfirmed: 0 };
  const none = { total: 0, unfrozen: 0, available: 0, unconfirmed: 0 };
  const row = {
    path: "m/84'/1'/1'/1/0",
    address: at('1/1/0'),
    balance: 70,
    status: 'non-cj-change',
    label: '',
  };
  t.like(JSON.parse(json.out), {
    height: 0,
    mixdepths: [
      {
        mixdepth: 1,
        ...sums,
        xpub: keys.accountXpub(1),
        branches: [
          { branch: 0, path: "m/84'/1'/1'/0", xpub: keys.branchXpub(1, 0), rows: [], ...none },
          { branch: 1, path: "m/84'/1'/1'/1", xpub: keys.branchXpub(1, 1), rows: [row], ...sums },
        ],
      },
    ],
    ...sums,
    total: 5070,
    unfrozen: 5070,
    available: 5070,
  });
});

test('a summary has the balances only', async (t) => {
  const wallet = await walletForCommands(t, state);
  const summary = { ...displaying, summary: true };
  const { out } = await wallet.run((command) => display(command, summary));
  t.deepEqual(out.split('\n').slice(0, 2), [
    'Balance for mixdepth 0:\t0.00005000',
    'Balance for mixdepth 1:\t0.00000070',
  ]);
  t.is(out.split('\n').length, 6);
  const json = await wallet.run((command) => display(command, summary), { json: true });
  t.notRegex(json.out, /xpub|branches/u);
});

test('a mixdepth that is not there is refused', async (t) => {
  const wallet = await walletForCommands(t, state);
  const depth = { mixdepth: 5, offline: true } as const;
  await t.throwsAsync(
    wallet.run((command) => display(command, { ...displaying, ...depth })),
    USAGE,
  );
  await t.throwsAsync(
    wallet.run((command) => utxos(command, { command: 'utxos', ...depth })),
    USAGE,
  );
  await t.throwsAsync(
    wallet.run((command) => address(command, { ...asking, mixdepth: 5 })),
    USAGE,
  );
  const all = { ...freezing, all: true, mixdepth: 5 };
  await t.throwsAsync(
    wallet.run((command) => freeze(command, all)),
    USAGE,
  );
});

test('unspent coins are a table for people', async (t) => {
  const wallet = await walletForCommands(t, state);
  await wallet.run((command) => freeze(command, { ...freezing, coins: [TWO] }));
  const { out } = await wallet.run((command) => utxos(command, { command: 'utxos', offline: true }));
  const [head, first, second] = out.split('\n').map((line) => line.split(/ {2,}/u));
  t.deepEqual(head, [
    'coin',
    'mixdepth',
    'value/btc',
    'confirmations',
    'tries left',
    'state',
    'address',
    'label',
  ]);
  t.deepEqual(first, [outpointKey(ONE), '0', '0.00005000', '0', '3', 'pending', at('0/0/0')]);
  t.deepEqual(second, [outpointKey(TWO), '1', '0.00000070', '0', '3', 'frozen pending', at('1/1/0')]);
});

test('coins are frozen and unfrozen, all or none', async (t) => {
  const wallet = await walletForCommands(t, state);
  const gone = { txid: txid('77'.repeat(32)), vout: 1 };
  await t.throwsAsync(
    wallet.run((command) => freeze(command, { ...freezing, coins: [ONE, gone] })),
    {
      code: 'mark-unknown-coin',
    },
  );
  const frozen = async (): Promise<boolean[]> =>
    Object.values((await wallet.state()).coins).map((coin) => coin.frozen);
  t.deepEqual(await frozen(), [false, false]);
  const { out } = await wallet.run((command) => freeze(command, { ...freezing, coins: [ONE] }));
  t.is(out, `frozen: ${outpointKey(ONE)}\n1 of 1 coins frozen.\n`);
  t.deepEqual(await frozen(), [true, false]);
  const all = { ...freezing, all: true };
  const json = await wallet.run((command) => freeze(command, all), { json: true });
  t.deepEqual(JSON.parse(json.out), { frozen: [outpointKey(TWO)] });
  await wallet.run((command) => freeze(command, { ...all, command: 'unfreeze', mixdepth: 0 }));
  t.deepEqual(await frozen(), [false, true]);
});

test('coins are chosen by name or all of them, not both and not neither', async (t) => {
  const wallet = await walletForCommands(t, state);
  for (const wrong of [
    freezing,
    { ...freezing, all: true, coins: [ONE] },
    { ...freezing, coins: [ONE], mixdepth: 0 },
  ]) {
    await t.throwsAsync(
      wallet.run((command) => freeze(command, wrong)),
      USAGE,
    );
  }
});

test('freezing a coin that a round holds says so', async (t) => {
  const leases = { [outpointKey(ONE)]: { round: 'r', until: 9e9 } };
  const wallet = await walletForCommands(t, { ...state, leases });
  const { err } = await wallet.run((command) => freeze(command, { ...freezing, all: true }));
  t.is(err, `warning: a round holds ${outpointKey(ONE)}, and may still spend it\n`);
  const undone = await wallet.run((command) =>
    freeze(command, { ...freezing, command: 'unfreeze', all: true }),
  );
  t.is(undone.err, '');
});

test('labels reach the disk', async (t) => {
  const wallet = await walletForCommands(t, largeState({ coins: 1, history: 1 }));
  const { shown } = await wallet.state();
  const known = shown['0/0/0']?.address ?? '';
  const id = txid(txidOf(0));
  const named = (what: Parameters<typeof label>[1]['what']) =>
    wallet.run((command) => label(command, { command: 'label', what, text: 'rent' }));
  t.is((await named({ kind: 'address', ref: known })).out, 'Labelled.\n');
  await named({ kind: 'coin', ref: { txid: id, vout: 0 } });
  await named({ kind: 'tx', ref: id });
  const after = await wallet.state();
  t.is(after.shown['0/0/0']?.label, 'rent');
  t.is(after.coins[`${id}:0`]?.label, 'rent');
  t.deepEqual(after.transactionLabels, { [id]: 'rent' });
  await t.throwsAsync(named({ kind: 'address', ref: at('3/0/0') }), { code: 'mark-unknown-address' });
});

test('addresses are new each time, listed until they are released, and never new again', async (t) => {
  const wallet = await walletForCommands(t, emptyState());
  const first = await wallet.run((command) => address(command, { ...asking, label: 'rent' }));
  t.is(first.out, `${at('0/0/0')}\n`);
  const more = await wallet.run((command) => address(command, { ...asking, count: 3 }), { json: true });
  t.deepEqual(
    JSON.parse(more.out),
    [1, 2, 3].map((index) => ({ address: at(`0/0/${index}`), path: `m/84'/1'/0'/0/${index}` })),
  );
  const listed = async (): Promise<string[]> => {
    const { out } = await wallet.run(listAddresses);
    return out.split('\n').slice(1, -1);
  };
  const lines = await listed();
  t.is(lines.length, 4);
  t.regex(lines[0] ?? '', /^shown 20[0-9]{2}-[0-9]{2}-[0-9]{2} +0 {2}bcrt1\S+ {2}rent$/u);
  await wallet.run((command) => release(command, { command: 'address release', address: at('0/0/0') }));
  t.is((await listed()).length, 3);
  const shown = await wallet.run((command) => display(command, displaying));
  t.notRegex(shown.out, new RegExp(at('0/0/0'), 'u'));
  t.regex(shown.out, new RegExp(at('0/0/1'), 'u'));
  const next = await wallet.run((command) => address(command, asking), { json: true });
  t.deepEqual(JSON.parse(next.out), { address: at('0/0/4'), path: "m/84'/1'/0'/0/4" });
});

test('the history is a table, comma-separated values or JSON, labels with it', async (t) => {
  const made = largeState({ coins: 0, history: 2 });
  const wallet = await walletForCommands(t, { ...made, transactionLabels: { [txidOf(1)]: '=cmd' } });
  const show = (csv: boolean, json = false) =>
    wallet.run((command) => history(command, { command: 'history', csv }), { json });
  const table = (await show(false)).out.split('\n');
  t.is(table.length, 4);
  t.regex(table[2] ?? '', / =cmd$/u);
  const csv = (await show(true)).out.split('\n');
  t.is(csv.length, 4);
  t.true(csv[2]?.endsWith(`"${txidOf(1)}","'=cmd"`));
  const labels = (JSON.parse((await show(true, true)).out) as { label: string }[]).map(
    (entry) => entry.label,
  );
  t.deepEqual(labels, ['', '=cmd']);
});
