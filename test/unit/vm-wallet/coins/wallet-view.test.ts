import test from 'ava';
import { displayLines, summaryLines } from '../../../../vm-wallet/cli/display-text.ts';
import { viewWallet, type ViewOptions, type WalletView } from '../../../../vm-wallet/coins/wallet-view.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import type {
  HistoryEntry,
  ShownAddress,
  StoredCoin,
  WalletState,
} from '../../../../vm-wallet/store/state.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const keys = testKeys();
const at = (path: string): string => keys.addressAt(parseKeyPath(path));
/** First second of February 2020: the first bond is open, the second just became so. */
const NOW = 1_580_515_200;
const SPENT = { txid: '99'.repeat(32), height: 2 };

function shown(path: string, changes: Partial<ShownAddress> = {}): [string, ShownAddress] {
  return [path, { address: at(path), purpose: 'deposit', at: 1, label: '', ...changes }];
}

function mixedBy(path: string, kind: HistoryEntry['kind'], amount: string): HistoryEntry {
  const { txid } = outpointAt(path);
  const rest = { minerFee: null, coinjoinFee: null, fromMixdepth: 0, toMixdepth: 1, peers: [] };
  return { at: 1, kind, txid, height: 1, delta: '-100', amount, ...rest };
}

function stateWith(
  coins: readonly (readonly [string, StoredCoin])[],
  changes: Partial<WalletState> = {},
): WalletState {
  return emptyState({ mixdepths: 2, coins: Object.fromEntries(coins), ...changes });
}

function view(state: WalletState, options: Partial<ViewOptions> = {}): WalletView {
  return viewWallet(state, keys, { now: NOW, ...options });
}

function statuses(state: WalletState, options: Partial<ViewOptions> = {}): Record<string, string> {
  const rows = view(state, options).mixdepths.flatMap(({ branches }) =>
    branches.flatMap((branch) => branch.rows),
  );
  return Object.fromEntries(rows.map(({ path, status }) => [path.replace("m/84'/1'/", ''), status]));
}

test('the text is laid out as the reference has it, line by line', (t) => {
  const state = stateWith(
    [
      paidTo('0/0/0', 100_000),
      paidTo('0/0/3', 50_000, { frozen: true }),
      paidTo('0/1/2', 7, { height: null }),
      paidTo('0/2/0', 50_000_000, { locktime: 1_577_836_800 }),
      paidTo('0/2/2', 40_000_000, { locktime: 1_583_020_800 }),
      paidTo('1/1/0', 250_000),
      paidTo('1/1/1', 3000),
    ],
    {
      shown: Object.fromEntries([shown('0/0/0', { label: 'rent' }), shown('0/0/1')]),
      nextIndex: { '0/0': 4, '0/1': 3, '1/1': 2 },
      history: [mixedBy('1/1/0', 'coinjoin-taker', '250000'), mixedBy('1/1/1', 'coinjoin-maker', '250000')],
    },
  );
  const expected = [
    'JM wallet',
    `mixdepth\t0\tfbonds-mpk-${keys.accountXpub(0)}`,
    `external addresses\tm/84'/1'/0'/0\t${keys.branchXpub(0, 0)}`,
    `m/84'/1'/0'/0/0     \t${at('0/0/0')}\t0.00100000\tdeposit\trent\t`,
    `m/84'/1'/0'/0/1     \t${at('0/0/1')}\t0.00000000\tnew\t\t`,
    `m/84'/1'/0'/0/3     \t${at('0/0/3')}\t0.00050000\tdeposit [FROZEN]\t\t`,
    'Balance:\t0.00100000 (0.00150000)',
    `internal addresses\tm/84'/1'/0'/1\t`,
    `m/84'/1'/0'/1/2     \t${at('0/1/2')}\t0.00000007\tnon-cj-change [PENDING]\t\t`,
    'Balance:\t0.00000007',
    `internal addresses\tm/84'/1'/0'/2\t${keys.branchXpub(0, 2)}`,
    `m/84'/1'/0'/2/0:1577836800\t${at('0/2/0')}\t0.50000000\t2020-01-01 [UNLOCKED]\t\t`,
    `m/84'/1'/0'/2/2:1583020800\t${at('0/2/2')}\t0.40000000\t2020-03-01 [LOCKED]\t\t`,
    'Balance:\t0.50000000 (0.90000000)',
    `internal addresses\tm/84'/1'/0'/3\t${keys.branchXpub(0, 3)}`,
    'Balance:\t0.00000000',
    'Balance for mixdepth 0:\t0.50100007 (0.90150007)',
    `mixdepth\t1\t${keys.accountXpub(1)}`,
    `external addresses\tm/84'/1'/1'/0\t${keys.branchXpub(1, 0)}`,
    'Balance:\t0.00000000',
    `internal addresses\tm/84'/1'/1'/1\t`,
    `m/84'/1'/1'/1/0     \t${at('1/1/0')}\t0.00250000\tcj-out\t\t`,
    `m/84'/1'/1'/1/1     \t${at('1/1/1')}\t0.00003000\tchange-out\t\t`,
    'Balance:\t0.00253000',
    'Balance for mixdepth 1:\t0.00253000',
    'Total balance:\t0.50353007 (0.90403007)',
  ];
  t.deepEqual([...displayLines(view(state))], expected);
  const summary = expected.filter((line) => line.startsWith('Balance for mixdepth'));
  t.deepEqual([...summaryLines(view(state))], summary);
});

test('listed are addresses with coins and asked-for ones that are unpaid; with all, every one', (t) => {
  const state = stateWith([paidTo('0/0/1', 1, { spentBy: SPENT }), paidTo('0/0/4', 1)], {
    nextIndex: { '0/0': 5, '0/1': 1 },
    shown: Object.fromEntries([
      shown('0/0/0'),
      shown('0/0/1'),
      shown('0/0/2', { purpose: 'released' }),
      shown('0/1/0', { purpose: 'coinjoin' }),
    ]),
  });
  t.deepEqual(statuses(state), { "0'/0/0": 'new', "0'/0/4": 'deposit' });
  const all = statuses(state, { all: true });
  t.like(all, {
    "0'/0/0": 'new',
    "0'/0/1": 'used',
    "0'/0/2": 'used',
    "0'/0/3": 'used',
    "0'/0/4": 'deposit',
    "0'/1/0": 'used',
  });
  t.is(Object.keys(all).length, 6 + 960);
});

test('a bond address is listed when it holds coins or was asked for, and never in a nested wallet', (t) => {
  const changes = { shown: Object.fromEntries([shown('0/2/5')]) };
  const state = stateWith([paidTo('0/2/1', 1, { locktime: NOW, frozen: true, height: null })], changes);
  t.deepEqual(statuses(state), {
    "0'/2/1:1580515200": '2020-02-01 [UNLOCKED] [FROZEN] [PENDING]',
    "0'/2/5:1590969600": '2020-06-01 [LOCKED]',
  });
  const earlier = statuses(state, { now: NOW - 1 });
  t.is(earlier["0'/2/1:1580515200"], '2020-02-01 [LOCKED] [FROZEN] [PENDING]');
  const nested = view(stateWith([], { family: 'nested' })).mixdepths[0];
  t.deepEqual(
    nested?.branches.map(({ path }) => path),
    ["m/49'/1'/0'/0", "m/49'/1'/0'/1"],
  );
  t.is(nested?.xpub, keys.accountXpub(0));
});

test('an address with two coins is reused, with the marks of either', (t) => {
  const [, first] = paidTo('0/0/0', 1);
  const second = storedCoin({ ...first, frozen: true });
  const coins = { [`${'11'.repeat(32)}:0`]: first, [`${'22'.repeat(32)}:0`]: second };
  t.deepEqual(statuses(emptyState({ coins, nextIndex: { '0/0': 1 } })), { "0'/0/0": 'reused [FROZEN]' });
});

test('what came out of a CoinJoin is told by its value, whatever our role was', (t) => {
  const kinds = ['coinjoin', 'coinjoin-maker', 'coinjoin-taker', 'send', 'deposit'] as const;
  const found = kinds.map((kind) => {
    const paths = ['0/1/0', '0/1/1'];
    const state = stateWith([paidTo('0/1/0', 500), paidTo('0/1/1', 501)], {
      nextIndex: { '0/1': 2 },
      history: paths.map((path) => mixedBy(path, kind, '500')),
    });
    return Object.values(statuses(state));
  });
  const [mixed, plain] = [
    ['cj-out', 'change-out'],
    ['non-cj-change', 'non-cj-change'],
  ];
  t.deepEqual(found, [mixed, mixed, mixed, plain, plain]);
});

test('one mixdepth can be chosen; the total stays that of the wallet', (t) => {
  const state = stateWith([paidTo('0/0/0', 100), paidTo('1/0/0', 20)], { nextIndex: { '0/0': 1, '1/0': 1 } });
  const { mixdepths, balance } = view(state, { mixdepth: 1 });
  t.deepEqual(
    mixdepths.map(({ mixdepth, balance: { total } }) => [mixdepth, total]),
    [[1, 20n]],
  );
  t.is(balance.total, 120n);
});

test('available is what payments can use: confirmed, unfrozen and no bond', (t) => {
  const state = stateWith(
    [
      paidTo('0/0/0', 1),
      paidTo('0/0/1', 20, { height: null }),
      paidTo('0/0/2', 300, { frozen: true }),
      paidTo('0/2/0', 4000, { locktime: 1_577_836_800 }),
      paidTo('0/2/9', 50_000, { locktime: 1_601_510_400 }),
      paidTo('0/0/3', 600_000, { spentBy: SPENT }),
    ],
    { nextIndex: { '0/0': 4 } },
  );
  const sums = { total: 54_321n, unfrozen: 4021n, available: 1n, unconfirmed: 20n };
  t.deepEqual(view(state).balance, sums);
  t.deepEqual(view(state).mixdepths[0]?.balance, sums);
});

test('an address that was shown or paid is not derived again', (t) => {
  const derived: string[] = [];
  const counting = {
    accountXpub: () => '',
    branchXpub: () => '',
    addressAt: ({ mixdepth, branch, index }: { mixdepth: number; branch: number; index: number }) => {
      derived.push(`${mixdepth}/${branch}/${index}`);
      return '';
    },
  };
  const state = stateWith([paidTo('0/0/0', 1), paidTo('0/0/1', 1, { spentBy: SPENT })], {
    nextIndex: { '0/0': 4 },
    family: 'nested',
    shown: Object.fromEntries([shown('0/0/2')]),
  });
  const [mixdepth] = viewWallet(state, counting, { now: NOW, all: true }).mixdepths;
  t.deepEqual(derived, ['0/0/3']);
  t.deepEqual(
    mixdepth?.branches[0]?.rows.map(({ address }) => address),
    [at('0/0/0'), at('0/0/1'), at('0/0/2'), ''],
  );
});
