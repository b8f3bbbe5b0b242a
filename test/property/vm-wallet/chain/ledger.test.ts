import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import fc from 'fast-check';
import type { VerifiedBlock } from '../../../../shared/bitcoin/block.ts';
import { txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { applyBlock, undoAbove } from '../../../../vm-wallet/chain/ledger.ts';
import { unspentCoins } from '../../../../vm-wallet/coins/wallet-coins.ts';
import { watchedPaths } from '../../../../vm-wallet/store/address-book.ts';
import type { WalletState } from '../../../../vm-wallet/store/state.ts';
import { blockOf, outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState, testKeys } from '../../../fixtures/memory-store.ts';
import { regtestGenesis } from '../../../fixtures/mine-headers.ts';

const keys = testKeys();
const paths = watchedPaths(emptyState(), 3);
const scripts = new Map(paths.map((path) => [toHex(keys.scriptAt(path)), path]));

/** What a random block does: pay an address of ours, and maybe spend the coin that was paid longest ago. */
type Step = readonly { readonly path: number; readonly value: number; readonly spends: boolean }[];

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.array(
    fc.record({
      path: fc.nat({ max: paths.length - 1 }),
      value: fc.integer({ min: 1000, max: 100_000 }),
      spends: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  { minLength: 1, maxLength: 8 },
);

function blocksOf(plan: readonly Step[]): VerifiedBlock[] {
  const open: Outpoint[] = [];
  let salt = 0;
  return plan.map((step) => {
    const transactions = step.map(({ path, value, spends }): Transaction => {
      salt += 1;
      const spent = spends ? open.shift() : undefined;
      const input = spent ?? { txid: txid('77'.repeat(32)), vout: salt };
      const to = paths[path];
      if (to === undefined) throw new Error('no such path');
      const transaction = transactionOf([input], [{ script: keys.scriptAt(to), value }], salt);
      open.push(outputOf(transaction, 0));
      return transaction;
    });
    return blockOf(regtestGenesis(), transactions).block;
  });
}

function applyAll(state: WalletState, blocks: readonly VerifiedBlock[], from = 0): void {
  for (const [index, block] of blocks.entries())
    if (index >= from) applyBlock(state, block, index + 1, scripts);
}

const historyOf = (state: WalletState): string[] =>
  state.history.map((entry) => JSON.stringify(entry)).sort();

test('undoing any number of blocks and applying them again changes nothing', (t) => {
  fc.assert(
    fc.property(steps, fc.nat(), (plan, pick) => {
      const blocks = blocksOf(plan);
      const state = emptyState();
      applyAll(state, blocks);
      const before = structuredClone(state);
      const height = pick % (blocks.length + 1);
      undoAbove(state, height);
      applyAll(state, blocks, height);
      t.deepEqual(state.coins, before.coins);
      t.deepEqual(historyOf(state), historyOf(before));
    }),
    { numRuns: 100 },
  );
});

test('history adds up to the balance, however often a block is applied', (t) => {
  fc.assert(
    fc.property(steps, (plan) => {
      const blocks = blocksOf(plan);
      const state = emptyState();
      applyAll(state, blocks);
      applyAll(state, blocks);
      const balance = unspentCoins(state).reduce((total, coin) => total + coin.value, 0n);
      t.is(
        balance,
        state.history.reduce((total, entry) => total + BigInt(entry.delta), 0n),
      );
    }),
    { numRuns: 100 },
  );
});
