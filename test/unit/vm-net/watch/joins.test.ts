import test from 'ava';
import fc from 'fast-check';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { WatchedJoin } from '../../../../shared/bridge/watch.ts';
import { NodeError } from '../../../../vm-net/bitcoind/node-error.ts';
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

const notice = (finding: string, inBlock = false, spender: string | null = null): unknown => ({
  about: 'join',
  txid: JOIN,
  finding,
  inBlock,
  spender,
});

const RIVAL = 'bb'.repeat(32);
const OTHER = 'cc'.repeat(32);

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

test('a node that can tell names what spends the coin, and another one is news', async (t) => {
  const { node, look } = scene();
  node.spentInMempool.add(`${SECOND}:1`);
  node.spenders = new Map([[`${SECOND}:1`, RIVAL]]);
  t.deepEqual(await look(), [notice('conflict', false, RIVAL)]);
  t.deepEqual(await look(), []);
  node.spenders = new Map([[`${SECOND}:1`, OTHER]]);
  t.deepEqual(await look(), [notice('conflict', false, OTHER)]);
  // A node that fails to say so for once makes nobody forget it.
  node.spenders = null;
  t.deepEqual(await look(), []);
});

test('a replacement is named in the mempool, and in a block only when it is seen there', async (t) => {
  const { node, look } = scene();
  node.mempool.add(JOIN);
  t.deepEqual(await look(), [notice('in-mempool')]);
  node.mempool.clear();
  node.spentInMempool.add(`${FIRST}:0`);
  node.spenders = new Map([[`${FIRST}:0`, RIVAL]]);
  t.deepEqual(await look(), [notice('replaced', false, RIVAL)]);
  node.unspent.delete(`${FIRST}:0`);
  // A third one may have confirmed instead.
  t.deepEqual(await look(), [notice('replaced', true)]);
  node.unspent.add(`${RIVAL}:0`);
  t.deepEqual(await look(), [notice('replaced', true, RIVAL)]);
});

for (const [name, spender] of [
  ['our own transaction, which came just then', JOIN],
  ['what is no txid', 'x'],
  ['a txid in capitals', RIVAL.toUpperCase()],
] as const) {
  test(`${name} is not named as the rival`, async (t) => {
    const { node, look } = scene();
    node.spentInMempool.add(`${SECOND}:1`);
    node.spenders = new Map([[`${SECOND}:1`, spender]]);
    t.deepEqual(await look(), [notice('conflict')]);
  });
}

test('an rpcwhitelist that refuses the question leaves the conflict without a name', async (t) => {
  const { node, watch } = scene();
  node.spentInMempool.add(`${SECOND}:1`);
  const refusing = {
    batch: (calls: Parameters<WatchedNode['batch']>[0]): ReturnType<WatchedNode['batch']> =>
      calls.some(({ method }) => method === 'gettxspendingprevout')
        ? Promise.reject(new NodeError('node-credentials', 'bitcoind refuses our credentials'))
        : node.batch(calls),
  };
  await watch.look(refusing);
  t.deepEqual(await watch.look(refusing), [notice('conflict')]);
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
