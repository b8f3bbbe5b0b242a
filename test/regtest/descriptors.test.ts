import anyTest, { type TestFn } from 'ava';
import { createBase58check } from '@scure/base';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRegtestNode, type RegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { concat } from '../../shared/crypto/bytes.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { scanByDescriptors } from '../../vm-wallet/chain/descriptor-scan.ts';
import { scan } from '../../vm-wallet/chain/filter-scan.ts';
import { HeaderFile } from '../../vm-wallet/chain/header-file.ts';
import { syncHeaders } from '../../vm-wallet/chain/header-sync.ts';
import { nodeWalletName, publicScripts } from '../../vm-wallet/chain/public-scripts.ts';
import { scanUtxoSet, type UtxoSetScan } from '../../vm-wallet/chain/utxo-set-scan.ts';
import { emptyState, MemoryStore, testKeys } from '../fixtures/memory-store.ts';
import { nodeClient } from '../fixtures/node-client.ts';
import { lendPrivateKey } from '../../vm-wallet/keys/lend-key.ts';

interface Context {
  readonly directory: string;
  readonly processes: ProcessGroup;
  readonly node: RegtestNode;
  readonly client: ChainClient;
  readonly headers: HeaderFile;
}

const test = anyTest as TestFn<Context>;
const keys = testKeys();
const now = (): number => Math.floor(Date.now() / 1000);
const LOOKAHEAD = 400;
/** One mixdepth: nine hundred addresses of each branch are derived fast enough. */
const storeOf = (): MemoryStore => new MemoryStore(emptyState({ mixdepths: 1, backend: 'descriptors' }));
const addressAt = (index: number, branch = 0): string => keys.addressAt({ mixdepth: 0, branch, index });
const watched = storeOf();

async function follow(
  { headers, client }: Context,
  store: MemoryStore,
  lookahead = LOOKAHEAD,
): Promise<void> {
  await syncHeaders(headers, client, now());
  await scanByDescriptors(store, keys, headers.chain, client, { lookahead });
}

function searchUnspent({ headers, client }: Context, store: MemoryStore, gap: number): Promise<UtxoSetScan> {
  const followHeaders = (): Promise<unknown> => syncHeaders(headers, client, now());
  return scanUtxoSet(store, keys, headers.chain, client, { gap, followHeaders });
}

/** Path, height and height of the spending of every coin. */
function coinsOf(store: MemoryStore): (readonly [string, number | null, number | null])[] {
  return Object.values(store.state.coins)
    .map(({ path: where, height, spentBy }) => [where, height, spentBy?.height ?? null] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

test.before(async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-descriptors-'));
  const processes = new ProcessGroup();
  const node = await startRegtestNode(processes, path.join(directory, 'node'));
  const headers = new HeaderFile(path.join(directory, 'wallet'), 'regtest');
  t.context = { directory, processes, node, client: nodeClient(node), headers };
});

test.after.always(async (t) => {
  await t.context.client.close();
  await t.context.processes.stopAll();
  await rm(t.context.directory, { recursive: true });
});

test.serial('Core knows our descriptors by the same checksum, and keeps no key of ours', async (t) => {
  const { node, client } = t.context;
  const shown = publicScripts(keys, emptyState({ mixdepths: 5 }), () => 99);
  for (const { descriptor } of shown.descriptors) {
    const info = await node.rpc('getdescriptorinfo', [descriptor]);
    t.like(info, { descriptor, isrange: true, hasprivatekeys: false });
  }
  await client.watch('jm-split-00112233aabbccdd', { ...shown, scripts: shown.scripts.slice(0, 3) });
  await client.watch('jm-split-00112233aabbccdd', { ...shown, scripts: shown.scripts.slice(0, 4) });
  const info = await node.rpc('getwalletinfo', [], 'jm-split-00112233aabbccdd');
  t.like(info, { private_keys_enabled: false, descriptors: true });
  const { descriptors } = (await node.rpc('listdescriptors', [], 'jm-split-00112233aabbccdd')) as {
    readonly descriptors: readonly unknown[];
  };
  t.is(descriptors.length, 14);
});

test.serial('finds deposits, bonds, change and spends that Core names', async (t) => {
  const { node } = t.context;
  await node.pay(addressAt(0), 5_000_000n);
  await node.pay(keys.addressAt({ mixdepth: 0, branch: 2, index: 5 }), 6_000_000n);
  await node.mine(1);
  await node.pay(addressAt(3, 1), 7_000_000n);
  await node.mine(2);
  await follow(t.context, watched);
  t.deepEqual(coinsOf(watched), [
    ['0/0/0', 111, null],
    ['0/1/3', 112, null],
    ['0/2/5', 111, null],
  ]);
  t.is(watched.state.scanned?.height, 113);
});

test.serial(
  'what moves from one branch of ours to another is found, though it is only change for Core',
  async (t) => {
    const { node } = t.context;
    const [outpoint] = Object.entries(watched.state.coins).find(([, coin]) => coin.path === '0/0/0') ?? [];
    const [id = '', vout = ''] = (outpoint ?? '').split(':');
    const spending = await node.rpc('createrawtransaction', [
      [{ txid: id, vout: Number(vout) }],
      [{ [addressAt(9, 1)]: 0.0499 }],
    ]);
    const signed = (await node.rpc('signrawtransactionwithkey', [spending, [wifOf()]])) as {
      readonly hex: string;
    };
    await node.rpc('sendrawtransaction', [signed.hex]);
    await node.mine(1);
    await follow(t.context, watched);
    t.deepEqual(coinsOf(watched).slice(0, 3), [
      ['0/0/0', 111, 114],
      ['0/1/3', 112, null],
      ['0/1/9', 114, null],
    ]);
  },
);

test.serial('addresses behind the range that Core knows come up when the range is widened', async (t) => {
  const { node } = t.context;
  await node.pay(addressAt(1080), 1_000_000n);
  await node.mine(1);
  await node.pay(addressAt(710), 1_000_000n);
  await node.pay(addressAt(390), 1_000_000n);
  await node.mine(1);
  await follow(t.context, watched);
  t.deepEqual(
    coinsOf(watched)
      .filter(([where]) => where.startsWith('0/0/'))
      .map(([where, height]) => [where, height]),
    [
      ['0/0/0', 111],
      ['0/0/1080', 115],
      ['0/0/390', 116],
      ['0/0/710', 116],
    ],
  );
});

test.serial('finds what the filters find, in Core wallets that are there already too', async (t) => {
  const { headers, client } = t.context;
  const [again, filtered] = [storeOf(), storeOf()];
  await follow(t.context, again);
  await scan(filtered, keys, headers.chain, client, { lookahead: LOOKAHEAD });
  t.deepEqual(coinsOf(again), coinsOf(filtered));
  t.deepEqual(coinsOf(again), coinsOf(watched));
  t.deepEqual(again.state.nextIndex, filtered.state.nextIndex);
});

test.serial('the set of unspent outputs holds the same coins, without those that are spent', async (t) => {
  const store = storeOf();
  const result = await searchUnspent(t.context, store, 1100);
  t.is(result.height, 116);
  t.deepEqual(result.doubtful, []);
  t.deepEqual(
    coinsOf(store),
    coinsOf(watched).filter(([, , spent]) => spent === null),
  );
  t.is(store.state.nextIndex['0/0'], 1081);
  t.is(store.state.history.length, 6);
  // With a gap that is too small the rest stays unseen, until it is searched for again.
  const narrow = storeOf();
  await searchUnspent(t.context, narrow, 400);
  t.false(Object.values(narrow.state.coins).some((coin) => coin.path === '0/0/1080'));
});

test.serial('a coin that is spent in the mempool is not taken', async (t) => {
  const { client, node } = t.context;
  const [key = ''] = Object.entries(watched.state.coins).find(([, coin]) => coin.path === '0/1/9') ?? [];
  const [id, vout] = key.split(':');
  const spending = await node.rpc('createrawtransaction', [
    [{ txid: id, vout: Number(vout) }],
    [{ [addressAt(10, 1)]: 0.0498 }],
  ]);
  const signed = (await node.rpc('signrawtransactionwithkey', [spending, [wifOf(9, 1)]])) as {
    readonly hex: string;
  };
  await node.rpc('sendrawtransaction', [signed.hex]);
  const store = storeOf();
  const result = await searchUnspent(t.context, store, 100);
  t.deepEqual(
    result.doubtful.map(({ coin, doubt }) => [coin as string, doubt]),
    [[key, 'not-found']],
  );
  t.is(await client.utxoSetProgress(), null);
  // The change is found by the scan that goes on from there.
  await node.mine(1);
  await follow(t.context, store, 30);
  t.true(coinsOf(store).some(([where, height]) => where === '0/1/10' && height === 117));
});

test.serial('follows a reorganisation', async (t) => {
  const { node, headers } = t.context;
  await node.pay(addressAt(20), 2_000_000n);
  await node.mine(1);
  await follow(t.context, watched);
  t.true(coinsOf(watched).some(([where, height]) => where === '0/0/20' && height === 118));
  await node.rpc('invalidateblock', [headers.chain.headerAt(118)?.hash]);
  for (let count = 0; count < 2; count += 1) await node.rpc('generateblock', ['raw(51)', []]);
  await follow(t.context, watched);
  t.is(headers.chain.height, 119);
  t.false(coinsOf(watched).some(([where, height]) => where === '0/0/20' && height !== null));
  await node.mine(1);
  await follow(t.context, watched);
  t.true(coinsOf(watched).some(([where, height]) => where === '0/0/20' && height === 120));
});

test.serial('a node without wallets, or whose whitelist knows none, is named with its cure', async (t) => {
  const { directory, processes, node } = t.context;
  await node.rpc('unloadwallet', [nodeWalletName(keys)]);
  await t.notThrowsAsync(t.context.client.watch(nodeWalletName(keys), { descriptors: [], scripts: [] }));
  const methods =
    'getblockchaininfo,createwallet,getnewaddress,getnetworkinfo,generatetoaddress,getblockcount';
  const strict = await startRegtestNode(processes, path.join(directory, 'strict'), [
    '-rpcwhitelistdefault=1',
    `-rpcwhitelist=__cookie__:${methods}`,
  ]);
  const client = nodeClient(strict);
  for (const question of [
    () => client.watch(nodeWalletName(keys), { descriptors: [], scripts: [] }),
    () => client.scanUtxoSet({ descriptors: [], scripts: [] }),
  ]) {
    const error = await t.throwsAsync(question());
    t.like(error, { code: 'node-without-wallet' });
    t.regex(String(Reflect.get(error, 'cure')), /disablewallet/u);
  }
  await client.close();
});

/** The private key of an address, for Core to sign with: only in this test, and only on regtest. */
function wifOf(index = 0, branch = 0): string {
  return lendPrivateKey(keys, { mixdepth: 0, branch, index }, (key) =>
    createBase58check(sha256).encode(concat(Uint8Array.of(0xef), key, Uint8Array.of(1))),
  );
}
