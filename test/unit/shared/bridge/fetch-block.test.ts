import test from 'ava';
import { duplexPair } from 'node:stream';
import { blockHash, type BlockHash } from '../../../../shared/bitcoin/outpoint.ts';
import { MAX_BLOCK_BYTES, type ChainClient } from '../../../../shared/bridge/chain.ts';
import { connectChain } from '../../../../shared/bridge/chain-client.ts';
import { serveChain } from '../../../../shared/bridge/chain-server.ts';
import { JmError } from '../../../../shared/errors.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';

const SAID = { protocol: 1, network: 'regtest', software: 'test' } as const;
const HASH = blockHash('ab'.repeat(32));

/** A call to a net VM that answers `fetchBlock` like this. */
async function call(fetchBlock: ChainClient['fetchBlock']): Promise<ChainClient> {
  const [near, far] = duplexPair();
  const [client] = await Promise.all([
    connectChain(near, SAID),
    serveChain(far, SAID, chainClientOf({ fetchBlock })),
  ]);
  return client;
}

test('a fetched block comes over the bridge, and so does the trouble of having none', async (t) => {
  const asked: BlockHash[] = [];
  const client = await call((hash) => {
    asked.push(hash);
    if (asked.length === 1) return Promise.resolve(Uint8Array.of(1, 2, 3));
    return Promise.reject(new JmError('block-pruned', 'none of its 2 full peers gave it'));
  });
  t.deepEqual(await client.fetchBlock(HASH), Uint8Array.of(1, 2, 3));
  await t.throwsAsync(client.fetchBlock(HASH), { code: 'block-pruned', message: /full peers/u });
  t.deepEqual(asked, [HASH, HASH]);
  await client.close();
});

test('a fetched block may be as large as blocks are, and not larger', async (t) => {
  const sizes = [MAX_BLOCK_BYTES - 1, MAX_BLOCK_BYTES, MAX_BLOCK_BYTES + 1];
  const client = await call(() => Promise.resolve(new Uint8Array(sizes.shift() ?? 0)));
  t.is((await client.fetchBlock(HASH)).length, MAX_BLOCK_BYTES - 1);
  t.is((await client.fetchBlock(HASH)).length, MAX_BLOCK_BYTES);
  await t.throwsAsync(client.fetchBlock(HASH));
  await client.close();
});

test('only a block hash is asked for', async (t) => {
  const client = await call(() => Promise.resolve(new Uint8Array(1)));
  await t.throwsAsync(client.fetchBlock('AB' as BlockHash));
});
