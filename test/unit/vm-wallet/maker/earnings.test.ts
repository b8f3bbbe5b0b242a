import test from 'ava';
import { earningsOf } from '../../../../vm-wallet/maker/earnings.ts';
import { dayRows, durationText, joinRows, statement } from '../../../../vm-wallet/maker/earnings-rows.ts';
import type { HistoryEntry } from '../../../../vm-wallet/store/state.ts';
import { makerRecord } from '../../../fixtures/maker-session.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const DAY = 86_400;
const id = (byte: string): string => byte.repeat(32);

function entry(txid: string, at: number, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    at,
    kind: 'coinjoin-maker',
    txid,
    height: 7,
    delta: '200',
    amount: '1000000',
    minerFee: null,
    coinjoinFee: '-200',
    fromMixdepth: 0,
    toMixdepth: 1,
    peers: [],
    ...changes,
  };
}

const STATE = emptyState({
  history: [
    entry(id('aa'), 10 * DAY),
    entry(id('cc'), 12 * DAY, { delta: '600', amount: '3000000' }),
    // Out of order, as after a rescan.
    entry(id('bb'), 10 * DAY + 7200, { delta: '100' }),
    entry(id('dd'), 13 * DAY, { kind: 'coinjoin-taker' }),
    entry(id('ee'), 13 * DAY, { height: null }),
    entry(id('ff'), 13 * DAY, { kind: 'coinjoin' }),
  ],
  coins: {
    [`${id('01')}:0`]: storedCoin({ value: '700000', spentBy: { txid: id('aa'), height: 7 } }),
    [`${id('02')}:0`]: storedCoin({ value: '500000', spentBy: { txid: id('aa'), height: 7 } }),
    [`${id('03')}:0`]: storedCoin({ value: '999', spentBy: null }),
  },
  rounds: { r: makerRecord('r', { txid: id('aa'), startedAt: 10 * DAY - 900, outcome: 'done' }) },
});

test('each confirmed join as a maker, in order, with its coins and times', (t) => {
  const { joins } = earningsOf(STATE);
  t.deepEqual(
    joins.map(({ txid }) => txid),
    [id('aa'), id('bb'), id('cc')],
  );
  t.deepEqual(joins[0], {
    txid: id('aa'),
    at: 10 * DAY,
    amount: 1_000_000n,
    inputs: 2,
    inputValue: 1_200_000n,
    earned: 200n,
    confirmedAfter: 900,
    idleBefore: null,
  });
  t.like(joins[1], { inputs: 0, inputValue: 0n, confirmedAfter: null, idleBefore: 7200 });
});

test('days, sum, means and idle times', (t) => {
  const { days, earned, mean, idle } = earningsOf(STATE);
  t.deepEqual(days, [
    { day: '1970-01-11', joins: 2, earned: 300n, amount: 2_000_000n },
    { day: '1970-01-13', joins: 1, earned: 600n, amount: 3_000_000n },
  ]);
  t.is(earned, 900n);
  t.deepEqual(mean, { earned: 300, relative: 900 / 5_000_000 });
  t.deepEqual(idle, { longest: 2 * DAY - 7200, mean: DAY });
});

test('only since a time: under, at and over it', (t) => {
  const since = (at: number): number => earningsOf(STATE, at).joins.length;
  t.deepEqual([12 * DAY - 1, 12 * DAY, 12 * DAY + 1].map(since), [1, 1, 0]);
  // The time before the first join that counts is not idle time of this period.
  t.is(earningsOf(STATE, 12 * DAY).idle, null);
  t.is(earningsOf(STATE, 10 * DAY + 1).idle?.longest, 2 * DAY - 7200);
});

test('nothing earned is no mean', (t) => {
  t.deepEqual(earningsOf(emptyState()), { joins: [], days: [], earned: 0n, mean: null, idle: null });
});

test('the statement has the reference’s columns', (t) => {
  t.deepEqual([...statement(earningsOf(STATE).joins)].slice(0, 3), [
    'timestamp,cj amount/satoshi,my input count,my input value/satoshi,cjfee/satoshi,earned/satoshi,confirm time/min,notes',
    `1970/01/11 00:00:00,1000000,2,1200000,200,200,15.0,${id('aa')}`,
    `1970/01/11 02:00:00,1000000,0,0,100,100,,${id('bb')}`,
  ]);
});

test('rows for people', (t) => {
  const { joins, days } = earningsOf(STATE);
  t.deepEqual([...joinRows(joins)][1], ['1970-01-11 02:00', '1000000', '100', '0', '0', '2.0 h', id('bb')]);
  t.deepEqual([...dayRows(days)][0], ['1970-01-11', '2', '2000000', '300']);
  t.deepEqual([0, 3599, 3600, 86_399, 86_400].map(durationText), [
    '0 min',
    '60 min',
    '1.0 h',
    '24.0 h',
    '1.0 d',
  ]);
});
