import test from 'ava';
import { createServer } from 'node:http';
import { once } from 'node:events';
import {
  ALLOWED_METHODS,
  isAllowed,
  NODE_METHODS,
  WALLET_METHODS,
} from '../../../../vm-net/bitcoind/allowlist.ts';
import { withChecksum } from '../../../../shared/bitcoin/descriptor.ts';
import { BitcoindRpc, type RpcCall } from '../../../../vm-net/bitcoind/rpc.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';

test('nothing but these methods can be asked for', (t) => {
  t.deepEqual(
    [...ALLOWED_METHODS],
    [
      'getblockchaininfo',
      'getindexinfo',
      'getblockhash',
      'getblockheader',
      'getblock',
      'getblockfilter',
      'getpeerinfo',
      'getblockfrompeer',
      'gettxout',
      'getrawtransaction',
      'gettxoutproof',
      'getmempoolinfo',
      'getmempoolentry',
      'gettxspendingprevout',
      'estimatesmartfee',
      'testmempoolaccept',
      'sendrawtransaction',
      'scantxoutset',
      'loadwallet',
      'createwallet',
      'listdescriptors',
      'importdescriptors',
      'rescanblockchain',
      'listsinceblock',
    ],
  );
});

test('a node needs no wallet but for descriptors', (t) => {
  t.deepEqual([...ALLOWED_METHODS], [...NODE_METHODS, ...WALLET_METHODS]);
  t.false(NODE_METHODS.some((method) => /wallet|descriptors|rescan|sinceblock/u.test(method)));
});

test('a method that is not on the list leaves no byte, even hidden in a batch', async (t) => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('[]');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const rpc = new BitcoindRpc({ host: '127.0.0.1', port, user: 'u', password: 'p', cookieFile: null });
  for (const method of [
    'stop',
    'dumpprivkey',
    'addnode',
    'invalidateblock',
    'GETBLOCK',
    'getblock ',
    '__proto__',
  ]) {
    const calls = [
      { method: 'getblockhash', params: [0] },
      { method, params: [] },
    ] as unknown as RpcCall[];
    await t.throwsAsync(rpc.batch(calls), { code: 'node-refused' });
  }
  t.is(asked, 0);
  rpc.close();
  server.close();
});

const WALLET = 'jm-split-0123456789abcdef';
const XPUB = testKeys().accountXpub(0);
const BRANCH = withChecksum(`wpkh(${XPUB}/0/*)`);
const BOND = withChecksum(`raw(0020${'ab'.repeat(32)})`);

type Asked = readonly [method: string, params: readonly unknown[], wallet: string | null];

const range = (last: unknown) => ({ desc: BRANCH, timestamp: 'now', range: [0, last] });
const CREATE = [WALLET, true, true, null, false, true, true];

const ALLOWED: readonly Asked[] = [
  ['getblock', ['ab', 0], null],
  ['scantxoutset', ['start', [{ desc: BRANCH, range: [0, 999] }, BOND]], null],
  ['scantxoutset', ['status'], null],
  ['scantxoutset', ['abort'], null],
  ['loadwallet', [WALLET, true], null],
  ['createwallet', CREATE, null],
  ['listdescriptors', [], WALLET],
  ['importdescriptors', [[range(40_000), { desc: BOND, timestamp: 'now' }]], WALLET],
  ['importdescriptors', [Array.from({ length: 1040 }, () => range(0))], WALLET],
  ['rescanblockchain', [1, 2], WALLET],
  ['listsinceblock', ['ab', 1, true, false, true], WALLET],
];

for (const [index, [method, params, wallet]] of ALLOWED.entries()) {
  test(`may leave, ${index}: ${method} ${JSON.stringify(params).slice(0, 60)}`, (t) => {
    t.true(isAllowed({ method, params }, wallet));
  });
}

const PRIVATE = withChecksum(`wpkh(${XPUB.replace('tpub', 'tprv')}/0/*)`);
const WIF = withChecksum('raw(cVpF924EspNh8KjYsfhgY96mmxvT6DgdWiTYMtMjuM74hJaU5psW)');

const REFUSED: readonly Asked[] = [
  ['getblock', ['ab', 0], WALLET],
  ['scantxoutset', ['start', [{ desc: PRIVATE, range: [0, 999] }]], null],
  ['scantxoutset', ['start', [WIF]], null],
  ['scantxoutset', ['start', [BRANCH]], null],
  ['scantxoutset', ['start', [{ desc: BRANCH, range: [0, 999], more: 1 }]], null],
  ['scantxoutset', ['start', BRANCH], null],
  ['scantxoutset', ['start', [BOND], 'more'], null],
  ['scantxoutset', ['Start', [BOND]], null],
  ['scantxoutset', ['status'], WALLET],
  ['loadwallet', ['miner', true], null],
  ['loadwallet', [WALLET, false], null],
  ['loadwallet', [WALLET, true], WALLET],
  ['createwallet', [WALLET, false, true, null, false, true, true], null],
  ['createwallet', [WALLET, true, false, null, false, true, true], null],
  ['createwallet', [`${WALLET}/../miner`, true, true, null, false, true, true], null],
  ['listdescriptors', [true], WALLET],
  ['listdescriptors', [], null],
  ['listdescriptors', [], 'miner'],
  ['importdescriptors', [[{ ...range(9), desc: PRIVATE }]], WALLET],
  ['importdescriptors', [[{ desc: WIF, timestamp: 'now' }]], WALLET],
  ['importdescriptors', [[{ desc: BOND, timestamp: 0 }]], WALLET],
  ['importdescriptors', [[{ ...range(9), active: true }]], WALLET],
  ['importdescriptors', [[range(40_001)]], WALLET],
  ['importdescriptors', [[range(-1)]], WALLET],
  ['importdescriptors', [[range('9')]], WALLET],
  ['importdescriptors', [[{ ...range(9), range: [1, 9] }]], WALLET],
  ['importdescriptors', [[{ ...range(9), range: [0] }]], WALLET],
  ['importdescriptors', [[null]], WALLET],
  ['importdescriptors', [Array.from({ length: 1041 }, () => range(0))], WALLET],
  ['importdescriptors', [[range(9)]], 'miner'],
  ['importdescriptors', [[range(9)], 'more'], WALLET],
  ['rescanblockchain', [1, '2'], WALLET],
  ['rescanblockchain', [1, 2], null],
  ['listsinceblock', ['ab'], null],
  ['dumpprivkey', ['ab'], WALLET],
];

for (const [index, [method, params, wallet]] of REFUSED.entries()) {
  test(`never leaves, ${index}: ${method} ${JSON.stringify(params).slice(0, 60)}`, (t) => {
    t.false(isAllowed({ method, params }, wallet));
  });
}
