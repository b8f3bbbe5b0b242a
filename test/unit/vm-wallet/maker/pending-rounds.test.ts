import test from 'ava';
import {
  endLost,
  lostRounds,
  overtakenRounds,
  pendingRounds,
} from '../../../../vm-wallet/maker/pending-rounds.ts';
import type { RoundRecord, StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { makerRecord, NOW } from '../../../fixtures/maker-session.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const COIN = `${'aa'.repeat(32)}:0`;
const TXID = 'bb'.repeat(32);
const RIVAL = 'cc'.repeat(32);

/** A wallet with a signed round over one coin. */
const NONE: ReadonlySet<string> = new Set();

function stateWith(round: Partial<RoundRecord> = {}, coin: Partial<StoredCoin> = {}): WalletState {
  const record = makerRecord('r', { outcome: 'open', txid: TXID, coins: [COIN], ...round });
  return emptyState({
    rounds: { r: record },
    coins: { [COIN]: storedCoin(coin) },
    leases: { [COIN]: { round: 'r', until: NOW + 9999 } },
  });
}

test('a round is pending from its age on: under, at and over it', (t) => {
  const at = (age: number): number => pendingRounds(stateWith(), NOW + age, 3600).length;
  t.deepEqual([3599, 3600, 3601].map(at), [0, 1, 1]);
  t.deepEqual(pendingRounds(stateWith(), NOW, 0), [{ id: 'r', txid: TXID, startedAt: NOW }]);
});

test('only an own signed round without an end is pending', (t) => {
  for (const change of [
    { txid: null },
    { outcome: 'done' },
    { outcome: 'failed' },
    { role: 'taker' },
  ] as const) {
    const state = stateWith(change, { spentBy: { txid: RIVAL, height: 5 } });
    t.deepEqual(pendingRounds(state, NOW + 9999, 0), [], JSON.stringify(change));
    t.deepEqual(lostRounds(state, NOW + 1e9, 10, NONE), [], JSON.stringify(change));
  }
});

test('a block that spends its coin elsewhere ends it', (t) => {
  t.deepEqual(lostRounds(stateWith({}, { spentBy: { txid: RIVAL, height: 5 } }), NOW, 10, NONE), [
    { id: 'r', reason: `${RIVAL} spent its coins` },
  ]);
  t.deepEqual(lostRounds(stateWith({}, { spentBy: { txid: RIVAL, height: null } }), NOW, 10, NONE), []);
  t.deepEqual(lostRounds(stateWith(), NOW, 10, NONE), []);
});

test('only a block that spends its coin elsewhere rules it out, however old it is', (t) => {
  const rival = (height: number | null) => ({ spentBy: { txid: RIVAL, height } });
  t.deepEqual(overtakenRounds(stateWith({}, rival(5))), [{ id: 'r', reason: `${RIVAL} spent its coins` }]);
  t.deepEqual(overtakenRounds(stateWith({}, rival(null))), []);
  t.deepEqual(overtakenRounds(stateWith({ startedAt: 0 })), []);
  t.deepEqual(overtakenRounds(stateWith({ outcome: 'failed' }, rival(5))), []);
  t.deepEqual(overtakenRounds(stateWith({ txid: null }, rival(5))), []);
  t.deepEqual(overtakenRounds(stateWith({ role: 'taker' }, rival(5))), []);
});

test('the promise ends it: under, at and over its time', (t) => {
  const at = (age: number): number => lostRounds(stateWith(), NOW + age, 10, NONE).length;
  t.deepEqual([9, 10, 11].map(at), [0, 1, 1]);
  t.deepEqual(lostRounds(stateWith(), NOW + 11, 10, new Set(['r'])), [], 'not while it waits in the mempool');
});

test('what is lost is written down, and gives its coins back', (t) => {
  const state = stateWith();
  endLost(state, [
    { id: 'r', reason: 'because' },
    { id: 'gone', reason: 'because' },
  ]);
  t.like(state.rounds['r'], { outcome: 'failed', reason: 'because', txid: TXID });
  t.deepEqual(state.leases, {});
});
