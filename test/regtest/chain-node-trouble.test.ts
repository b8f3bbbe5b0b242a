import test from 'ava';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRegtestNode, type RegtestNode } from '../../scripts/regtest/bitcoind.ts';
import { freePort } from '../../scripts/regtest/free-port.ts';
import { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { blockHash } from '../../shared/bitcoin/outpoint.ts';
import type { ChainClient } from '../../shared/bridge/chain.ts';
import { scan } from '../../vm-wallet/chain/filter-scan.ts';
import { HeaderFile } from '../../vm-wallet/chain/header-file.ts';
import { syncHeaders } from '../../vm-wallet/chain/header-sync.ts';
import { emptyState, MemoryStore, testKeys } from '../fixtures/memory-store.ts';
import { nodeClient } from '../fixtures/node-client.ts';

const now = (): number => Math.floor(Date.now() / 1000);

/** Connects two nodes, and waits until they have shaken hands and the first has the second one's chain. */
async function join(node: RegtestNode, other: RegtestNode, port: number): Promise<void> {
  await node.rpc('addnode', [`127.0.0.1:${port}`, 'onetry']);
  // bitcoind tells nobody that a handshake is over: each question is the pause before the next one.
  while (!(await knowsServices(node))) await node.rpc('uptime');
  const best = await other.rpc('getbestblockhash');
  await node.rpc('waitforblock', [best, 60_000]);
}

/** Whether a peer has said what it keeps. */
async function knowsServices(node: RegtestNode): Promise<boolean> {
  const peers = (await node.rpc('getpeerinfo')) as readonly { readonly servicesnames: readonly string[] }[];
  return peers.some(({ servicesnames }) => servicesnames.includes('NETWORK'));
}

interface Scene {
  readonly node: RegtestNode;
  readonly client: ChainClient;
  readonly directory: string;
}

/** Runs with a node that was started with these options. */
async function withNode(options: readonly string[], run: (scene: Scene) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-trouble-'));
  const processes = new ProcessGroup();
  try {
    const node = await startRegtestNode(processes, path.join(directory, 'node'), options);
    const client = nodeClient(node);
    await run({ node, client, directory });
    await client.close();
  } finally {
    await processes.stopAll();
    await rm(directory, { recursive: true });
  }
}

test.serial('a node without filters, and one of another network, are refused with a cure', async (t) => {
  await withNode(['-blockfilterindex=0'], async ({ client, directory }) => {
    const regtest = await t.throwsAsync(syncHeaders(new HeaderFile(directory, 'regtest'), client, now()));
    t.like(regtest, { code: 'node-without-filter-index' });
    t.regex(String(Reflect.get(regtest, 'cure')), /blockfilterindex=1/u);
    const mainnet = await t.throwsAsync(syncHeaders(new HeaderFile(directory, 'mainnet'), client, now()));
    t.like(mainnet, { code: 'node-wrong-network' });
  });
});

test.serial('a pruned node serves what it still has, and names the block that it lacks', async (t) => {
  await withNode(['-prune=1', '-fastprune'], async ({ node, client, directory }) => {
    const keys = testKeys();
    await node.pay(keys.addressAt({ mixdepth: 0, branch: 0, index: 0 }), 1_000_000n);
    await node.mine(900);
    await node.pay(keys.addressAt({ mixdepth: 0, branch: 0, index: 1 }), 1_000_000n);
    await node.mine(1);
    await node.rpc('pruneblockchain', [600]);
    const headers = new HeaderFile(directory, 'regtest');
    const { status } = await syncHeaders(headers, client, now());
    t.true((status.pruneHeight ?? 0) > 111);

    // Only blocks with our coins are looked at: a filter matches by chance as well, and then a pruned block can't be cleared.
    const store = new MemoryStore(emptyState({ birthday: 111 }));
    const error = await t.throwsAsync(scan(store, keys, headers.chain, client));
    t.like(error, { code: 'block-pruned' });
    t.regex(error.message, /block 111\b|blocks \(111\b/u);

    await store.commit((draft) => {
      draft.birthday = 1011;
    });
    await scan(store, keys, headers.chain, client);
    t.deepEqual(
      Object.values(store.state.coins).map((coin) => [coin.path, coin.height]),
      [['0/0/1', 1011]],
    );
  });
});

test.serial(
  'a pruned node gets the block again from a full one, and without one all missing are named',
  async (t) => {
    const directory = await mkdtemp(path.join(tmpdir(), 'jm-peers-'));
    const processes = new ProcessGroup();
    const port = await freePort();
    const full = await startRegtestNode(processes, path.join(directory, 'full'), [
      '-listen=1',
      `-bind=127.0.0.1:${port}`,
    ]);
    const pruned = await startRegtestNode(processes, path.join(directory, 'pruned'), [
      '-prune=1',
      '-fastprune',
    ]);
    const client = nodeClient(pruned);
    try {
      const keys = testKeys();
      for (const index of [0, 1]) {
        await full.pay(keys.addressAt({ mixdepth: 0, branch: 0, index }), 1_000_000n);
        await full.mine(2);
      }
      await full.mine(900);
      await join(pruned, full, port);
      await pruned.rpc('pruneblockchain', [600]);
      const headers = new HeaderFile(path.join(directory, 'wallet'), 'regtest');
      await syncHeaders(headers, client, now());
      await t.throwsAsync(client.block(blockHash(headers.chain.headerAt(111)?.hash ?? '')), {
        code: 'block-pruned',
      });

      // Nobody to ask.
      await pruned.rpc('setnetworkactive', [false]);
      const alone = new MemoryStore(emptyState({ birthday: 111 }));
      const error = await t.throwsAsync(scan(alone, keys, headers.chain, client), { code: 'block-pruned' });
      t.regex(error.message, /\(111, (?:112, )?113\b/u);
      t.is(alone.state.scanned, null);

      await pruned.rpc('setnetworkactive', [true]);
      await join(pruned, full, port);
      await scan(alone, keys, headers.chain, client);
      t.deepEqual(
        Object.values(alone.state.coins).map((coin) => [coin.path, coin.height]),
        [
          ['0/0/0', 111],
          ['0/0/1', 113],
        ],
      );
      t.is(alone.state.scanned?.block, headers.chain.tip.hash);
    } finally {
      await client.close();
      await processes.stopAll();
      await rm(directory, { recursive: true });
    }
  },
);
