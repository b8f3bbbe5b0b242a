import test from 'ava';
import { buildFilter } from '../../../../shared/bitcoin/compact-filter.ts';
import { parseHeader } from '../../../../shared/bitcoin/header.ts';
import type { BlockHash } from '../../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../../shared/bridge/chain.ts';
import { JmError } from '../../../../shared/errors.ts';
import { scan } from '../../../../vm-wallet/chain/filter-scan.ts';
import { HeaderChain, type VerifiedChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { emptyState, MemoryStore, testKeys } from '../../../fixtures/memory-store.ts';
import { pay, scriptOf, World } from '../../../fixtures/scanned-world.ts';
import { signetBlocks } from '../../../fixtures/signet/signet-blocks.ts';

const keys = testKeys();
const PRUNED = new JmError('block-pruned', 'gone');

/** A node without these blocks; its peers give what they have. */
function prunedClient(
  world: World,
  pruned: readonly number[],
  peersHave: readonly number[],
): { readonly client: ChainClient; readonly askedPeers: number[] } {
  const askedPeers: number[] = [];
  const heightOf = (hash: BlockHash): number => world.heightOf(hash);
  const client = world.client({
    block: (hash) =>
      pruned.includes(heightOf(hash))
        ? Promise.reject(PRUNED)
        : Promise.resolve(world.block(heightOf(hash)).raw),
    fetchBlock: (hash) => {
      askedPeers.push(heightOf(hash));
      if (!peersHave.includes(heightOf(hash))) return Promise.reject(PRUNED);
      return Promise.resolve(world.block(heightOf(hash)).raw);
    },
  });
  return { client, askedPeers };
}

test('a pruned block is asked for from the peers of the node, and checked like any other', async (t) => {
  const world = new World();
  world.mine([], [pay(0)], [pay(1)], []);
  const store = new MemoryStore();
  const { client, askedPeers } = prunedClient(world, [2], [2]);
  const lie = { ...client, fetchBlock: () => Promise.resolve(world.block(3).raw) };
  await t.throwsAsync(scan(store, keys, world.chain, lie), { code: 'chain-bad-block' });
  t.deepEqual(store.state.coins, {});
  await scan(store, keys, world.chain, client);
  t.deepEqual(askedPeers, [2]);
  t.is(store.state.scanned?.height, 4);
  t.is(Object.keys(store.state.coins).length, 2);
});

test('every block that nobody has is named, and what is below the first of them is kept', async (t) => {
  const world = new World();
  world.mine([], [pay(0)], [pay(1)], [pay(2)], []);
  world.mineEmpty(300);
  world.mine([pay(3)], [pay(4)]);
  const store = new MemoryStore();
  const { client } = prunedClient(world, [3, 306], []);
  const error = await t.throwsAsync(scan(store, keys, world.chain, client));
  t.like(error, { code: 'block-pruned' });
  t.regex(error.message, /2 blocks \(3, 306\)/u);
  t.regex(String(Reflect.get(error, 'cure')), /peer/u);
  t.deepEqual(store.state.scanned, { height: 2, block: world.block(2).block.header.hash });
  t.deepEqual(
    Object.values(store.state.coins).map((coin) => coin.path),
    ['0/0/0'],
  );
  // A peer with the first of them brings the wallet up to the second.
  const again = await t.throwsAsync(
    scan(store, keys, world.chain, prunedClient(world, [3, 306], [3]).client),
  );
  t.regex(again.message, /pruned block 306,/u);
  t.is(store.state.scanned?.height, 305);
  await scan(store, keys, world.chain, world.client());
  t.is(store.state.scanned?.height, 307);
  t.is(Object.keys(store.state.coins).length, 5);
});

test('after three blocks in vain the peers are not asked any more', async (t) => {
  const world = new World();
  world.mine([pay(0)], [pay(1)], [pay(2)], [pay(3)], [pay(4)]);
  const { client, askedPeers } = prunedClient(world, [1, 2, 3, 4, 5], []);
  const error = await t.throwsAsync(scan(new MemoryStore(), keys, world.chain, client));
  t.regex(error.message, /5 blocks \(1, 2, 3, 4, 5\)/u);
  t.deepEqual(askedPeers, [1, 2, 3]);
});

test('a message names fifty missing blocks, and counts the others', async (t) => {
  for (const count of [50, 51]) {
    const world = new World();
    const all = Array.from({ length: count }, (_unused, index) => index + 1);
    world.mine(...all.map((index) => [pay(index % 20)]));
    const { client } = prunedClient(world, all, []);
    const error = await t.throwsAsync(scan(new MemoryStore(), keys, world.chain, client));
    t.is(/, 50\)/u.test(error.message), count === 50);
    t.is(/, 50 and 1 more\)/u.test(error.message), count === 51);
  }
});

test('where nobody remembers the fork, the wallet scans again from its birthday', async (t) => {
  const world = new World();
  world.mine([], [pay(0)], [], [pay(1)], []);
  for (const birthday of [null, 1, 3]) {
    const store = new MemoryStore(emptyState({ birthday, scanned: { height: 4, block: 'ab'.repeat(32) } }));
    world.asked.length = 0;
    await scan(store, keys, world.chain, world.client());
    t.is(world.asked[0]?.[0], birthday ?? 1);
    t.is(Object.keys(store.state.coins).length, birthday === 3 ? 1 : 2);
  }
});

test('a chain that ends below what the wallet has seen is an alarm with both heights', async (t) => {
  const world = new World();
  world.mineEmpty(5);
  const seen = (height: number): MemoryStore =>
    new MemoryStore(emptyState({ scanned: { height, block: 'ab'.repeat(32) } }));
  const store = seen(6);
  const error = await t.throwsAsync(scan(store, keys, world.chain, world.client()), { code: 'chain-behind' });
  t.regex(error.message, /block 5\b.*block 6\b/u);
  t.is(store.commits, 0);
  const level = seen(5);
  await scan(level, keys, world.chain, world.client());
  t.is(level.state.scanned?.block, world.chain.tip.hash);
});

test('on signet a block is only believed with its signature', async (t) => {
  const blocks = signetBlocks();
  const chain = new HeaderChain('signet');
  chain.extend(
    1,
    blocks.map((raw) => raw.subarray(0, 80)),
    parseHeader(blocks[0]?.subarray(0, 80) ?? new Uint8Array()).time + 100_000,
  );
  const hashOf = (height: number): BlockHash => chain.headerAt(height)?.hash ?? ('' as BlockHash);
  const client = chainClientOf({
    headers: (from, count) =>
      Promise.resolve(blocks.slice(from - 1, from - 1 + count).map((raw) => raw.subarray(0, 80))),
    filters: (from, count) =>
      Promise.resolve(
        Array.from({ length: count }, (_unused, index) => buildFilter(hashOf(from + index), [scriptOf(0)])),
      ),
    block: (hash) =>
      Promise.resolve(blocks[[1, 2, 3].findIndex((at) => hashOf(at) === hash)] ?? new Uint8Array()),
  });
  const store = new MemoryStore();
  await scan(store, keys, chain, client);
  t.is(store.state.scanned?.height, 3);

  // Work alone is not enough: the same check on blocks that nobody signed.
  const world = new World();
  world.mine([pay(0)]);
  const unsigned: VerifiedChain = {
    network: 'signet',
    height: 1,
    tip: world.chain.tip,
    headerAt: (height) => world.chain.headerAt(height),
    medianTime: () => 0,
    sharedHeight: () => null,
  };
  const error = await t.throwsAsync(scan(new MemoryStore(), keys, unsigned, world.client()), {
    code: 'chain-bad-block',
  });
  t.regex(error.message, /no signet signature/u);
  t.regex(String(Reflect.get(error, 'cure')), /public signet/u);
});
