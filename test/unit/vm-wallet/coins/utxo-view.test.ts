import test from 'ava';
import { toJson } from '../../../../vm-wallet/cli/terminal.ts';
import { viewUtxos } from '../../../../vm-wallet/coins/utxo-view.ts';
import { parseKeyPath } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const keys = testKeys();
const address = (path: string): string => keys.addressAt(parseKeyPath(path));
const key = (path: string): string => outpointKey(outpointAt(path));
const commitment = (path: string, index: number): { outpoint: string; index: number; at: number } => ({
  outpoint: key(path),
  index,
  at: 1,
});

test('unspent coins are listed as showutxos does', (t) => {
  const state = emptyState({
    coins: Object.fromEntries([
      paidTo('0/0/0', 5000, { label: 'a coin', height: 10 }),
      paidTo('1/1/3', 70, { frozen: true, height: null }),
      paidTo('0/2/0', 9, { locktime: 1_577_836_800, height: 12 }),
      paidTo('0/0/2', 1, { spentBy: { txid: '99'.repeat(32), height: null } }),
    ]),
    shown: {
      '0/0/0': { address: address('0/0/0'), purpose: 'deposit', at: 1, label: 'an address' },
      '1/1/3': { address: address('1/1/3'), purpose: 'coinjoin', at: 1, label: 'mixed' },
    },
    commitments: {
      ['01'.repeat(32)]: commitment('0/0/0', 0),
      ['02'.repeat(32)]: commitment('0/0/0', 1),
      ['03'.repeat(32)]: commitment('1/1/3', 2),
    },
  });
  const coins = viewUtxos(state, { tipHeight: 12, retries: 3 });
  t.deepEqual(JSON.parse(toJson(Object.fromEntries(coins))), {
    [key('0/0/0')]: {
      address: address('0/0/0'),
      path: "m/84'/1'/0'/0/0",
      label: 'a coin',
      value: 5000,
      tries: 2,
      tries_remaining: 1,
      external: false,
      mixdepth: 0,
      confirmations: 3,
      frozen: false,
    },
    [key('1/1/3')]: {
      address: address('1/1/3'),
      path: "m/84'/1'/1'/1/3",
      label: 'mixed',
      value: 70,
      tries: 3,
      tries_remaining: 0,
      external: false,
      mixdepth: 1,
      confirmations: 0,
      frozen: true,
    },
    [key('0/2/0')]: {
      address: address('0/2/0'),
      path: "m/84'/1'/0'/2/0:1577836800",
      label: '',
      value: 9,
      tries: 0,
      tries_remaining: 3,
      external: false,
      mixdepth: 0,
      confirmations: 1,
      frozen: false,
      locktime: '2020-01-01 00:00:00',
    },
  });
  t.deepEqual([...viewUtxos(state, { tipHeight: 12, retries: 3, mixdepth: 1 }).keys()], [key('1/1/3')]);
  t.is(viewUtxos(state, { tipHeight: 12, retries: 2 }).get(key('1/1/3'))?.tries_remaining, 0);
});
