import test from 'ava';
import fc from 'fast-check';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { WatchedJoin } from '../../../../shared/bridge/watch.ts';
import { JoinWatch, judgeJoin } from '../../../../vm-net/watch/joins.ts';
import { WatchedNode } from '../../../fixtures/watched-node.ts';

const JOIN = txid('aa'.repeat(32));
const FIRST = txid('01'.repeat(32));
const SECOND = txid('02'.repeat(32));
const watched: WatchedJoin = {
  txid: JOIN,
  inputs: [
    { txid: FIRST, vout: 0 },
    { txid: SECOND, vout: 1 },
  ],
  outputs: 3,
};

/** A node that has both coins, and a watch on the transaction that spends them. */
function scene(): {
  readonly node: WatchedNode;
  readonly watch: JoinWatch;
  readonly look: () => Promise<readonly unknown[]>;
} {
  const node = new WatchedNode();
  node.unspent.add(`${FIRST}:0`).add(`${SECOND}:1`);
  const watch = new JoinWatch();
  watch.watch([watched]);
  // A finding is told once it was made twice.
  const look = async (): Promise<readonly unknown[]> => [
    ...(await watch.look(node)),
    ...(await watch.look(node)),
  ];
  return { node, watch, look };
}

const notice = (finding: string, inBlock = false): unknown => ({
  about: 'join',
  txid: JOIN,
  finding,
  inBlock,
});

test('a join is followed from the mempool into a block, and each step is told once', async (t) => {
  const { node, look } = scene();
  t.deepEqual(await look(), []);
  node.mempool.add(JOIN);
  node.spentInMempool.add(`${FIRST}:0`).add(`${SECOND}:1`);
  t.deepEqual(await look(), [notice('in-mempool')]);
  t.deepEqual(await look(), []);
  node.mempool.clear();
  node.unspent.clear();
  node.unspent.add(`${JOIN}:2`);
  t.deepEqual(await look(), [notice('confirmed')]);
  // All its outputs are spent later on: that is no replacement.
  node.unspent.clear();
  t.deepEqual(await look(), []);
});

test('a spend of one of its coins by another transaction is a conflict, in the mempool and then in a block', async (t) => {
  const { node, look } = scene();
  node.spentInMempool.add(`${SECOND}:1`);
  t.deepEqual(await look(), [notice('conflict')]);
  node.unspent.delete(`${SECOND}:1`);
  t.deepEqual(await look(), [notice('conflict', true)]);
});

test('a join that was in the mempool and lost its coin there was replaced', async (t) => {
  const { node, look } = scene();
  node.mempool.add(JOIN);
  t.deepEqual(await look(), [notice('in-mempool')]);
  node.mempool.clear();
  node.spentInMempool.add(`${FIRST}:0`);
  t.deepEqual(await look(), [notice('replaced')]);
  node.spentInMempool.clear();
  t.deepEqual(await look(), [notice('dropped')]);
  node.mempool.add(JOIN);
  t.deepEqual(await look(), [notice('in-mempool')]);
});

test('a finding that passes between two looks is not told', async (t) => {
  const { node, watch } = scene();
  node.spentInMempool.add(`${FIRST}:0`);
  t.deepEqual(await watch.look(node), []);
  node.spentInMempool.clear();
  node.mempool.add(JOIN);
  t.deepEqual(await watch.look(node), []);
  t.deepEqual(await watch.look(node), [notice('in-mempool')]);
});

test('what is not named any more is not looked at', async (t) => {
  const { node, watch, look } = scene();
  watch.watch([]);
  node.spentInMempool.add(`${FIRST}:0`);
  t.deepEqual(await look(), []);
  t.is(node.calls, 0);
});

test('naming a join again does not forget that it was in the mempool', async (t) => {
  const { node, watch, look } = scene();
  node.mempool.add(JOIN);
  await look();
  watch.watch([watched]);
  node.mempool.clear();
  node.spentInMempool.add(`${FIRST}:0`);
  t.deepEqual(await look(), [notice('replaced')]);
});

test('a transaction in the mempool is never in conflict, whatever else is seen', (t) => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom('mempool', 'chain', null),
      fc.boolean(),
      fc.boolean(),
      (confirmed, spent, wasInMempool, wasConfirmed) => {
        const finding = judgeJoin({ inMempool: true, confirmed, spent }, { wasInMempool, wasConfirmed });
        t.is(finding, 'in-mempool');
      },
    ),
  );
});
