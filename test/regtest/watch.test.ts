import anyTest, { type TestFn } from 'ava';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { duplexPair } from 'node:stream';
import { startRegtestNode, type RegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { parseTransaction, type ParsedTransaction } from '../../shared/bitcoin/transaction.ts';
import type { WatchNotice } from '../../shared/bridge/watch.ts';
import { fromHex } from '../../shared/crypto/bytes.ts';
import { connectMessages } from '../../shared/bridge/messages-client.ts';
import { serveMessages } from '../../shared/bridge/messages-server.ts';
import { parseConfig } from '../../shared/config/joinmarket-cfg.ts';
import { BitcoindRpc } from '../../vm-net/bitcoind/rpc.ts';
import { MessagesService } from '../../vm-net/messages-service.ts';
import { JoinWatch } from '../../vm-net/watch/joins.ts';
import { judgeTip, readTip } from '../../vm-net/watch/tip.ts';
import { MessageHub } from '../../vm-wallet/runtime/message-hub.ts';
import { namePending } from '../../vm-wallet/runtime/name-pending.ts';
import { emptyState } from '../fixtures/memory-store.ts';
import { createPrivatePeer } from '../fixtures/private-peers.ts';
import { startDirectory } from '../fixtures/running-directory.ts';

interface Context {
  readonly directory: string;
  readonly processes: ProcessGroup;
  readonly node: RegtestNode;
  readonly rpc: BitcoindRpc;
}

const test = anyTest as TestFn<Context>;

test.before(async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-watch-'));
  const processes = new ProcessGroup();
  const node = await startRegtestNode(processes, path.join(directory, 'node'));
  const { rpcPort: port, cookieFile } = node;
  const rpc = new BitcoindRpc({ host: '127.0.0.1', port, user: '', password: '', cookieFile });
  t.context = { directory, processes, node, rpc };
});

test.after.always(async (t) => {
  t.context.rpc.close();
  await t.context.processes.stopAll();
  await rm(t.context.directory, { recursive: true });
});

interface Spend {
  readonly hex: string;
  readonly transaction: ParsedTransaction;
}

/** Two transactions that spend the same coin, the second for a higher fee. */
async function rivals(node: RegtestNode): Promise<readonly [Spend, Spend]> {
  const coins = (await node.rpc('listunspent', [100], 'miner')) as {
    txid: string;
    vout: number;
    amount: number;
  }[];
  const coin = coins[0];
  if (coin === undefined) throw new Error('the miner has no coin');
  const spend = async (fee: number): Promise<Spend> => {
    const to = (await node.rpc('getnewaddress', [], 'miner')) as string;
    const input = { txid: coin.txid, vout: coin.vout, sequence: 0xffff_fffd };
    const amount = (Math.round(coin.amount * 1e8) - fee) / 1e8;
    const raw = await node.rpc('createrawtransaction', [[input], [{ [to]: amount }]]);
    const { hex } = (await node.rpc('signrawtransactionwithwallet', [raw], 'miner')) as { hex: string };
    return { hex, transaction: parseTransaction(fromHex(hex)) };
  };
  return [await spend(1000), await spend(50_000)];
}

function watchOn({ transaction }: Spend, rpc: BitcoindRpc): () => Promise<readonly WatchNotice[]> {
  const watch = new JoinWatch();
  const { txid, inputs, outputs } = transaction;
  watch.watch([{ txid, inputs, outputs: outputs.length }]);
  return async () => [...(await watch.look(rpc)), ...(await watch.look(rpc))];
}

test.serial('a real replacement is told, and that a block has it', async (t) => {
  const { node, rpc } = t.context;
  const [ours, theirs] = await rivals(node);
  const look = watchOn(ours, rpc);
  t.deepEqual(await look(), []);
  await node.rpc('sendrawtransaction', [ours.hex]);
  t.like(await look(), [{ txid: ours.transaction.txid, finding: 'in-mempool', inBlock: false }]);
  await node.rpc('sendrawtransaction', [theirs.hex]);
  const spender = theirs.transaction.txid;
  t.like(await look(), [{ finding: 'replaced', inBlock: false, spender }]);
  await node.mine(1);
  t.like(await look(), [{ finding: 'replaced', inBlock: true, spender }]);
});

test.serial('a real conflicting spend is told while ours was never out', async (t) => {
  const { node, rpc } = t.context;
  const [ours, theirs] = await rivals(node);
  const look = watchOn(ours, rpc);
  await node.rpc('sendrawtransaction', [theirs.hex]);
  const spender = theirs.transaction.txid;
  t.like(await look(), [{ finding: 'conflict', inBlock: false, spender }]);
  await node.mine(1);
  t.like(await look(), [{ finding: 'conflict', inBlock: true, spender }]);
  t.deepEqual(await look(), []);
});

test.serial('a conflict that comes with a block alone has no name', async (t) => {
  const { node, rpc } = t.context;
  const [ours, theirs] = await rivals(node);
  const look = watchOn(ours, rpc);
  await node.rpc('sendrawtransaction', [theirs.hex]);
  await node.mine(1);
  t.like(await look(), [{ finding: 'conflict', inBlock: true, spender: null }]);
});

test.serial('a transaction that confirms is no conflict', async (t) => {
  const { node, rpc } = t.context;
  const [ours] = await rivals(node);
  const look = watchOn(ours, rpc);
  await node.rpc('sendrawtransaction', [ours.hex]);
  await look();
  await node.mine(1);
  t.like(await look(), [{ finding: 'confirmed', inBlock: false }]);
});

test.serial('the tip of a real node is well', async (t) => {
  const facts = await readTip(t.context.rpc);
  t.like(facts, { chain: 'regtest', peers: 0, peerHeights: [] });
  t.true(facts.blocks >= 110 && facts.time >= facts.medianTime);
  t.deepEqual(judgeTip(facts, Date.now() / 1000, 120), { finding: 'well', behind: 0 });
});

test.serial('a node whose whitelist keeps its peers to itself has a tip all the same', async (t) => {
  const { directory, processes } = t.context;
  const methods =
    'getblockchaininfo,createwallet,getnewaddress,getnetworkinfo,generatetoaddress,getblockcount';
  const strict = await startRegtestNode(processes, path.join(directory, 'strict'), [
    '-rpcwhitelistdefault=1',
    `-rpcwhitelist=__cookie__:${methods}`,
  ]);
  const { rpcPort: port, cookieFile } = strict;
  const rpc = new BitcoindRpc({ host: '127.0.0.1', port, user: '', password: '', cookieFile });
  t.teardown(() => {
    rpc.close();
  });
  t.like(await readTip(rpc), { chain: 'regtest', peers: null, peerHeights: null });
});

test.serial(
  'a conflict goes all the way: from the node through jm.Messages to a sentence in the wallet',
  async (t) => {
    const { node, rpc } = t.context;
    const directory = await startDirectory(t);
    const config = parseConfig(
      `[BLOCKCHAIN]\nblockchain_source = regtest\nnetwork = testnet\n[MESSAGING:onion]\ntype = onion\ndirectory_nodes = 127.0.0.1:${directory.port}\n`,
    );
    const logged: string[] = [];
    const service = new MessagesService(config, {
      rpc,
      log: (text) => logged.push(text),
      times: { lookMs: 20 },
    });
    const [near, far] = duplexPair();
    const hello = { protocol: 1, network: 'regtest', software: 'test' } as const;
    const [call] = await Promise.all([connectMessages(near, hello), serveMessages(far, hello, service)]);
    t.teardown(() => call.close());
    const [ours, theirs] = await rivals(node);
    const { txid, inputs, outputs } = ours.transaction;
    const wallet = createPrivatePeer();
    await call.open({ nick: wallet.nick, network: 'regtest', serving: false });
    await node.rpc('sendrawtransaction', [theirs.hex]);
    const state = emptyState();
    state.pending[txid] = { raw: ours.hex, at: 1, round: null, byOwnNode: true };
    t.is(inputs.length + outputs.length, 2);
    namePending({ state }, call);
    const said = new Promise<string>((resolve, reject) => {
      const silent = (): void => undefined;
      const handlers = {
        onPrivate: silent,
        onPublic: silent,
        onLeft: silent,
        onStatus: silent,
        onShed: silent,
        onWatch: resolve,
      };
      new MessageHub(call, wallet.session, handlers, () => 0).run().catch(reject);
    });
    const sentence = `${theirs.transaction.txid} in the mempool spends a coin of ${txid}`;
    t.is(await said, `the net VM says: ${sentence}`);
    t.true(logged.includes(`watch: ${sentence}`));
  },
);
