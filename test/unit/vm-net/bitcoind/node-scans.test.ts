import test, { type ExecutionContext } from 'ava';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { withChecksum } from '../../../../shared/bitcoin/descriptor.ts';
import { NodeScans } from '../../../../vm-net/bitcoind/node-scans.ts';
import { BitcoindRpc } from '../../../../vm-net/bitcoind/rpc.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';

const WALLET = 'jm-split-0123456789abcdef';
const XPUB = testKeys().accountXpub(0);
const [EXTERNAL = '', INTERNAL = ''] = [0, 1].map((branch) => withChecksum(`wpkh(${XPUB}/${branch}/*)`));
const SCRIPT = `0020${'ab'.repeat(32)}`;
const HASH = '22'.repeat(32);

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly params: readonly unknown[];
}

type Answer =
  { readonly result: unknown } | { readonly error: { readonly code: number; readonly message: string } };

/** A node that answers each method with this; what it was asked is noted. A number is an HTTP status. */
async function node(t: ExecutionContext, answers: Readonly<Record<string, Answer | number>>) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [call] = JSON.parse(Buffer.concat(parts).toString()) as (Omit<Asked, 'path'> & { id: number })[];
      if (call === undefined) return;
      asked.push({ path: request.url ?? '', method: call.method, params: call.params });
      const answer = answers[call.method] ?? { result: null };
      if (typeof answer === 'number') response.writeHead(answer).end();
      else response.end(JSON.stringify([{ id: call.id, ...answer }]));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const rpc = new BitcoindRpc({ host: '127.0.0.1', port, user: 'u', password: 'p', cookieFile: null });
  t.teardown(() => {
    rpc.close();
    server.close();
  });
  return { scans: new NodeScans(rpc), asked };
}

const known = (...descriptors: readonly unknown[]): Answer => ({ result: { descriptors } });
const branches = (last: number) => [EXTERNAL, INTERNAL].map((descriptor) => ({ descriptor, last }));

test('makes the wallet when there is none, blank and without private keys, and imports into it', async (t) => {
  const { scans, asked } = await node(t, {
    loadwallet: { error: { code: -18, message: 'Path does not exist.' } },
    listdescriptors: known(),
    importdescriptors: { result: [{ success: true }, { success: true }, { success: true }] },
  });
  await scans.watch(WALLET, { descriptors: branches(9), scripts: [SCRIPT] });
  t.deepEqual(
    asked.map(({ path, method }) => [path, method]),
    [
      ['/', 'loadwallet'],
      ['/', 'createwallet'],
      [`/wallet/${WALLET}`, 'listdescriptors'],
      [`/wallet/${WALLET}`, 'importdescriptors'],
    ],
  );
  t.deepEqual(asked[1]?.params, [WALLET, true, true, null, false, true, true]);
  t.deepEqual(asked[3]?.params, [
    [
      { desc: EXTERNAL, timestamp: 'now', range: [0, 9] },
      { desc: INTERNAL, timestamp: 'now', range: [0, 9] },
      { desc: withChecksum(`raw(${SCRIPT})`), timestamp: 'now' },
    ],
  ]);
});

test('imports only what the wallet does not watch already', async (t) => {
  const { scans, asked } = await node(t, {
    loadwallet: { error: { code: -35, message: 'already loaded' } },
    listdescriptors: known(
      { desc: EXTERNAL, range: [0, 9] },
      { desc: INTERNAL, range: [0, 8] },
      { desc: withChecksum(`raw(${SCRIPT})`) },
    ),
    importdescriptors: { result: [{ success: true }] },
  });
  await scans.watch(WALLET, { descriptors: branches(8), scripts: [SCRIPT] });
  t.false(asked.some(({ method }) => method === 'importdescriptors'));
  await scans.watch(WALLET, { descriptors: branches(9), scripts: [SCRIPT] });
  t.deepEqual(asked.at(-1)?.params, [[{ desc: INTERNAL, timestamp: 'now', range: [0, 9] }]]);
});

test('a script that the node would not watch is an error', async (t) => {
  for (const result of [[{ success: true }], [{ success: true }, { success: false }], [], 'yes']) {
    const { scans } = await node(t, { listdescriptors: known(), importdescriptors: { result } });
    const error = await t.throwsAsync(scans.watch(WALLET, { descriptors: branches(9), scripts: [] }));
    t.regex(String(Reflect.get(error, 'code')), /^node-(refused|bad-answer)$/u);
  }
});

const TROUBLE: readonly (readonly [string, Answer | number, string])[] = [
  ['no wallets', { error: { code: -32601, message: 'Method not found' } }, 'node-without-wallet'],
  ['a whitelist', 403, 'node-without-wallet'],
  ['wrong credentials', 401, 'node-credentials'],
  [
    'a rescan that still runs',
    { error: { code: -4, message: 'Wallet is currently rescanning. Abort' } },
    'node-busy',
  ],
  ['a corrupt wallet', { error: { code: -4, message: 'Wallet corrupted' } }, 'node-refused'],
];

for (const [name, answer, code] of TROUBLE) {
  test(`is told with its code: ${name}`, async (t) => {
    const { scans } = await node(t, { loadwallet: answer, rescanblockchain: answer });
    await t.throwsAsync(scans.watch(WALLET, { descriptors: [], scripts: [] }), { code });
    await t.throwsAsync(scans.ownTransactions(WALLET, 1, 1), { code });
  });
}

/** So many transactions in each block, by height. */
function listed(counts: Readonly<Record<number, number>>): Answer {
  let serial = 0;
  const transactions = Object.entries(counts).flatMap(([height, count]) =>
    Array.from({ length: count }, () => {
      serial += 1;
      const id = serial.toString(16).padStart(64, '0');
      return { txid: id, blockhash: HASH, blockheight: Number(height), confirmations: 1 };
    }),
  );
  return { result: { transactions: [...transactions].reverse() } };
}

const PAGES: readonly (readonly [Readonly<Record<number, number>>, number, number])[] = [
  [{}, 0, 19],
  [{ 9: 3, 10: 999, 20: 5 }, 999, 19],
  [{ 10: 500, 11: 500 }, 1000, 19],
  [{ 10: 500, 11: 501 }, 500, 10],
  [{ 10: 500, 11: 400, 15: 500 }, 900, 14],
  [{ 10: 1001 }, 1000, 10],
  [{ 12: 1500, 13: 1 }, 1000, 12],
];

for (const [counts, rows, through] of PAGES) {
  test(`of the blocks 10 to 19, with ${JSON.stringify(counts)}, a page ends at ${through}`, async (t) => {
    const { scans, asked } = await node(t, {
      rescanblockchain: { result: {} },
      getblockhash: { result: HASH },
      listsinceblock: listed(counts),
    });
    const page = await scans.ownTransactions(WALLET, 10, 10);
    t.is(page.transactions.length, rows);
    t.is(page.through, through);
    t.true(page.transactions.every(({ height }) => height >= 10 && height <= through));
    t.deepEqual(
      asked.map(({ method, params }) => [method, params]),
      [
        ['rescanblockchain', [10, 19]],
        ['getblockhash', [9]],
        ['listsinceblock', [HASH, 1, true, false, true]],
      ],
    );
  });
}

test('a transaction that the node lists by output is told once, and one without a block never', async (t) => {
  const row = { txid: '11'.repeat(32), blockhash: HASH, blockheight: 10 };
  const { scans } = await node(t, {
    listsinceblock: { result: { transactions: [row, row, { txid: '33'.repeat(32), confirmations: 0 }] } },
    getblockhash: { result: HASH },
  });
  const { transactions } = await scans.ownTransactions(WALLET, 10, 1);
  t.deepEqual(transactions, [{ txid: row.txid, block: HASH, height: 10 }] as never);
});

test('unspent outputs come with their heights; an aborted search is an error', async (t) => {
  const unspents = [{ txid: '11'.repeat(32), vout: 2, height: 7, amount: 1 }];
  const found = { success: true, height: 9, bestblock: HASH, unspents };
  const { scans, asked } = await node(t, { scantxoutset: { result: found } });
  t.deepEqual(await scans.scanUtxoSet({ descriptors: branches(9), scripts: [SCRIPT] }), {
    height: 9,
    block: HASH,
    coins: [{ txid: '11'.repeat(32), vout: 2, height: 7 }],
  } as never);
  t.deepEqual(asked[0]?.params, [
    'start',
    [
      ...branches(9).map(({ descriptor }) => ({ desc: descriptor, range: [0, 9] })),
      withChecksum(`raw(${SCRIPT})`),
    ],
  ]);
  const aborted = await node(t, { scantxoutset: { result: { ...found, success: false } } });
  await t.throwsAsync(aborted.scans.scanUtxoSet({ descriptors: [], scripts: [] }), { code: 'node-refused' });
});

for (const [count, passes] of [
  [1999, true],
  [2000, true],
  [2001, false],
] as const) {
  test(`${count} coins are ${passes ? 'told' : 'too many for this way'}`, async (t) => {
    const unspents = Array.from({ length: count }, (_unused, vout) => ({
      txid: '11'.repeat(32),
      vout,
      height: 7,
    }));
    const result = { success: true, height: 9, bestblock: HASH, unspents };
    const { scans } = await node(t, { scantxoutset: { result } });
    const outcome = scans.scanUtxoSet({ descriptors: [], scripts: [] });
    if (passes) t.is((await outcome).coins.length, count);
    else await t.throwsAsync(outcome, { code: 'node-refused' });
  });
}

test('progress is what the node says, or nothing', async (t) => {
  for (const [result, percent] of [
    [null, null],
    [{ progress: 40 }, 40],
    [{ progress: 400 }, 100],
  ] as const) {
    const { scans } = await node(t, { scantxoutset: { result } });
    t.is(await scans.utxoSetProgress(), percent);
  }
  const { scans, asked } = await node(t, {});
  await scans.abortUtxoSetScan();
  t.deepEqual(asked[0]?.params, ['abort']);
});
