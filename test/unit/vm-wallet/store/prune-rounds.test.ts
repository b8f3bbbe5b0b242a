import test from 'ava';
import { MAX_VAIN_ROUNDS, pruneRounds } from '../../../../vm-wallet/store/prune-rounds.ts';
import type { RoundRecord } from '../../../../vm-wallet/store/state.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';

function round(id: string, changes: Partial<RoundRecord> = {}): [string, RoundRecord] {
  return [
    id,
    {
      id,
      role: 'maker',
      startedAt: Number(id.slice(1)),
      stage: 'ioauth',
      amount: '1',
      peers: [],
      addresses: [],
      coins: [],
      earning: '0',
      txid: null,
      outcome: 'abandoned',
      reason: null,
      ...changes,
    },
  ];
}

const many = (count: number): [string, RoundRecord][] =>
  Array.from({ length: count }, (_unused, index) => round(`v${index + 10}`));

test('rounds that came to nothing are kept up to a number: under, at and over it', (t) => {
  for (const [count, kept] of [
    [MAX_VAIN_ROUNDS - 1, MAX_VAIN_ROUNDS - 1],
    [MAX_VAIN_ROUNDS, MAX_VAIN_ROUNDS],
    [MAX_VAIN_ROUNDS + 3, MAX_VAIN_ROUNDS],
  ] as const) {
    const state = emptyState({ rounds: Object.fromEntries(many(count)) });
    pruneRounds(state);
    t.is(Object.keys(state.rounds).length, kept);
  }
});

test('the oldest go, and never one with a transaction or one that still runs', (t) => {
  const state = emptyState({
    rounds: Object.fromEntries([
      round('r1', { txid: 'aa'.repeat(32), outcome: 'open' }),
      round('r2', { outcome: 'open' }),
      round('r3', { txid: 'bb'.repeat(32), outcome: 'done' }),
      ...many(MAX_VAIN_ROUNDS + 2),
    ]),
  });
  pruneRounds(state);
  t.is(Object.keys(state.rounds).length, MAX_VAIN_ROUNDS + 3);
  for (const id of ['r1', 'r2', 'r3', 'v12']) t.true(id in state.rounds, id);
  for (const id of ['v10', 'v11']) t.false(id in state.rounds, id);
});
