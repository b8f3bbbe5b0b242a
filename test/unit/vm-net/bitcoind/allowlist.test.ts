import test from 'ava';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { ALLOWED_METHODS } from '../../../../vm-net/bitcoind/allowlist.ts';
import { BitcoindRpc, type RpcCall } from '../../../../vm-net/bitcoind/rpc.ts';

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
      'gettxout',
      'getrawtransaction',
      'gettxoutproof',
      'getmempoolinfo',
      'getmempoolentry',
      'estimatesmartfee',
      'testmempoolaccept',
      'sendrawtransaction',
    ],
  );
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
