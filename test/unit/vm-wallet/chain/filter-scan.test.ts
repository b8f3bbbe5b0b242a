import test from 'ava';
import { buildFilter } from '../../../../shared/bitcoin/compact-filter.ts';
import { parseHeader } from '../../../../shared/bitcoin/header.ts';
import { outpointKey, type BlockHash } from '../../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../../shared/bridge/chain.ts';
import { scan } from '../../../../vm-wallet/chain/filter-scan.ts';
import type { ScanProgress } from '../../../../vm-wallet/chain/scan-options.ts';
import { outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState, MemoryStore, testKeys } from '../../../fixtures/memory-store.ts';
import { pay, scriptOf, World } from '../../../fixtures/scanned-world.ts';

const keys = testKeys();

test('finds what was paid to us and spent by us, and fetches no other block', async (t) => {
  const world = new World();
  const first = pay(0);
  const second = pay(2, 1, 4);
  const spend = transactionOf([outputOf(first, 0)], [{ script: Uint8Array.of(0x52), value: 9000 }]);
  world.mine([], [first], [], [second], [], [spend], []);
  const store = new MemoryStore();
  await scan(store, keys, world.chain, world.client());
  t.deepEqual(world.fetched, [2, 4, 6]);
  t.is(store.state.coins[outpointKey(outputOf(first, 0))]?.spentBy?.height, 6);
  t.is(store.state.coins[outpointKey(outputOf(second, 0))]?.height, 4);
  t.deepEqual(store.state.scanned, { height: 7, block: world.chain.tip.hash });
});

test('goes on where it stopped, and asks for nothing at the tip', async (t) => {
  const world = new World();
  world.mineEmpty(5);
  const store = new MemoryStore();
  await scan(store, keys, world.chain, world.client());
  t.deepEqual(world.asked, [[1, 5]]);
  await scan(store, keys, world.chain, world.client());
  t.deepEqual(world.asked, [[1, 5]]);
  world.mine([pay(0)]);
  await scan(store, keys, world.chain, world.client());
  t.deepEqual(world.asked, [
    [1, 5],
    [6, 1],
  ]);
  t.is(Object.keys(store.state.coins).length, 1);
});

test('starts at the birthday', async (t) => {
  const world = new World();
  world.mine([pay(0)], [], [pay(1)]);
  const store = new MemoryStore(emptyState({ birthday: 3 }));
  await scan(store, keys, world.chain, world.client());
  t.deepEqual(world.asked, [[3, 1]]);
  t.is(Object.keys(store.state.coins).length, 1);
});

test('works in batches that are durable one by one, with progress', async (t) => {
  const world = new World();
  world.mineEmpty(249);
  world.mine([pay(0)], [pay(1)]);
  world.mineEmpty(250);
  world.mine([pay(2)]);
  const store = new MemoryStore();
  const progress: ScanProgress[] = [];
  const durable: (number | undefined)[] = [];
  let now = 0;
  await scan(store, keys, world.chain, world.client(), {
    clock: () => (now += 500),
    onProgress: (step) => {
      progress.push(step);
      durable.push(store.state.scanned?.height);
    },
  });
  t.deepEqual(world.asked, [
    [1, 250],
    [251, 250],
    [501, 2],
  ]);
  t.deepEqual(durable, [250, 500, 502]);
  t.deepEqual(
    progress.map(({ height, target, fetched }) => [height, target, fetched]),
    [
      [250, 502, 1],
      [500, 502, 2],
      [502, 502, 3],
    ],
  );
  t.is(progress[0]?.blocksPerSecond, 500);
  t.is(progress[0]?.secondsLeft, 252 / 500);
  t.is(Object.keys(store.state.coins).length, 3);
});

test('an aborted scan keeps what it has, and the next one ends it', async (t) => {
  const world = new World();
  world.mineEmpty(249);
  world.mine([pay(0)], [pay(1)]);
  const store = new MemoryStore();
  const stop = new AbortController();
  const interrupted = await scan(store, keys, world.chain, world.client(), {
    signal: stop.signal,
    onProgress: () => {
      stop.abort();
    },
  }).catch((reason: unknown) => reason);
  t.is(interrupted, stop.signal.reason);
  t.is(store.state.scanned?.height, 250);
  t.is(Object.keys(store.state.coins).length, 1);
  await scan(store, keys, world.chain, world.client());
  t.is(Object.keys(store.state.coins).length, 2);
});

test('each address in use moves the window on, in the same block too', async (t) => {
  const world = new World();
  world.mine([pay(0), pay(3), pay(6)], [pay(9)], [pay(20)]);
  const store = new MemoryStore();
  await scan(store, keys, world.chain, world.client(), { lookahead: 4 });
  t.deepEqual(
    Object.values(store.state.coins)
      .map((coin) => coin.path)
      .sort(),
    ['0/0/0', '0/0/3', '0/0/6', '0/0/9'],
  );
  t.is(store.state.nextIndex['0/0'], 10);
});

test('addresses used out of their order are found within a batch', async (t) => {
  const world = new World();
  const early = pay(5);
  const spend = transactionOf([outputOf(early, 0)], [{ script: Uint8Array.of(0x52), value: 9000 }]);
  world.mine([], [early], [spend], [pay(2)], []);
  const store = new MemoryStore();
  await scan(store, keys, world.chain, world.client(), { lookahead: 4 });
  t.deepEqual(
    Object.values(store.state.coins)
      .map((coin) => coin.path)
      .sort(),
    ['0/0/2', '0/0/5'],
  );
  t.is(store.state.coins[outpointKey(outputOf(early, 0))]?.spentBy?.height, 3);
});

test('after a reorganisation the wallet is what the new branch says', async (t) => {
  const world = new World();
  const [kept, lost, gained] = [pay(0), pay(1), pay(2)];
  const spend = transactionOf([outputOf(kept, 0)], [{ script: Uint8Array.of(0x52), value: 9000 }]);
  world.mine([kept], [], [lost], [spend], []);
  const store = new MemoryStore();
  await scan(store, keys, world.chain, world.client());
  t.is(store.state.coins[outpointKey(outputOf(kept, 0))]?.spentBy?.height, 4);
  world.fork(2);
  world.mine([], [gained], [], [], []);
  world.follow();
  await scan(store, keys, world.chain, world.client());
  t.deepEqual(
    Object.values(store.state.coins).map((coin) => [coin.path, coin.height, coin.spentBy]),
    [
      ['0/0/0', 1, null],
      ['0/0/2', 4, null],
    ],
  );
  t.is(store.state.scanned?.block, world.chain.tip.hash);
  // From the first block above the fork on, and not from further down.
  t.deepEqual(world.asked, [
    [1, 5],
    [3, 5],
  ]);
});

test('filters of another branch are noticed before they can hide a coin', async (t) => {
  const world = new World();
  world.mine([], [], [pay(0)]);
  const store = new MemoryStore();
  world.fork(1);
  world.mine([], []);
  await t.throwsAsync(scan(store, keys, world.chain, world.client()), { code: 'chain-moved' });
  t.is(store.state.scanned, null);
});

const LIES: readonly (readonly [string, (world: World) => Partial<ChainClient>, string])[] = [
  ['no filters', () => ({ filters: () => Promise.resolve([]) }), 'chain-incomplete'],
  ['a malformed filter', () => ({ filters: () => Promise.resolve([Uint8Array.of(7)]) }), 'chain-bad-filter'],
  [
    'a block that does not parse',
    () => ({ block: () => Promise.resolve(new Uint8Array(500)) }),
    'chain-bad-block',
  ],
  ['no bytes for a block', () => ({ block: () => Promise.resolve(new Uint8Array()) }), 'chain-bad-block'],
  ['another block', (world) => ({ block: () => Promise.resolve(world.block(1).raw) }), 'chain-bad-block'],
  [
    'a block with an altered payment',
    (world) => ({
      block: () => {
        const raw = Uint8Array.from(world.block(2).raw);
        const last = raw.length - 30;
        raw[last] = (raw[last] ?? 0) ^ 1;
        return Promise.resolve(raw);
      },
    }),
    'chain-bad-block',
  ],
];

for (const [name, lie, code] of LIES) {
  test(`nothing is believed of: ${name}`, async (t) => {
    const world = new World();
    world.mine([], [pay(0)], []);
    const store = new MemoryStore();
    const error = await t.throwsAsync(scan(store, keys, world.chain, world.client(lie(world))));
    t.like(error, { code });
    t.is(typeof Reflect.get(error, 'cure'), 'string');
    t.deepEqual(store.state.coins, {});
    t.is(store.state.scanned, null);
    await scan(store, keys, world.chain, world.client());
    t.is(Object.keys(store.state.coins).length, 1);
  });
}

test('a filter that matches for nothing costs a block, not the truth', async (t) => {
  const world = new World();
  world.mineEmpty(3);
  const hashOf = (height: number): BlockHash => parseHeader(world.block(height).raw.subarray(0, 80)).hash;
  const store = new MemoryStore();
  await scan(
    store,
    keys,
    world.chain,
    world.client({
      filters: (from, count) =>
        Promise.resolve(
          Array.from({ length: count }, (_unused, index) => buildFilter(hashOf(from + index), [scriptOf(0)])),
        ),
    }),
  );
  t.deepEqual(world.fetched, [1, 2, 3]);
  t.deepEqual(store.state.coins, {});
  t.is(store.state.scanned?.height, 3);
});

test('more filters than asked for are ignored', async (t) => {
  const world = new World();
  world.mine([pay(0)], []);
  const honest = world.client();
  const store = new MemoryStore();
  const client = world.client({
    filters: async (from, count) => [...(await honest.filters(from, count)), Uint8Array.of(7)],
  });
  await scan(store, keys, world.chain, client);
  t.is(store.state.scanned?.height, 2);
});
