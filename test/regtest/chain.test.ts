import anyTest, { type TestFn } from 'ava';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRegtestNode, type RegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { parseBlock } from '../../shared/bitcoin/block.ts';
import { buildFilter } from '../../shared/bitcoin/compact-filter.ts';
import { blockHash, parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { verifyCoin } from '../../vm-wallet/chain/coin-evidence.ts';
import { scan } from '../../vm-wallet/chain/filter-scan.ts';
import { HeaderFile } from '../../vm-wallet/chain/header-file.ts';
import { syncHeaders } from '../../vm-wallet/chain/header-sync.ts';
import { balanceOf, unspentCoins } from '../../vm-wallet/coins/wallet-coins.ts';
import { MemoryStore, testKeys } from '../fixtures/memory-store.ts';
import { nodeClient } from '../fixtures/node-client.ts';

interface Context {
  readonly directory: string;
  readonly processes: ProcessGroup;
  readonly node: RegtestNode;
  readonly client: ChainClient;
  readonly headers: HeaderFile;
  readonly store: MemoryStore;
}

const test = anyTest as TestFn<Context>;
const keys = testKeys();
const now = (): number => Math.floor(Date.now() / 1000);
const addressAt = (mixdepth: number, index: number): string => keys.addressAt({ mixdepth, branch: 0, index });

/** Like the wallet does it: headers first, then coins. */
async function follow({ headers, store, client }: Context): Promise<void> {
  await syncHeaders(headers, client, now());
  await scan(store, keys, headers.chain, client);
}

function heights(store: MemoryStore): Record<string, number | null> {
  return Object.fromEntries(
    unspentCoins(store.state).map((coin) => [`${coin.path.mixdepth}/${coin.path.index}`, coin.height]),
  );
}

test.before(async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-chain-'));
  const processes = new ProcessGroup();
  const node = await startRegtestNode(processes, path.join(directory, 'node'));
  const headers = new HeaderFile(path.join(directory, 'wallet'), 'regtest');
  t.context = { directory, processes, node, client: nodeClient(node), headers, store: new MemoryStore() };
});

test.after.always(async (t) => {
  await t.context.client.close();
  await t.context.processes.stopAll();
  await rm(t.context.directory, { recursive: true });
});

test.serial('verifies a real chain and finds what it pays', async (t) => {
  const { node, headers, store } = t.context;
  await follow(t.context);
  t.is(headers.chain.height, 110);
  t.deepEqual(store.state.coins, {});
  await node.pay(addressAt(0, 0), 5_000_000n);
  await node.mine(1);
  await node.pay(addressAt(2, 4), 7_000_000n);
  await node.mine(2);
  await follow(t.context);
  t.deepEqual(heights(store), { '0/0': 111, '2/4': 112 });
  t.is(balanceOf(unspentCoins(store.state)).available, 12_000_000n as never);
  t.is<string, string>(headers.chain.tip.hash, String(await node.rpc('getbestblockhash')));
});

test.serial('builds the filters that bitcoind builds', async (t) => {
  const { node, headers, client } = t.context;
  for (const height of [1, 111, 112]) {
    const hash = headers.chain.headerAt(height)?.hash ?? '';
    const block = parseBlock(await client.block(blockHash(hash)));
    const verbose = (await node.rpc('getblock', [hash, 3])) as {
      readonly tx: readonly {
        readonly vin: readonly { readonly prevout?: { readonly scriptPubKey: { readonly hex: string } } }[];
      }[];
    };
    const spent = verbose.tx.flatMap((transaction) =>
      transaction.vin.flatMap(({ prevout }) =>
        prevout === undefined ? [] : [fromHex(prevout.scriptPubKey.hex)],
      ),
    );
    const paid = block.transactions
      .flatMap((transaction) => transaction.outputs.map((output) => output.script))
      .filter((script) => script.length > 0 && script[0] !== 0x6a);
    const [theirs] = await client.filters(height, 1);
    t.is(toHex(buildFilter(block.header.hash, [...paid, ...spent])), toHex(theirs ?? new Uint8Array()));
  }
});

test.serial('believes in a coin as far as a real proof goes', async (t) => {
  const { client, store, headers, node } = t.context;
  const [key] = Object.keys(store.state.coins);
  const outpoint = parseOutpoint(key ?? '');
  const evidence = await client.coin(outpoint);
  t.like(verifyCoin(outpoint, evidence, headers.chain), {
    ok: true,
    value: { confirmations: 3, height: 111, value: 5_000_000n },
  });
  t.deepEqual(verifyCoin({ ...outpoint, vout: 9 }, evidence, headers.chain), {
    ok: false,
    error: 'no-such-output',
  });

  const unconfirmed = parseOutpoint(`${await node.pay(addressAt(1, 0), 1_000_000n)}:0`);
  const inMempool = verifyCoin(unconfirmed, await client.coin(unconfirmed), headers.chain);
  t.like(inMempool, { ok: true, value: { confirmations: 0, height: null } });
  await node.mine(1);
  // The node is one block ahead of what we verified: not believed before the header is.
  const ahead = await client.coin(unconfirmed);
  t.deepEqual(verifyCoin(unconfirmed, ahead, headers.chain), { ok: false, error: 'block-not-in-chain' });
  await follow(t.context);
  t.like(verifyCoin(unconfirmed, ahead, headers.chain), { ok: true, value: { confirmations: 1 } });
});

test.serial('follows a reorganisation: coins of the old branch go, those of the new one come', async (t) => {
  const { node, headers, store } = t.context;
  await node.pay(addressAt(3, 0), 2_000_000n);
  await node.mine(2);
  await follow(t.context);
  t.is(heights(store)['3/0'], 115);

  const oldTip = headers.chain.tip.hash;
  const fork = headers.chain.headerAt(115)?.hash;
  await node.rpc('invalidateblock', [fork]);
  // Shorter, then equally long: our chain has at least as much work, so it stays.
  await t.throwsAsync(follow(t.context), { code: 'chain-less-work' });
  for (let count = 0; count < 2; count += 1) await mineEmpty(node);
  await t.throwsAsync(follow(t.context), { code: 'chain-less-work' });
  t.is(headers.chain.tip.hash, oldTip);
  t.is(heights(store)['3/0'], 115);

  await mineEmpty(node);
  await follow(t.context);
  t.is(headers.chain.height, 117);
  t.is(heights(store)['3/0'], undefined);
  t.deepEqual([heights(store)['0/0'], heights(store)['2/4']], [111, 112]);

  // The payment went back into the mempool, and confirms again.
  await node.mine(1);
  await follow(t.context);
  t.is(heights(store)['3/0'], 118);
});

test.serial(
  'a new wallet on the same words finds the same coins, and the headers are still there',
  async (t) => {
    const { directory, store, client } = t.context;
    const headers = new HeaderFile(path.join(directory, 'wallet'), 'regtest');
    t.is(headers.chain.height, 118);
    const fresh = { ...t.context, headers, store: new MemoryStore() };
    await scan(fresh.store, keys, headers.chain, client);
    t.deepEqual(heights(fresh.store), heights(store));
  },
);

/** A block without the transactions of the mempool. */
async function mineEmpty(node: RegtestNode): Promise<void> {
  await node.rpc('generateblock', ['raw(51)', []]);
}
