import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { outpointKey, txid } from '../../../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../../../shared/bridge/chain.ts';
import { JmError } from '../../../../shared/errors.ts';
import { scanByDescriptors } from '../../../../vm-wallet/chain/descriptor-scan.ts';
import type { ScanProgress } from '../../../../vm-wallet/chain/scan-options.ts';
import { outputOf, transactionOf } from '../../../fixtures/blocks.ts';
import { emptyState, MemoryStore, testKeys } from '../../../fixtures/memory-store.ts';
import { WatchingWorld } from '../../../fixtures/watching-world.ts';

const keys = testKeys();
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const FOREIGN = Uint8Array.of(0x52);

/** One mixdepth, so that the node of these tests derives little. */
const storeOf = (): MemoryStore => new MemoryStore(emptyState({ mixdepths: 1, backend: 'descriptors' }));

let salt = 0;

function pay(index: number, branch = 0): Transaction {
  salt += 1;
  const script = keys.scriptAt({ mixdepth: 0, branch, index });
  return transactionOf([ELSEWHERE], [{ script, value: 10_000 + salt }], salt);
}

function spend(paid: Transaction): Transaction {
  return transactionOf([outputOf(paid, 0)], [{ script: FOREIGN, value: 9000 }]);
}

const pathsOf = (store: MemoryStore): string[] =>
  Object.values(store.state.coins)
    .map(({ path }) => path)
    .sort();

test('finds what was paid to us and spent by us, and fetches no other block', async (t) => {
  const world = new WatchingWorld(keys);
  const [first, second, bond] = [pay(0), pay(2, 1), pay(7, 2)];
  world.mine([], [first], [], [second, bond], [], [spend(first)], []);
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(world.fetched, [2, 4, 6]);
  t.is(store.state.coins[outpointKey(outputOf(first, 0))]?.spentBy?.height, 6);
  t.is(store.state.coins[outpointKey(outputOf(second, 0))]?.height, 4);
  t.is(store.state.coins[outpointKey(outputOf(bond, 0))]?.path, '0/2/7');
  t.deepEqual(store.state.scanned, { height: 7, block: world.chain.tip.hash });
});

test('goes on where it stopped, shows its scripts once, and asks for nothing at the tip', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine([], []);
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client());
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(world.asked, [[1, 2]]);
  t.is(world.shown.length, 1);
  t.deepEqual(
    world.shown[0]?.descriptors.map(({ last }) => last),
    [999, 999],
  );
  world.mine([pay(0)]);
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(world.asked[1], [3, 1]);
  t.deepEqual(pathsOf(store), ['0/0/0']);
});

test('starts at the birthday', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine([pay(0)], [], [pay(1)]);
  const store = new MemoryStore(emptyState({ mixdepths: 1, birthday: 3 }));
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(world.asked, [[3, 1]]);
  t.deepEqual(pathsOf(store), ['0/0/1']);
});

test('addresses used out of their order are found, in one block and over several', async (t) => {
  const world = new WatchingWorld(keys);
  const early = pay(5);
  world.mine([], [early, pay(8)], [spend(early)], [pay(2), pay(3)], []);
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client(), { lookahead: 4 });
  t.deepEqual(pathsOf(store), ['0/0/2', '0/0/3', '0/0/5', '0/0/8']);
  t.is(store.state.coins[outpointKey(outputOf(early, 0))]?.spentBy?.height, 3);
  t.deepEqual(world.fetched, [2, 3, 4]);
});

test('what comes behind the range that the node knows is found after it was shown more', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine([pay(1005)], [pay(995)], []);
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client(), { lookahead: 999 });
  t.deepEqual(
    world.shown.map(({ descriptors }) => descriptors.map(({ last }) => last)),
    [
      [999, 999],
      [1999, 999],
      [2999, 999],
    ],
  );
  t.deepEqual(pathsOf(store), ['0/0/1005', '0/0/995']);
  t.is(store.state.nextIndex['0/0'], 1006);
});

test('batches are durable one by one, become larger while they are quick, and survive an interruption', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine(
    ...Array.from({ length: 499 }, () => []),
    [pay(0)],
    [pay(1)],
    ...Array.from({ length: 600 }, () => []),
  );
  const store = storeOf();
  const stop = new AbortController();
  const progress: ScanProgress[] = [];
  let now = 0;
  const scan = (): Promise<void> =>
    scanByDescriptors(store, keys, world.chain, world.client(), {
      signal: stop.signal,
      clock: () => (now += 500),
      onProgress: (step) => {
        progress.push(step);
        if (progress.length === 1) stop.abort();
      },
    });
  t.is(await scan().catch((reason: unknown) => reason), stop.signal.reason);
  t.is(store.state.scanned?.height, 500);
  t.deepEqual(pathsOf(store), ['0/0/0']);
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(pathsOf(store), ['0/0/0', '0/0/1']);
  t.deepEqual(world.asked, [
    [1, 500],
    [501, 500],
    [1001, 101],
  ]);
  t.like(progress[0], { height: 500, target: 1101, fetched: 1 });
});

test('a batch that takes long makes the next one smaller', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine(...Array.from({ length: 800 }, () => []));
  let now = 0;
  await scanByDescriptors(storeOf(), keys, world.chain, world.client(), { clock: () => (now += 60_000) });
  t.deepEqual(world.asked, [
    [1, 500],
    [501, 250],
    [751, 50],
  ]);
});

test('a page that ends early is continued behind its end', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine([pay(0)], [pay(1)], []);
  const store = storeOf();
  const honest = world.client();
  const client = world.client({
    ownTransactions: async (wallet, from, count) => {
      const page = await honest.ownTransactions(wallet, from, count);
      return { transactions: page.transactions.filter(({ height }) => height <= from), through: from };
    },
  });
  await scanByDescriptors(store, keys, world.chain, client);
  t.deepEqual(world.asked, [
    [1, 3],
    [2, 2],
    [3, 1],
  ]);
  t.deepEqual(pathsOf(store), ['0/0/0', '0/0/1']);
});

test('after a reorganisation the wallet is what the new branch says', async (t) => {
  const world = new WatchingWorld(keys);
  const [kept, lost, gained] = [pay(0), pay(1), pay(2)];
  world.mine([kept], [], [lost], [spend(kept)], []);
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client());
  world.reorganise(2, [], [gained], [], [], []);
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(
    Object.values(store.state.coins).map((coin) => [coin.path, coin.height, coin.spentBy]),
    [
      ['0/0/0', 1, null],
      ['0/0/2', 4, null],
    ],
  );
  t.is(store.state.scanned?.block, world.chain.tip.hash);
});

type Lie = (world: WatchingWorld) => Partial<ChainClient>;

/** Blocks: 1 empty, 2 pays us, 3 empty but for a foreign transaction. */
const LIES: readonly (readonly [string, Lie, string])[] = [
  [
    'a wrong block for a transaction',
    (world) => answer([{ ...world.row(2, 1), ...at(world, 3) }]),
    'chain-bad-block',
  ],
  [
    'an invented txid',
    (world) => answer([{ ...world.row(2, 1), txid: txid('ab'.repeat(32)) }]),
    'chain-bad-block',
  ],
  [
    'a block that is not of our chain',
    (world) => answer([{ ...world.row(2, 1), block: world.row(3, 0).block }]),
    'chain-moved',
  ],
  ['a block above the tip', (world) => answer([{ ...world.row(2, 1), height: 9 }]), 'chain-incomplete'],
  [
    'a block below those asked for',
    (world) => answer([{ ...world.row(2, 1), height: 0 }]),
    'chain-incomplete',
  ],
  ['an answer for nothing', () => answer([], 0), 'chain-incomplete'],
  ['an answer for more than was asked', () => answer([], 4), 'chain-incomplete'],
  ['no bytes for a block', () => ({ block: () => Promise.resolve(new Uint8Array()) }), 'chain-bad-block'],
  ['another block', (world) => ({ block: () => Promise.resolve(world.block(1).raw) }), 'chain-bad-block'],
];

function answer(
  transactions: readonly ReturnType<WatchingWorld['row']>[],
  through = 3,
): Partial<ChainClient> {
  return { ownTransactions: () => Promise.resolve({ transactions, through }) };
}

function at(
  world: WatchingWorld,
  height: number,
): { readonly block: ReturnType<WatchingWorld['row']>['block']; readonly height: number } {
  const { block } = world.row(height, 0);
  return { block, height };
}

function threeBlocks(): WatchingWorld {
  const world = new WatchingWorld(keys);
  world.mine([], [pay(0)], [transactionOf([ELSEWHERE], [{ script: FOREIGN, value: 700 }])]);
  return world;
}

for (const [name, lie, code] of LIES) {
  test(`nothing is believed of: ${name}`, async (t) => {
    const world = threeBlocks();
    const store = storeOf();
    await t.throwsAsync(scanByDescriptors(store, keys, world.chain, world.client(lie(world))), { code });
    t.deepEqual(store.state.coins, {});
    t.is(store.state.scanned, null);
    await scanByDescriptors(store, keys, world.chain, world.client());
    t.deepEqual(pathsOf(store), ['0/0/0']);
  });
}

test('repeated, unordered and foreign transactions cost a block, not the truth', async (t) => {
  const world = threeBlocks();
  const store = storeOf();
  const rows = [world.row(3, 1), world.row(2, 1), world.row(3, 1), world.row(2, 0), world.row(2, 1)];
  await scanByDescriptors(store, keys, world.chain, world.client(answer(rows)));
  t.deepEqual(world.fetched, [2, 3]);
  t.deepEqual(pathsOf(store), ['0/0/0']);
  t.is(store.state.history.length, 1);
});

test('a transaction that the node does not name is found all the same in a block that it does', async (t) => {
  const world = threeBlocks();
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client(answer([world.row(2, 0)])));
  t.deepEqual(pathsOf(store), ['0/0/0']);
});

test('omission hides a payment until somebody honest is asked', async (t) => {
  const world = threeBlocks();
  const store = storeOf();
  await scanByDescriptors(store, keys, world.chain, world.client(answer([])));
  t.deepEqual(store.state.coins, {});
  t.is(store.state.scanned?.height, 3);
  await store.commit((draft) => {
    draft.scanned = null;
  });
  await scanByDescriptors(store, keys, world.chain, world.client());
  t.deepEqual(pathsOf(store), ['0/0/0']);
});

test('more addresses than the net VM may be asked about are refused with a cure', async (t) => {
  const world = threeBlocks();
  const store = storeOf();
  await store.commit((draft) => {
    draft.nextIndex['0/0'] = 20_000;
  });
  const error = await t.throwsAsync(scanByDescriptors(store, keys, world.chain, world.client()));
  t.like(error, { code: 'chain-too-many-addresses' });
  t.regex(String(Reflect.get(error, 'cure')), /--backend filters/u);
});

test('blocks that nobody has are named together, and what lies below them is kept', async (t) => {
  const world = new WatchingWorld(keys);
  world.mine([pay(0)], [pay(1)], [pay(2)], []);
  const store = storeOf();
  const honest = world.client();
  const gone = new JmError('block-pruned', 'gone');
  const client = world.client({
    block: (hash) => (hash === world.row(1, 0).block ? honest.block(hash) : Promise.reject(gone)),
    fetchBlock: () => Promise.reject(gone),
  });
  const error = await t.throwsAsync(scanByDescriptors(store, keys, world.chain, client));
  t.like(error, { code: 'block-pruned' });
  t.regex(error.message, /2, 3/u);
  t.deepEqual(pathsOf(store), ['0/0/0']);
  t.is(store.state.scanned?.height, 1);
  const helped = world.client({
    block: () => Promise.reject(gone),
    fetchBlock: (hash) => honest.block(hash),
  });
  await scanByDescriptors(store, keys, world.chain, helped);
  t.deepEqual(pathsOf(store), ['0/0/0', '0/0/1', '0/0/2']);
});
