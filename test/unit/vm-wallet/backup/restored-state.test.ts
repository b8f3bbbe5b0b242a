import test from 'ava';
import { MAX_SKIP, restoredState, skipAfter } from '../../../../vm-wallet/backup/restored-state.ts';
import { EXTERNAL, INTERNAL } from '../../../../vm-wallet/store/address-book.ts';
import type { RoundRecord, WalletState } from '../../../../vm-wallet/store/state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { tumbleOf } from '../../../fixtures/tumble.ts';

const DAY = 86_400;
const BORN = 1_700_000_000;
const MADE = BORN + 10 * DAY;
const COIN = `${'11'.repeat(32)}:0`;
const OTHER = `${'22'.repeat(32)}:0`;

function round(changes: Partial<RoundRecord>): RoundRecord {
  return {
    id: 'r',
    role: 'maker',
    startedAt: BORN,
    stage: 'fill',
    amount: '1',
    peers: [],
    addresses: [],
    coins: [COIN],
    earning: '0',
    txid: null,
    outcome: 'open',
    reason: null,
    ...changes,
  };
}

function restored(changes: Partial<WalletState>, now = MADE, skip?: number): WalletState {
  const header = { network: 'regtest', number: 1, time: MADE } as const;
  return restoredState({ header, state: emptyState({ createdAt: BORN, ...changes }) }, now, skip);
}

test('rounds without a signature end and give their coins back', (t) => {
  const state = restored({ rounds: { r: round({}) }, leases: { [COIN]: { round: 'r', until: MADE } } });
  t.is(state.rounds['r']?.outcome, 'abandoned');
  t.deepEqual(state.leases, {});
});

test('a round with a signature goes on, and keeps its coins', (t) => {
  const rounds = { r: round({ txid: '33'.repeat(32) }) };
  const leases = { [COIN]: { round: 'r', until: MADE }, [OTHER]: { round: 'gone', until: MADE } };
  const state = restored({ rounds, leases });
  t.is(state.rounds['r']?.outcome, 'open');
  t.deepEqual(Object.keys(state.leases), [COIN]);
});

test('coins of a round that has ended are free', (t) => {
  const rounds = { r: round({ outcome: 'done', txid: '33'.repeat(32) }) };
  t.deepEqual(restored({ rounds, leases: { [COIN]: { round: 'r', until: MADE } } }).leases, {});
});

test('every branch goes on behind addresses that may have been shown since', (t) => {
  const state = restored({ nextIndex: { '0/0': 5, '4/1': 7 } });
  t.is(Object.keys(state.nextIndex).length, 10);
  t.is(state.nextIndex['0/0'], 25);
  t.is(state.nextIndex['4/1'], 27);
  t.is(state.nextIndex['2/0'], 20);
  t.is(restored({ nextIndex: { '0/0': 5 } }, MADE, 300).nextIndex['0/0'], 305);
  t.is(restored({ nextIndex: { '0/0': 5 } }, MADE, 0).nextIndex['0/0'], 5);
});

test('a plan of the tumbler is cancelled: what it paid since the backup must not be paid again', (t) => {
  const plan = tumbleOf([]);
  for (const status of ['planned', 'running', 'paused', 'cancelled'] as const) {
    t.is(restored({ tumble: { ...plan, status } }).tumble?.status, 'cancelled');
  }
  t.is(restored({ tumble: { ...plan, status: 'done' } }).tumble?.status, 'done');
  t.is(restored({ tumble: null }).tumble, null);
});

test('the backup itself is left as it was', (t) => {
  const state = emptyState({ nextIndex: { '0/0': 5 } });
  restoredState({ header: { network: 'regtest', number: 1, time: MADE }, state }, MADE);
  t.deepEqual(state.nextIndex, { '0/0': 5 });
});

test('the older a backup and the busier a branch, the more is passed over', (t) => {
  const after = (days: number): { from: number; to: number; now: number } => ({
    from: BORN,
    to: MADE,
    now: MADE + days * DAY,
  });
  t.is(skipAfter(EXTERNAL, 0, after(0)), 20);
  t.is(skipAfter(EXTERNAL, 0, after(30)), 50);
  t.is(skipAfter(INTERNAL, 0, after(30)), 320);
  // 100 in ten days: twice that rate for the ten days since.
  t.is(skipAfter(INTERNAL, 100, after(10)), 220);
  t.is(skipAfter(INTERNAL, 100, after(99)), 2000);
  t.is(skipAfter(INTERNAL, 100, after(98)), 1980);
  t.is(skipAfter(INTERNAL, 100, after(9999)), MAX_SKIP);
});

test('clocks that went backwards pass over the least', (t) => {
  t.is(skipAfter(INTERNAL, 9, { from: MADE, to: BORN, now: BORN - DAY }), 20);
});

test('the audit log is not part of a backup: its place is forgotten, and no allowance is left open', (t) => {
  const state = restored({
    audit: { entries: 7, head: '44'.repeat(32) },
    allowances: [{ from: BORN, until: 2 ** 40, upTo: '1', spent: '0' }],
  });
  t.deepEqual(state.audit, { entries: 0, head: '00'.repeat(32) });
  t.deepEqual(state.allowances, []);
});
