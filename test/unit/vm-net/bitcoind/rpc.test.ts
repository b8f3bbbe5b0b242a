import anyTest, { type ExecutionContext, type TestFn } from 'ava';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../../scripts/regtest/free-port.ts';
import type { NodeConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { isJmError } from '../../../../shared/errors.ts';
import { ChainService } from '../../../../vm-net/bitcoind/chain-service.ts';
import { BitcoindRpc } from '../../../../vm-net/bitcoind/rpc.ts';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';

interface Context {
  readonly servers: Server[];
  readonly clients: BitcoindRpc[];
}

/** What a scripted node does with a request. */
type Script = (body: string, response: ServerResponse, request: IncomingMessage) => void;

const test = anyTest as TestFn<Context>;
const ID = txid('11'.repeat(32));

test.beforeEach((t) => {
  t.context = { servers: [], clients: [] };
});

test.afterEach.always((t) => {
  for (const client of t.context.clients) client.close();
  for (const server of t.context.servers) server.close();
});

async function node(
  t: ExecutionContext<Context>,
  script: Script,
  config: Partial<NodeConfig> = {},
): Promise<BitcoindRpc> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      script(Buffer.concat(parts).toString(), response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.context.servers.push(server);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return client(t, { port, ...config });
}

function client(t: ExecutionContext<Context>, config: Partial<NodeConfig>): BitcoindRpc {
  const rpc = new BitcoindRpc({
    host: '127.0.0.1',
    port: 1,
    user: 'alice',
    password: 'secret',
    cookieFile: null,
    ...config,
  });
  t.context.clients.push(rpc);
  return rpc;
}

/** A node that answers every call of a batch with this error. */
function failing(code: number, message: string): Script {
  return (body, response) => {
    const calls = JSON.parse(body) as { id: number }[];
    response.end(JSON.stringify(calls.map(({ id }) => ({ id, result: null, error: { code, message } }))));
  };
}

test('sends basic credentials and puts answers into the order of the calls', async (t) => {
  let authorization: string | undefined;
  const rpc = await node(t, (_body, response, request) => {
    authorization = request.headers.authorization;
    response.end(
      '[{"id":1,"result":"second","error":null},{"id":0,"result":null,"error":{"code":-8,"message":"first"}}]',
    );
  });
  const answers = await rpc.batch([
    { method: 'getblockhash', params: [1] },
    { method: 'getblockhash', params: [0] },
  ]);
  t.deepEqual(answers, [
    { ok: false, code: -8, message: 'first' },
    { ok: true, result: 'second' },
  ]);
  t.is(authorization, `Basic ${Buffer.from('alice:secret').toString('base64')}`);
});

test('reads the cookie anew for each request', async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-rpc-'));
  const cookieFile = path.join(directory, '.cookie');
  const seen: (string | undefined)[] = [];
  const rpc = await node(
    t,
    (_body, response, request) => {
      seen.push(request.headers.authorization);
      response.end('[{"id":0,"result":null}]');
    },
    { cookieFile },
  );
  for (const cookie of ['__cookie__:one', '__cookie__:two']) {
    await writeFile(cookieFile, cookie);
    await rpc.call('getmempoolinfo');
  }
  t.deepEqual(
    seen,
    ['__cookie__:one', '__cookie__:two'].map((cookie) => `Basic ${Buffer.from(cookie).toString('base64')}`),
  );
  await rm(directory, { recursive: true });
  const error = await t.throwsAsync(rpc.call('getmempoolinfo'), { code: 'node-unreachable' });
  t.regex(error.message, /cookie file/u);
  t.regex(cureOf(error), /rpc_cookie_file/u);
});

test('a port where nothing listens is named, with the keys to check', async (t) => {
  const port = await freePort();
  const error = await t.throwsAsync(client(t, { port }).call('getmempoolinfo'), { code: 'node-unreachable' });
  t.is(error.message, `bitcoind does not answer at 127.0.0.1:${port} (ECONNREFUSED)`);
  t.regex(cureOf(error), /rpc_host and rpc_port/u);
});

const STATUSES: readonly (readonly [number, string, RegExp])[] = [
  [401, 'node-credentials', /rpc_user and rpc_password/u],
  [403, 'node-credentials', /rpc_user and rpc_password/u],
  [503, 'node-busy', /rpcworkqueue/u],
];

for (const [status, code, cure] of STATUSES) {
  test(`HTTP status ${status} is ${code}`, async (t) => {
    const rpc = await node(t, (_body, response) => {
      response.writeHead(status).end('no');
    });
    const error = await t.throwsAsync(rpc.call('getmempoolinfo'), { code });
    t.regex(cureOf(error), cure);
    t.notRegex(`${error.message} ${cureOf(error)}`, /secret/u);
  });
}

for (const [what, answer] of [
  ['HTML', '<html></html>'],
  ['an object', '{"id":0,"result":1}'],
  ['too few answers', '[]'],
  ['answers that are not objects', '[1]'],
] as const) {
  test(`${what} is not an answer of bitcoind`, async (t) => {
    const rpc = await node(t, (_body, response) => {
      response.end(answer);
    });
    await t.throwsAsync(rpc.call('getmempoolinfo'), { code: 'node-bad-answer' });
  });
}

test('an answer over 64 MiB is given up', async (t) => {
  const rpc = await node(t, (_body, response) => {
    const part = Buffer.alloc(1024 * 1024, 'x');
    const more = (): void => {
      if (!response.destroyed) response.write(part, more);
    };
    more();
  });
  const error = await t.throwsAsync(rpc.call('getmempoolinfo'), { code: 'node-unreachable' });
  t.regex(error.message, /too large/u);
});

test('a connection that ends in the middle of an answer is an error, not an empty answer', async (t) => {
  const rpc = await node(t, (_body, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('[', () => response.destroy());
  });
  await t.throwsAsync(rpc.call('getmempoolinfo'), { code: 'node-unreachable' });
});

test('a connection that the node closed while it was idle is replaced', async (t) => {
  let count = 0;
  const rpc = await node(t, (_body, response) => {
    count += 1;
    // The second request meets a connection that the node is just giving up.
    if (count === 2) response.destroy();
    else response.end('[{"id":0,"result":7}]');
  });
  t.is(await rpc.call('getmempoolinfo'), 7);
  t.is(await rpc.call('getmempoolinfo'), 7);
  t.is(count, 3);
});

const NODE_ERRORS: readonly (readonly [number, string, string, RegExp])[] = [
  [-28, 'Loading block index...', 'node-syncing', /Wait/u],
  [-1, 'Index is not enabled for filtertype basic', 'node-without-filter-index', /blockfilterindex=1/u],
  [-1, 'Filter not found. Block filters are still in the process of being indexed.', 'node-syncing', /Wait/u],
  [-1, 'Block not available (pruned data)', 'block-pruned', /prunes later/u],
  [-5, 'Block not found', 'node-no-block', /^$/u],
  [-8, 'A forged \u001b[31mline\n of text', 'node-refused', /^$/u],
];

for (const [code, message, expected, cure] of NODE_ERRORS) {
  test(`bitcoind's error ${code} (${message.slice(0, 20)}) is ${expected}`, async (t) => {
    const rpc = await node(t, failing(code, message));
    const error = await t.throwsAsync(rpc.call('getblock', '00', 0), { code: expected });
    t.regex(cureOf(error), cure);
    t.regex(error.message, /^[\x20-\x7e]+$/u);
  });
}

test('a node that fails has not judged a transaction', async (t) => {
  const starting = new ChainService(await node(t, failing(-28, 'Verifying blocks...')));
  await t.throwsAsync(starting.broadcast(Uint8Array.of(1)), { code: 'node-syncing' });
  await t.throwsAsync(starting.inMempool(ID), { code: 'node-syncing' });
  const judging = new ChainService(await node(t, failing(-26, 'min relay fee not met')));
  t.deepEqual(await judging.broadcast(Uint8Array.of(1)), {
    accepted: false,
    reason: 'min relay fee not met',
  });
  const unknown = new ChainService(await node(t, failing(-5, 'Transaction not in mempool')));
  t.false(await unknown.inMempool(ID));
});

const INFO = {
  chain: 'main',
  blocks: 5,
  headers: 5,
  bestblockhash: '22'.repeat(32),
  initialblockdownload: true,
  verificationprogress: 1.2,
  pruned: true,
  pruneheight: 3,
};

function answering(info: unknown, index: unknown): Script {
  return (_body, response) => {
    response.end(
      JSON.stringify([
        { id: 0, result: info },
        { id: 1, result: index },
      ]),
    );
  };
}

test('says what the node is: syncing, pruned, with which index', async (t) => {
  const index = { 'basic block filter index': { synced: false, best_block_height: 4 } };
  const status = await new ChainService(await node(t, answering(INFO, index))).status();
  t.deepEqual(status, {
    chain: 'main',
    height: 5,
    bestBlock: INFO.bestblockhash,
    syncing: true,
    progress: 1,
    pruneHeight: 3,
    filterIndex: 4,
  } as never);
  const regtest = { ...INFO, chain: 'regtest', pruned: false };
  const idle = await new ChainService(await node(t, answering(regtest, {}))).status();
  t.like(idle, { syncing: false, pruneHeight: null, filterIndex: false });
  const behind = { ...regtest, headers: 6 };
  t.true((await new ChainService(await node(t, answering(behind, {}))).status()).syncing);
});

test('answers of an unknown form are said to be that', async (t) => {
  for (const info of [
    null,
    7,
    {},
    { ...INFO, blocks: -1 },
    { ...INFO, blocks: '5' },
    { ...INFO, bestblockhash: 'x' },
  ]) {
    const service = new ChainService(await node(t, answering(info, {})));
    const error = await t.throwsAsync(service.status());
    t.true(isJmError(error), JSON.stringify(info));
  }
});

function cureOf(error: Error): string {
  return isJmError(error) ? (error.cure ?? '') : '';
}
