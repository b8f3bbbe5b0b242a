import anyTest, { type TestFn } from 'ava';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRegtestNode, type RegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { parseBlock } from '../../shared/bitcoin/block.ts';
import { blockHash, parseOutpoint, txid } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { ChainService } from '../../vm-net/bitcoind/chain-service.ts';
import { BitcoindRpc } from '../../vm-net/bitcoind/rpc.ts';
import { nodeClient } from '../fixtures/node-client.ts';

interface Context {
  readonly directory: string;
  readonly processes: ProcessGroup;
  readonly node: RegtestNode;
  readonly client: ChainClient;
  readonly address: string;
}

const test = anyTest as TestFn<Context>;

test.before(async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-net-chain-'));
  const processes = new ProcessGroup();
  const node = await startRegtestNode(processes, path.join(directory, 'node'));
  const address = (await node.rpc('getnewaddress', [], 'miner')) as string;
  t.context = { directory, processes, node, client: nodeClient(node), address };
});

test.after.always(async (t) => {
  await t.context.client.close();
  await t.context.processes.stopAll();
  await rm(t.context.directory, { recursive: true });
});

test.serial('status, headers, filters and blocks are those of the node', async (t) => {
  const { client, node } = t.context;
  const best = blockHash((await node.rpc('getbestblockhash')) as string);
  t.deepEqual(await client.status(), {
    chain: 'regtest',
    height: 110,
    bestBlock: best,
    syncing: false,
    progress: 1,
    pruneHeight: null,
    filterIndex: true,
  });
  const headers = await client.headers(100, 2000);
  t.is(headers.length, 11);
  t.is(toHex(headers[10] ?? new Uint8Array()), (await node.rpc('getblockheader', [best, false])) as string);
  t.deepEqual(await client.headers(111, 10), []);
  const filters = await client.filters(109, 500);
  t.is(filters.length, 2);
  const filter = (await node.rpc('getblockfilter', [best])) as { filter: string };
  t.is(toHex(filters[1] ?? new Uint8Array()), filter.filter);
  t.is(parseBlock(await client.block(best)).transactions.length, 1);
  await t.throwsAsync(client.block(blockHash('ab'.repeat(32))), { code: 'node-no-block' });
});

test.serial('a coin comes with its transaction, and with a proof once it is confirmed', async (t) => {
  const { client, node, address } = t.context;
  const id = await node.pay(address, 1_000_000n);
  t.true(await client.inMempool(txid(id)));
  const raw = (await node.rpc('getrawtransaction', [id])) as string;
  const decoded = (await node.rpc('getrawtransaction', [id, true])) as { vout: { value: number }[] };
  const outpoint = parseOutpoint(`${id}:${decoded.vout.findIndex(({ value }) => value === 0.01)}`);
  t.deepEqual(await client.coin(outpoint), { transaction: fromHex(raw), confirmation: null });
  await node.mine(3);
  t.false(await client.inMempool(txid(id)));
  const block = blockHash((await node.rpc('getblockhash', [111])) as string);
  t.deepEqual(await client.coin(outpoint), {
    transaction: fromHex(raw),
    confirmation: {
      block,
      height: 111,
      proof: fromHex((await node.rpc('gettxoutproof', [[id], block])) as string),
    },
  });
  t.is(await client.coin({ ...outpoint, vout: 7 }), null);
  t.is(await client.coin(parseOutpoint(`${'ab'.repeat(32)}:0`)), null);
  // Spent in the mempool counts as spent.
  const spend = (await node.rpc(
    'send',
    [
      { [address]: 0.009 },
      null,
      'unset',
      5,
      { inputs: [outpoint], add_inputs: false, change_address: address },
    ],
    'miner',
  )) as { txid: string };
  t.true(await client.inMempool(txid(spend.txid)));
  t.is(await client.coin(outpoint), null);
});

test.serial('a transaction is judged, broadcast, and refused with the reason of the node', async (t) => {
  const { client, node, address } = t.context;
  const made = (await node.rpc(
    'send',
    [{ [address]: 0.5 }, null, 'unset', 5, { add_to_wallet: false }],
    'miner',
  )) as { hex: string; txid: string };
  const transaction = fromHex(made.hex);
  t.deepEqual(await client.testAccept(transaction), { accepted: true, txid: txid(made.txid) });
  t.false(await client.inMempool(txid(made.txid)));
  t.deepEqual(await client.broadcast(transaction), { accepted: true, txid: txid(made.txid) });
  t.true(await client.inMempool(txid(made.txid)));
  // Handing it over again is no failure.
  t.like(await client.broadcast(transaction), { accepted: true });

  const broken = Uint8Array.from(transaction);
  // The last byte of the last signature's witness.
  broken[broken.length - 40] = (broken[broken.length - 40] ?? 0) ^ 1;
  const refusal = await client.broadcast(broken);
  t.false(refusal.accepted);
  t.regex(refusal.accepted ? '' : refusal.reason, /script|conflict|mempool/u);
  t.false((await client.testAccept(broken)).accepted);
  const garbage = await client.broadcast(Uint8Array.of(1, 2, 3));
  t.regex(garbage.accepted ? '' : garbage.reason, /decode/u);
});

test.serial('a fee estimate is null while the node has none', async (t) => {
  const estimate = await t.context.client.feeEstimate(6);
  t.is(estimate.satsPerKvb, null);
  t.true(estimate.mempoolMinimumSatsPerKvb > 0);
});

test.serial('waiting for a block ends with the block, or with the time', async (t) => {
  const { client, node } = t.context;
  const { bestBlock, height } = await client.status();
  t.is((await client.waitForBlock(bestBlock, 1)).bestBlock, bestBlock);
  const waiting = client.waitForBlock(bestBlock, 30);
  await node.mine(1);
  t.is((await waiting).height, height + 1);
  t.is((await client.waitForBlock(bestBlock, 60)).height, height + 1);
});

test.serial('wrong credentials are said to be wrong', async (t) => {
  const rpc = new BitcoindRpc({
    host: '127.0.0.1',
    port: t.context.node.rpcPort,
    user: 'nobody',
    password: 'guess',
    cookieFile: null,
  });
  const error = await t.throwsAsync(new ChainService(rpc).status(), { code: 'node-credentials' });
  t.regex(error.message, new RegExp(`127\\.0\\.0\\.1:${t.context.node.rpcPort}`, 'u'));
  rpc.close();
});
