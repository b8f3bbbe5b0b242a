import test from 'ava';
import type { HistoryEntry, StoredCoin } from '../../../../vm-wallet/store/state.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { mergeGroups, reachOf, singleCoins } from '../../../../vm-wallet/maker/merge-groups.ts';
import { MixedCoins } from '../../../../vm-wallet/maker/mixed-coins.ts';
import type { Coin } from '../../../../vm-wallet/coins/coin.ts';
import { unspentCoins } from '../../../../vm-wallet/coins/wallet-coins.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

/** A transaction by number. */
function idOf(number: number): string {
  return txid(number.toString(16).padStart(64, '0'));
}

/** A join out of mixdepth 0, or another one. */
function join(number: number, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    at: 0,
    kind: 'coinjoin-maker',
    txid: idOf(number),
    height: 1,
    delta: '0',
    amount: '1000',
    minerFee: null,
    coinjoinFee: null,
    fromMixdepth: 0,
    toMixdepth: 1,
    peers: [],
    ...changes,
  };
}

/** A coin of a transaction: mixdepth, value, and the transaction that spent it. */
function output(
  number: number,
  mixdepth: number,
  value: number,
  spentIn: number | null = null,
): [string, StoredCoin] {
  const path = `${mixdepth}/1/${number}`;
  const spentBy = spentIn === null ? null : { txid: idOf(spentIn), height: 1 };
  return [`${idOf(number)}:${mixdepth}`, storedCoin({ value: value.toString(), path, spentBy })];
}

function isMixed(coins: [string, StoredCoin][], history: HistoryEntry[], coin = coins[0]): boolean {
  const [key = ''] = coin ?? [];
  const [id = '', vout = ''] = key.split(':');
  return new MixedCoins({ coins: Object.fromEntries(coins), history }).has({
    txid: txid(id),
    vout: Number(vout),
  });
}

test('the equal output of an own round is mixed, in either role', (t) => {
  const out = output(1, 1, 1000);
  t.true(isMixed([out], [join(1)]));
  t.true(isMixed([out], [join(1, { kind: 'coinjoin-taker' })]));
});

test('what is no round of ours proves nothing', (t) => {
  const out = output(1, 1, 1000);
  t.false(isMixed([out], []));
  t.false(isMixed([out], [join(2)]));
  for (const kind of ['deposit', 'send', 'coinjoin'] as const) t.false(isMixed([out], [join(1, { kind })]));
  t.false(isMixed([out], [join(1, { fromMixdepth: null })]) && isMixed([output(1, 1, 999)], [join(1)]));
});

test('another value than the mixed one is not the equal output: under, at and over it', (t) => {
  const at = (value: number): boolean => isMixed([output(1, 1, value)], [join(1)]);
  t.deepEqual([999, 1000, 1001].map(at), [false, true, false]);
});

test('change is as mixed as what the round spent', (t) => {
  // Round 2 spends the equal output of round 1, and its change comes back to mixdepth 1.
  const second = join(2, { fromMixdepth: 1 });
  const change = output(2, 1, 300);
  t.true(isMixed([change, output(1, 1, 1000, 2)], [join(1), second]));
  t.false(isMixed([change, output(1, 1, 1000, 2)], [second]), 'it spent a deposit');
  t.false(isMixed([change], [join(1), second]), 'nobody knows what it spent');
  const deposit = output(9, 1, 400, 2);
  t.false(isMixed([change, output(1, 1, 1000, 2), deposit], [join(1), second]), 'a deposit was among it');
});

test('a long line of change is followed to its end', (t) => {
  const length = 20_000;
  const history: HistoryEntry[] = [join(1)];
  const coins: [string, StoredCoin][] = [output(1, 1, 1000, 2)];
  for (let number = 2; number <= length; number += 1) {
    history.push(join(number, { fromMixdepth: 1 }));
    coins.push(output(number, 1, 5, number === length ? null : number + 1));
  }
  t.true(isMixed(coins, history, coins.at(-1)));
  t.false(isMixed(coins, history.slice(1), coins.at(-1)));
});

test('coins that claim to descend from themselves are not mixed, and end the search', (t) => {
  const rounds = [join(1), join(2)];
  t.false(isMixed([output(1, 0, 5, 2), output(2, 0, 5, 1)], rounds));
  t.false(isMixed([output(1, 0, 5, 1)], rounds));
});

/** Two deposits and two mixed coins in mixdepth 0, two deposits in mixdepth 1. */
const STATE = emptyState({
  coins: Object.fromEntries([
    output(11, 0, 70),
    output(12, 0, 50),
    output(1, 0, 1000),
    output(2, 0, 1000),
    output(13, 1, 80),
    output(14, 1, 90),
  ]),
  history: [join(1, { fromMixdepth: 4 }), join(2, { fromMixdepth: 4 })],
});

test('in mixdepth 0 deposits stay alone, and only there', (t) => {
  const coins = unspentCoins(STATE);
  const groups = (isAllowed: boolean): readonly string[] =>
    mergeGroups(
      coins.filter(({ path }) => path.mixdepth === 0),
      singleCoins(STATE, isAllowed),
    ).map((group: readonly Coin[]) => group.map(({ value }) => value).join('+'));
  t.deepEqual(groups(false), ['1000+1000', '70', '50']);
  t.deepEqual(groups(true), ['70+50+1000+1000']);
  const single = coins.filter(singleCoins(STATE, false)).map(outpointKey);
  t.deepEqual(single, [`${idOf(11)}:0`, `${idOf(12)}:0`]);
});

test('what a mixdepth can give is its best group', (t) => {
  const coins = unspentCoins(STATE);
  const reaches = (isAllowed: boolean): readonly bigint[] =>
    reachOf(coins, 3, singleCoins(STATE, isAllowed)).map(BigInt);
  t.deepEqual(reaches(false), [2000n, 170n, 0n]);
  t.deepEqual(reaches(true), [2120n, 170n, 0n]);
  const deposits = coins.filter(({ value }) => value < 100n);
  t.deepEqual(reachOf(deposits, 1, singleCoins(STATE, false)).map(BigInt), [70n]);
});
