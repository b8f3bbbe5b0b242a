import test from 'ava';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { genesisHeader } from '../../../../shared/bitcoin/genesis.ts';
import { parseHeader, type Header } from '../../../../shared/bitcoin/header.ts';
import type { Network } from '../../../../shared/bitcoin/network.ts';
import type { ChainClient, NodeStatus } from '../../../../shared/bridge/chain.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { HeaderChain, type Extension } from '../../../../vm-wallet/chain/header-chain.ts';
import { HeaderFile } from '../../../../vm-wallet/chain/header-file.ts';
import { checkNode, staleTipWarning, syncHeaders } from '../../../../vm-wallet/chain/header-sync.ts';
import { chainClientOf, nodeStatus } from '../../../fixtures/chain-client.ts';
import { mineBranch, regtestGenesis } from '../../../fixtures/mine-headers.ts';

const GENESIS = regtestGenesis();
const LATER = GENESIS.time + 100_000_000;

/** A node whose best chain the test can exchange. */
class Node {
  chain: readonly Uint8Array[];
  status: Partial<NodeStatus> = {};
  readonly asked: (readonly [from: number, count: number])[] = [];
  onHeaders: (() => void) | null = null;

  constructor(blocks: readonly Uint8Array[], genesis: Uint8Array = genesisHeader('regtest')) {
    this.chain = [genesis, ...blocks];
  }

  header(height: number): Header {
    return parseHeader(this.chain[height] ?? new Uint8Array());
  }

  client(): ChainClient {
    return chainClientOf({
      status: () => {
        const height = this.chain.length - 1;
        return Promise.resolve(nodeStatus({ height, bestBlock: this.header(height).hash, ...this.status }));
      },
      headers: (from, count) => {
        this.asked.push([from, count]);
        const answer = this.chain.slice(from, from + count);
        this.onHeaders?.();
        return Promise.resolve(answer);
      },
    });
  }
}

async function inFolder(run: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'jm-sync-'));
  try {
    await run(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('a new wallet fetches everything in batches, tells how far it is, and keeps it', async (t) => {
  await inFolder(async (directory) => {
    const node = new Node(mineBranch(GENESIS, 4001));
    const headers = new HeaderFile(directory, 'regtest');
    const progress: number[] = [];
    const found = await syncHeaders(headers, node.client(), LATER, (height) => progress.push(height));
    t.is(found.reorganisedFrom, null);
    t.is(found.status.height, 4001);
    t.deepEqual(progress, [2000, 4000, 4001]);
    t.true(node.asked.every(([, count]) => count <= 2000));
    t.is(new HeaderFile(directory, 'regtest').chain.tip.hash, node.header(4001).hash);
  });
});

test('at the tip, nothing is asked for; behind it, only what is new', async (t) => {
  await inFolder(async (directory) => {
    const node = new Node(mineBranch(GENESIS, 100));
    const headers = new HeaderFile(directory, 'regtest');
    await syncHeaders(headers, node.client(), LATER);
    node.asked.length = 0;
    await syncHeaders(headers, node.client(), LATER);
    t.deepEqual(node.asked, []);
    node.chain = [...node.chain, ...mineBranch(node.header(100), 2)];
    await syncHeaders(headers, node.client(), LATER);
    t.deepEqual(node.asked, [
      [100, 1],
      [101, 2],
    ]);
    t.is(headers.chain.height, 102);
  });
});

test('finds where a better branch forks off, at any depth, with few questions', async (t) => {
  const trunk = mineBranch(GENESIS, 300);
  for (const fork of [0, 1, 2, 150, 255, 298, 299]) {
    await inFolder(async (directory) => {
      const node = new Node(trunk);
      const headers = new HeaderFile(directory, 'regtest');
      await syncHeaders(headers, node.client(), LATER);
      node.chain = [...node.chain.slice(0, fork + 1), ...mineBranch(node.header(fork), 301 - fork, 7)];
      node.asked.length = 0;
      const found = await syncHeaders(headers, node.client(), LATER);
      t.is(found.reorganisedFrom, fork + 1);
      t.is(headers.chain.tip.hash, node.header(301).hash);
      t.true(node.asked.length < 20, `${node.asked.length} questions`);
    });
  }
});

test('a branch with less or equal work is an alarm, and our chain stays', async (t) => {
  await inFolder(async (directory) => {
    const trunk = mineBranch(GENESIS, 50);
    const node = new Node(trunk);
    const headers = new HeaderFile(directory, 'regtest');
    await syncHeaders(headers, node.client(), LATER);
    const { hash } = headers.chain.tip;
    for (const length of [5, 49, 50]) {
      node.chain = [...node.chain.slice(0, 1), ...mineBranch(GENESIS, length, 7)];
      const error = await t.throwsAsync(syncHeaders(headers, node.client(), LATER));
      t.like(error, { code: 'chain-less-work' });
      t.regex(error.message, new RegExp(`block 50\\b.*block ${length}\\b`, 'u'));
      t.is(headers.chain.tip.hash, hash);
    }
  });
});

test('a node that is behind on our own chain is an alarm with both heights', async (t) => {
  await inFolder(async (directory) => {
    const trunk = mineBranch(GENESIS, 50);
    const node = new Node(trunk);
    const headers = new HeaderFile(directory, 'regtest');
    await syncHeaders(headers, node.client(), LATER);
    for (const height of [0, 1, 49]) {
      node.chain = [genesisHeader('regtest'), ...trunk.slice(0, height)];
      const error = await t.throwsAsync(syncHeaders(headers, node.client(), LATER), {
        code: 'chain-less-work',
      });
      t.regex(error.message, new RegExp(`at block ${height}, we have verified 50`, 'u'));
    }
    t.is(headers.chain.height, 50);
  });
});

/** Takes whatever is offered, and remembers it: work that outweighs more blocks can't be mined in a test. */
class Offered extends HeaderFile {
  readonly offers: (readonly [height: number, count: number])[] = [];

  override extend(height: number, raws: readonly Uint8Array[]): Extension {
    this.offers.push([height, raws.length]);
    return { fork: height - 1, height: height + raws.length - 1 };
  }
}

test('a branch of fewer blocks is judged by its work, all at once', async (t) => {
  await inFolder(async (directory) => {
    const trunk = mineBranch(GENESIS, 2600);
    new HeaderFile(directory, 'regtest').extend(1, trunk, LATER);
    const fork = parseHeader(trunk[39] ?? new Uint8Array());
    const node = new Node([...trunk.slice(0, 40), ...mineBranch(fork, 2500, 7)]);
    const headers = new Offered(directory, 'regtest');
    await syncHeaders(headers, node.client(), LATER);
    t.deepEqual(headers.offers, [[41, 2500]]);
  });
});

test('a node that changes its branch while we read is read again', async (t) => {
  await inFolder(async (directory) => {
    const node = new Node(mineBranch(GENESIS, 2500));
    const better = [...node.chain.slice(0, 1), ...mineBranch(GENESIS, 2600, 7)];
    let calls = 0;
    node.onHeaders = () => {
      calls += 1;
      if (calls === 2) node.chain = better;
    };
    const headers = new HeaderFile(directory, 'regtest');
    await syncHeaders(headers, node.client(), LATER);
    t.is(headers.chain.height, 2600);
    t.is(headers.chain.tip.hash, node.header(2600).hash);
  });
});

test('a node with another first block is refused', async (t) => {
  await inFolder(async (directory) => {
    const node = new Node(mineBranch(GENESIS, 3), genesisHeader('testnet'));
    await t.throwsAsync(syncHeaders(new HeaderFile(directory, 'regtest'), node.client(), LATER), {
      code: 'chain-wrong-genesis',
    });
  });
});

test('a node that claims more blocks than it shows is refused', async (t) => {
  await inFolder(async (directory) => {
    const node = new Node(mineBranch(GENESIS, 3));
    node.status = { height: 10 };
    await t.throwsAsync(syncHeaders(new HeaderFile(directory, 'regtest'), node.client(), LATER), {
      code: 'chain-incomplete',
    });
  });
});

test('a mainnet chain with little work behind it is not believed', async (t) => {
  const first = fromHex(
    '010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299',
  );
  await inFolder(async (directory) => {
    const node = new Node([first], genesisHeader('mainnet'));
    node.status = { chain: 'main' };
    const error = await t.throwsAsync(
      syncHeaders(new HeaderFile(directory, 'mainnet'), node.client(), LATER),
    );
    t.like(error, { code: 'chain-behind' });
  });
});

const TROUBLES: readonly (readonly [string, Partial<NodeStatus>, Network, string, RegExp])[] = [
  ['another network', { chain: 'main' }, 'regtest', 'node-wrong-network', /"main".*regtest/u],
  [
    'still syncing',
    { syncing: true, height: 7, progress: 0.256 },
    'regtest',
    'node-syncing',
    /block 7, 25\.6 %/u,
  ],
  ['no filter index', { filterIndex: false }, 'regtest', 'node-without-filter-index', /without compact/u],
  ['index being built', { filterIndex: 5, height: 7 }, 'regtest', 'node-syncing', /5 of 7/u],
];

for (const [name, status, network, code, message] of TROUBLES) {
  test(`says what is wrong with the node, and what helps: ${name}`, (t) => {
    const error = t.throws(() => {
      checkNode(nodeStatus(status), network);
    });
    t.like(error, { code });
    t.regex(error.message, message);
    t.regex(String(Reflect.get(error, 'cure')), /\w/u);
  });
}

test('a healthy node passes, with an index that has caught up too', (t) => {
  t.notThrows(() => {
    checkNode(nodeStatus({ height: 7, filterIndex: 7 }), 'regtest');
    checkNode(nodeStatus({ chain: 'main' }), 'mainnet');
  });
});

test('warns of a tip that is more than three hours old, but not on regtest', (t) => {
  const { time } = new HeaderChain('mainnet').tip;
  t.is(staleTipWarning(new HeaderChain('mainnet'), time + 3 * 3600), null);
  t.regex(String(staleTipWarning(new HeaderChain('mainnet'), time + 3 * 3600 + 1)), /3 hours old/u);
  t.is(staleTipWarning(new HeaderChain('regtest'), time + 1e8), null);
});
