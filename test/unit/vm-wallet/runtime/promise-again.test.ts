import test from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { promiseAgain } from '../../../../vm-wallet/runtime/promise-again.ts';
import { PROMISE_SECONDS } from '../../../../vm-wallet/runtime/sign-for-taker.ts';
import type { RoundRecord, StoredCoin, WalletState } from '../../../../vm-wallet/store/state.ts';
import { makerRecord, NOW } from '../../../fixtures/maker-session.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { outpointAt, paidTo } from '../../../fixtures/wallet-context.ts';

const [COIN, OTHER] = ['1/0/0', '1/0/1'].map((path) => outpointKey(outpointAt(path)));
const PAYMENT = 'cc'.repeat(32);

/** What is promised after a payment with the first of a round's two coins was refused. */
function after(
  changes: Partial<RoundRecord> = {},
  { age = 0, coin = {} }: { readonly age?: number; readonly coin?: Partial<StoredCoin> } = {},
): WalletState['leases'] {
  const round = makerRecord('r', {
    outcome: 'open',
    txid: 'bb'.repeat(32),
    coins: [COIN ?? '', OTHER ?? ''],
    ...changes,
  });
  const state = emptyState({
    rounds: { r: round },
    coins: Object.fromEntries([paidTo('1/0/0', 1000, coin), paidTo('1/0/1', 2000)]),
    refused: { [PAYMENT]: { coins: [COIN ?? ''], at: NOW, reason: 'conflict' } },
  });
  promiseAgain(state, PAYMENT, NOW + age);
  promiseAgain(state, 'dd'.repeat(32), NOW + age);
  return state.leases;
}

test('what the refused payment gave up is promised to the taker again, until the old end', (t) => {
  const lease = { round: 'r', until: NOW + PROMISE_SECONDS };
  t.deepEqual(after(), { [COIN ?? '']: lease });
  t.deepEqual(after({}, { age: PROMISE_SECONDS - 1 }), { [COIN ?? '']: lease });
  t.deepEqual(after({}, { age: PROMISE_SECONDS }), {});
  t.deepEqual(after({}, { age: PROMISE_SECONDS + 1 }), {});
});

test('only what waits for its taker is', (t) => {
  t.deepEqual(after({ txid: null }), {});
  t.deepEqual(after({ role: 'taker' }), {});
  t.deepEqual(after({ outcome: 'failed' }), {});
  t.deepEqual(after({}, { coin: { spentBy: { txid: 'ee'.repeat(32), height: null } } }), {});
});
