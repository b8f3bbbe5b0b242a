import test from 'ava';
import type { Transaction } from 'bitcoinjs-lib';
import { outpointKey, txid, type Outpoint } from '../../../../shared/bitcoin/outpoint.ts';
import type { ChainClient, CoinEvidence } from '../../../../shared/bridge/chain.ts';
import type { UtxoSetFindings } from '../../../../shared/bridge/chain-scan.ts';
import { fromHex, reversed } from '../../../../shared/crypto/bytes.ts';
import { JmError } from '../../../../shared/errors.ts';
import { scanUtxoSet, type UtxoSetScan } from '../../../../vm-wallet/chain/utxo-set-scan.ts';
import { outputOf, transactionOf, type Payment } from '../../../fixtures/blocks.ts';
import { merkleProof } from '../../../fixtures/merkle-proof.ts';
import { emptyState, MemoryStore, testKeys } from '../../../fixtures/memory-store.ts';
import { WatchingWorld } from '../../../fixtures/watching-world.ts';

const keys = testKeys();
const ELSEWHERE = { txid: txid('77'.repeat(32)), vout: 0 };
const FOREIGN: Payment = { script: Uint8Array.of(0x52), value: 700 };
const TIP = 4;

const storeOf = (): MemoryStore => new MemoryStore(emptyState({ mixdepths: 1 }));
const paymentTo = (index: number, value = 10_000 + index): Payment => ({
  script: keys.scriptAt({ mixdepth: 0, branch: 0, index }),
  value,
});
const pay = (...payments: readonly Payment[]): Transaction =>
  transactionOf([ELSEWHERE], payments, payments[0]?.value);

/** Two payments of ours in one transaction, one more, and one that is foreign; the tip is block 4. */
function scene() {
  const world = new WatchingWorld(keys);
  const double = pay(paymentTo(7), FOREIGN, paymentTo(3));
  const single = pay(paymentTo(0));
  const foreign = pay(FOREIGN);
  world.mine([], [double], [single, foreign], []);
  const coins = [
    { ...outputOf(double, 0), height: 2 },
    { ...outputOf(double, 2), height: 2 },
    { ...outputOf(single, 0), height: 3 },
  ];
  return { world, double, single, foreign, coins };
}

type Scene = ReturnType<typeof scene>;

/** What an honest node shows for a coin. */
function evidenceOf(world: WatchingWorld, { txid: id }: Outpoint, height: number): CoinEvidence {
  const { raw, block } = world.block(height);
  const position = block.transactions.findIndex((transaction) => transaction.txid === id);
  const leaves = block.transactions.map((transaction) => reversed(fromHex(transaction.txid)));
  const proof = merkleProof(leaves, new Set([position]), raw.subarray(0, 80));
  const transaction = block.transactions[position]?.raw ?? new Uint8Array();
  return { transaction, confirmation: { block: block.header.hash, height, proof } };
}

function clientOf(
  { world, coins }: Scene,
  found: Partial<UtxoSetFindings> = {},
  changes: Partial<ChainClient> = {},
) {
  const tip = { height: TIP, block: world.row(TIP, 0).block };
  return world.client({
    scanUtxoSet: () => Promise.resolve({ ...tip, coins, ...found }),
    coin: (outpoint) => {
      const named = coins.find((coin) => outpointKey(coin) === outpointKey(outpoint));
      return Promise.resolve(named === undefined ? null : evidenceOf(world, outpoint, named.height));
    },
    ...changes,
  });
}

function search(store: MemoryStore, { world }: Scene, client: ChainClient, gap = 20): Promise<UtxoSetScan> {
  return scanUtxoSet(store, keys, world.chain, client, { gap, followHeaders: () => Promise.resolve() });
}

const unspent = (store: MemoryStore): (readonly [string, string, number | null])[] =>
  Object.values(store.state.coins).map(({ path, value, height }) => [path, value, height]);

test('takes proven coins with their heights, and goes on from the searched block', async (t) => {
  const setting = scene();
  const store = storeOf();
  const result = await search(store, setting, clientOf(setting));
  t.deepEqual(unspent(store), [
    ['0/0/7', '10007', 2],
    ['0/0/3', '10003', 2],
    ['0/0/0', '10000', 3],
  ]);
  t.like(result, { height: TIP, gone: [], doubtful: [] });
  t.is(result.added.length, 3);
  t.is(store.state.nextIndex['0/0'], 8);
  t.deepEqual(store.state.scanned, { height: TIP, block: setting.world.chain.tip.hash });
  t.deepEqual(
    store.state.history.map(({ kind, amount, height, at }) => [kind, amount, height, at]),
    [2, 3].map((height) => [
      'deposit',
      height === 2 ? '20010' : '10000',
      height,
      setting.world.chain.headerAt(height)?.time,
    ]),
  );
});

test('an output that is not in the set is not taken with the others of its transaction', async (t) => {
  const setting = scene();
  const store = storeOf();
  await search(store, setting, clientOf(setting, { coins: setting.coins.slice(0, 1) }));
  t.deepEqual(unspent(store), [['0/0/7', '10007', 2]]);
});

test('a second search with a wider gap adds what is new, and takes nothing twice', async (t) => {
  const setting = scene();
  const store = storeOf();
  await search(store, setting, clientOf(setting, { coins: setting.coins.slice(1) }), 4);
  const result = await search(store, setting, clientOf(setting), 9);
  t.deepEqual(result.added, [outpointKey(outputOf(setting.double, 0))]);
  t.is(Object.keys(store.state.coins).length, 3);
  t.deepEqual(
    store.state.history.map(({ amount }) => amount),
    ['20010', '10000'],
  );
});

test('the node is asked for as many addresses as the gap says', async (t) => {
  const setting = scene();
  const asked: number[][] = [];
  const client = clientOf(setting);
  const listening: ChainClient = {
    ...client,
    scanUtxoSet: (shown) => {
      asked.push(shown.descriptors.map(({ last }) => last));
      return client.scanUtxoSet(shown);
    },
  };
  const store = storeOf();
  await search(store, setting, listening, 10);
  await search(store, setting, listening, 10);
  t.deepEqual(asked, [
    [9, 9],
    [17, 9],
  ]);
});

const refused = (evidence: (honest: CoinEvidence) => CoinEvidence | null) => (setting: Scene) =>
  clientOf(
    setting,
    {},
    {
      coin: (outpoint) => {
        const { height = 0 } =
          setting.coins.find((coin) => outpointKey(coin) === outpointKey(outpoint)) ?? {};
        const honest = evidenceOf(setting.world, outpoint, height);
        return Promise.resolve(height === 3 ? evidence(honest) : honest);
      },
    },
  );

const naming = (extra: (setting: Scene) => Outpoint & { readonly height: number }) => (setting: Scene) => {
  const coins = [...setting.coins.slice(0, 2), extra(setting)];
  return clientOf({ ...setting, coins });
};

const pruned = (fetchBlock: (setting: Scene) => ChainClient['fetchBlock']) => (setting: Scene) => {
  const honest = clientOf(setting);
  const gone = new JmError('block-pruned', 'gone');
  return clientOf(
    setting,
    {},
    {
      coin: (outpoint) =>
        outpoint.txid === setting.coins[2]?.txid ? Promise.reject(gone) : honest.coin(outpoint),
      block: () => Promise.reject(gone),
      fetchBlock: fetchBlock(setting),
    },
  );
};

const LIES: readonly (readonly [string, (setting: Scene) => ChainClient, string])[] = [
  ['a spent coin', refused(() => null), 'not-found'],
  [
    'a wrong amount',
    refused((honest) => {
      const transaction = Uint8Array.from(honest.transaction);
      // The lowest byte of the output's value, behind version, input count, input and output count.
      transaction[47] = (transaction[47] ?? 0) ^ 1;
      return { ...honest, transaction };
    }),
    'wrong-transaction',
  ],
  ['a coin that is not in a block', refused((honest) => ({ ...honest, confirmation: null })), 'unconfirmed'],
  [
    'a proof without a merkle tree',
    refused(({ transaction, confirmation }) => ({
      transaction,
      confirmation: confirmation === null ? null : { ...confirmation, proof: new Uint8Array(10) },
    })),
    'bad-proof',
  ],
  [
    'a block that is not of our chain',
    refused(({ transaction, confirmation }) => ({
      transaction,
      confirmation: confirmation === null ? null : { ...confirmation, height: 1 },
    })),
    'block-not-in-chain',
  ],
  ["somebody else's coin", naming(({ foreign }) => ({ ...outputOf(foreign, 0), height: 3 })), 'not-ours'],
  [
    'an output that is not there',
    naming(({ single }) => ({ ...outputOf(single, 5), height: 3 })),
    'no-such-output',
  ],
  [
    'a coin in a block that nobody has',
    pruned(() => () => Promise.reject(new JmError('block-pruned', 'gone'))),
    'block-pruned',
  ],
];

for (const [name, lie, doubt] of LIES) {
  test(`not taken, and said: ${name}`, async (t) => {
    const setting = scene();
    const store = storeOf();
    const result = await search(store, setting, lie(setting));
    t.deepEqual(
      result.doubtful.map((one) => one.doubt),
      [doubt as never],
    );
    t.is(result.added.length, 2);
    t.deepEqual(
      unspent(store).map(([path]) => path),
      ['0/0/7', '0/0/3'],
    );
  });
}

test('a coin in a pruned block is proven by the block that a peer gives', async (t) => {
  const setting = scene();
  const store = storeOf();
  const helped = pruned(
    ({ world }) =>
      (hash) =>
        world.client().block(hash),
  );
  const result = await search(store, setting, helped(setting));
  t.deepEqual(result.doubtful, []);
  t.is(result.added.length, 3);
});

test('a coin is counted once, however often it is named', async (t) => {
  const setting = scene();
  const store = storeOf();
  const coins = [...setting.coins, ...setting.coins];
  const result = await search(store, setting, clientOf({ ...setting, coins }));
  t.is(result.added.length, 3);
  t.is(Object.keys(store.state.coins).length, 3);
});

test('a coin that the verified chain shows as spent is refused', async (t) => {
  const setting = scene();
  const store = storeOf();
  await search(store, setting, clientOf(setting));
  const key = outpointKey(outputOf(setting.single, 0));
  await store.commit((draft) => {
    const coin = draft.coins[key];
    if (coin !== undefined) coin.spentBy = { txid: '99'.repeat(32), height: 4 };
  });
  const result = await search(store, setting, clientOf(setting));
  t.deepEqual(result.doubtful, [{ coin: key, doubt: 'spent' }]);
});

test('a search of a block that is not ours changes nothing', async (t) => {
  const setting = scene();
  for (const found of [{ block: setting.world.row(1, 0).block }, { height: 9 }, { height: 3 }]) {
    const store = storeOf();
    await t.throwsAsync(search(store, setting, clientOf(setting, found)), { code: 'chain-moved' });
    t.is(store.commits, 0);
  }
});

test('leaving out a coin that the wallet has followed to the tip is a lie', async (t) => {
  const setting = scene();
  const store = storeOf();
  await search(store, setting, clientOf(setting));
  const before = store.state;
  const shorter = clientOf(setting, { coins: setting.coins.slice(1) });
  await t.throwsAsync(search(store, setting, shorter), { code: 'chain-incomplete' });
  t.is(store.state, before);
});

test('a wallet that is behind learns what is gone meanwhile', async (t) => {
  const setting = scene();
  const store = storeOf();
  await search(store, setting, clientOf(setting));
  await store.commit((draft) => {
    draft.scanned = { height: 3, block: setting.world.row(3, 0).block };
  });
  const result = await search(store, setting, clientOf(setting, { coins: setting.coins.slice(1) }));
  t.deepEqual(result.gone, [outpointKey(outputOf(setting.double, 0))]);
  t.is(Object.keys(store.state.coins).length, 2);
  t.is(store.state.scanned?.height, TIP);
});
