import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { applyBlocks, undoAbove } from '../../../../vm-wallet/chain/ledger.ts';
import { markFrozen } from '../../../../vm-wallet/store/marks.ts';
import { watchedPaths } from '../../../../vm-wallet/store/address-book.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';

const keys = testKeys();
const scripts = new Map(watchedPaths(emptyState(), 10).map((path) => [toHex(keys.scriptAt(path)), path]));
const FOREIGN = Uint8Array.of(0x00, 0x14, ...new Uint8Array(20).fill(9));
const ours = keys.scriptAt({ mixdepth: 0, branch: 0, index: 0 });
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };

const deposit = transactionOf([ELSEWHERE], [{ script: ours, value: 50_000 }]);
const payment = transactionOf([outputOf(deposit, 0)], [{ script: FOREIGN, value: 49_000 }]);

/** A payment of an outsider to the used address. */
function again(value: number, salt = 1): Transaction {
  return transactionOf([ELSEWHERE], [{ script: ours, value }], salt);
}

/** Applies each transaction in a block of its own, all in one go. */
function apply(state: WalletState, transactions: readonly Transaction[], policy?: number, from = 1): number {
  const blocks = transactions.map(
    (one, index) => [from + index, blockOf(regtestGenesis(), [one]).block] as const,
  );
  return applyBlocks(state, blocks, scripts, policy);
}

function frozen(state: WalletState, transaction: Transaction): boolean | undefined {
  return state.coins[outpointKey(outputOf(transaction, 0))]?.frozen;
}

test('what comes to an emptied address is frozen by default, in the same scan as its first coin', (t) => {
  const state = emptyState();
  t.is(apply(state, [deposit, payment, again(600)]), 3);
  t.true(frozen(state, again(600)));
  t.is(state.coins[outpointKey(outputOf(again(600), 0))]?.label, 'frozen: address reuse');
});

for (const [policy, value, expected] of [
  [-1, 5_000_000, true],
  [0, 1, false],
  [1000, 999, true],
  [1000, 1000, true],
  [1000, 1001, false],
] as const) {
  test(`max_sats_freeze_reuse ${policy} and a coin of ${value} sat`, (t) => {
    const state = emptyState();
    apply(state, [deposit, payment, again(value)], policy);
    t.is(frozen(state, again(value)), expected);
  });
}

test('on an address that still holds coins only dust is frozen', (t) => {
  const state = emptyState();
  apply(state, [deposit, again(546), again(547, 2)]);
  t.true(frozen(state, again(546)));
  t.false(frozen(state, again(547, 2)));
});

test('a coin that the user unfroze stays so, when its block comes again and after a reorganisation', (t) => {
  const state = emptyState();
  apply(state, [deposit, payment, again(600)]);
  markFrozen(state, [outputOf(again(600), 0)], false);
  apply(state, [again(600)], -1, 3);
  t.false(frozen(state, again(600)));
  undoAbove(state, 2);
  apply(state, [again(600)], -1, 3);
  t.false(frozen(state, again(600)));
});

test('a deposit that is undone with its spend is new again', (t) => {
  const state = emptyState();
  apply(state, [deposit, payment]);
  undoAbove(state, 0);
  apply(state, [deposit]);
  t.false(frozen(state, deposit));
});

test('of a wallet that was recovered, a CoinJoin is told by its outputs', (t) => {
  const state = emptyState();
  const inside = (branch: number, index: number): Uint8Array => keys.scriptAt({ mixdepth: 0, branch, index });
  const mix = transactionOf(
    [outputOf(deposit, 0)],
    [
      { script: FOREIGN, value: 20_000 },
      { script: inside(1, 0), value: 20_000 },
      { script: inside(1, 1), value: 29_000 },
    ],
  );
  apply(state, [deposit, mix, payment]);
  t.like(state.history[1], { kind: 'coinjoin', amount: '20000', fromMixdepth: 0 });
});

test('paid by the CoinJoin of others, we have a deposit', (t) => {
  const state = emptyState();
  const mix = transactionOf(
    [ELSEWHERE],
    [
      { script: FOREIGN, value: 20_000 },
      { script: ours, value: 20_000 },
    ].concat([{ script: keys.scriptAt({ mixdepth: 0, branch: 0, index: 1 }), value: 7 }]),
  );
  apply(state, [mix]);
  t.like(state.history[0], { kind: 'deposit', amount: '20007' });
});
