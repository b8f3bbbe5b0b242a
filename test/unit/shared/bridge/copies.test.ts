import test from 'ava';
import { duplexPair } from 'node:stream';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { connectChain } from '../../../../shared/bridge/chain-client.ts';
import { serveChain } from '../../../../shared/bridge/chain-server.ts';
import {
  copyName,
  CopyNameError,
  isSizeClass,
  MAX_COPY_BYTES,
  MAX_COPY_NUMBER,
  MIN_COPY_BYTES,
  sizeClassOf,
  type CopyKeeper,
} from '../../../../shared/bridge/copies.ts';
import { equalBytes } from '../../../../shared/crypto/bytes.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';

const SAID = { protocol: 1, network: 'regtest', software: 'test' } as const;
const NAME = copyName('ab'.repeat(16));
const BYTES = new Uint8Array(MIN_COPY_BYTES).fill(9);

/** A client whose net VM keeps copies like this. */
async function clientOf(
  keeper: Partial<CopyKeeper> | null,
): Promise<Awaited<ReturnType<typeof connectChain>>> {
  const unused = (): Promise<never> => Promise.reject(new Error('not asked'));
  const [near, far] = duplexPair();
  const [client] = await Promise.all([
    connectChain(near, SAID),
    serveChain(
      far,
      SAID,
      chainClientOf({}),
      keeper === null ? null : { saveCopy: unused, copies: unused, copy: unused, ...keeper },
    ),
  ]);
  return client;
}

test('size classes are the powers of two from 64 KiB to 4 MiB', (t) => {
  t.is(sizeClassOf(0), MIN_COPY_BYTES);
  t.is(sizeClassOf(MIN_COPY_BYTES), MIN_COPY_BYTES);
  t.is(sizeClassOf(MIN_COPY_BYTES + 1), 2 * MIN_COPY_BYTES);
  t.is(sizeClassOf(MAX_COPY_BYTES), MAX_COPY_BYTES);
  t.is(sizeClassOf(MAX_COPY_BYTES + 1), null);
  t.deepEqual([0, 1, MIN_COPY_BYTES, 3 * MIN_COPY_BYTES, MAX_COPY_BYTES].map(isSizeClass), [
    false,
    false,
    true,
    false,
    true,
  ]);
});

test('a name is 32 lower-case hex characters', (t) => {
  t.is<string, string>(copyName('0'.repeat(32)), '0'.repeat(32));
  for (const text of [
    '0'.repeat(31),
    '0'.repeat(33),
    'G'.repeat(32),
    'A'.repeat(32),
    '../x',
    `${'0'.repeat(32)}\n`,
  ]) {
    t.throws(() => copyName(text), { instanceOf: CopyNameError });
  }
});

test('a copy crosses the bridge as bytes, both ways, up to the largest', async (t) => {
  const saved: [string, number, Uint8Array][] = [];
  const large = new Uint8Array(MAX_COPY_BYTES).fill(3);
  const client = await clientOf({
    saveCopy: (...call) => {
      saved.push(call);
      return Promise.resolve();
    },
    copies: () => Promise.resolve([1, 5]),
    copy: (_name, number) => Promise.resolve(number === 1 ? large : null),
  });
  await client.saveCopy(NAME, MAX_COPY_NUMBER, large);
  const [[name, number, bytes] = []] = saved;
  t.deepEqual([name, number], [NAME, MAX_COPY_NUMBER]);
  t.true(bytes !== undefined && equalBytes(bytes, large));
  t.deepEqual(await client.copies(NAME), [1, 5]);
  t.true(equalBytes((await client.copy(NAME, 1)) ?? BYTES, large));
  t.is(await client.copy(NAME, 2), null);
  await client.close();
});

test('a net VM without copies says so, and the call goes on', async (t) => {
  const client = await clientOf(null);
  const error = { instanceOf: PeerFailure, code: 'copies-off' };
  await t.throwsAsync(client.saveCopy(NAME, 1, BYTES), error);
  await t.throwsAsync(client.copies(NAME), error);
  await t.throwsAsync(client.copy(NAME, 1), error);
  await client.close();
});

test('numbers that are too many, out of order or twice are not taken for an answer', async (t) => {
  for (const numbers of [
    [2, 1],
    [1, 1],
    Array.from({ length: 11 }, (_unused, index) => index + 1),
    [0],
    [MAX_COPY_NUMBER + 1],
  ]) {
    const client = await clientOf({ copies: () => Promise.resolve(numbers) });
    await t.throwsAsync(client.copies(NAME), { instanceOf: BridgeError, code: 'bridge-schema-violation' });
    await client.close();
  }
});

test('bytes of no size class are not taken for a copy', async (t) => {
  for (const length of [0, 1, MIN_COPY_BYTES - 1, MIN_COPY_BYTES + 1, MAX_COPY_BYTES - 1]) {
    const client = await clientOf({ copy: () => Promise.resolve(new Uint8Array(length)) });
    await t.throwsAsync(client.copy(NAME, 1), { instanceOf: BridgeError, code: 'bridge-schema-violation' });
    await client.close();
  }
  const client = await clientOf({ copy: () => Promise.resolve(new Uint8Array(MAX_COPY_BYTES + 1)) });
  await t.throwsAsync(client.copy(NAME, 1), { instanceOf: BridgeError });
});

test('a copy over the limit, a number or a name that is none ends the call at the net VM', async (t) => {
  const taking = { saveCopy: () => Promise.resolve() };
  const calls: ((client: CopyKeeper) => Promise<unknown>)[] = [
    (client) => client.saveCopy(NAME, 1, new Uint8Array(MAX_COPY_BYTES + 1)),
    (client) => client.saveCopy(NAME, 0, BYTES),
    (client) => client.saveCopy(NAME, MAX_COPY_NUMBER + 1, BYTES),
    (client) => client.saveCopy('../../etc' as typeof NAME, 1, BYTES),
    (client) => client.copies('../../etc' as typeof NAME),
    (client) => client.copy('../../etc' as typeof NAME, 1),
  ];
  for (const call of calls) {
    const client = await clientOf(taking);
    await t.throwsAsync(call(client), { instanceOf: BridgeError });
    t.true((await client.closed) instanceof BridgeError);
  }
});
