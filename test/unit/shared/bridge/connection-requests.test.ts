import test from 'ava';
import { BridgeError, PeerFailure, type BridgeErrorCode } from '../../../../shared/bridge/bridge-error.ts';
import type { BridgeConnection } from '../../../../shared/bridge/connection.ts';
import type { Message } from '../../../../shared/bridge/message.ts';
import { encodeFrame } from '../../../../shared/bridge/frame.ts';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import {
  chunkFrame,
  jsonFrame,
  jsonOf,
  messageFrame,
  openPair,
  openRaw,
} from '../../../fixtures/bridge-call.ts';

const PATIENT = { timeoutMs: 60_000 };
const MAX_OPEN_REQUESTS = 256;

function ask(connection: BridgeConnection, limits: { answerLimit?: number } = {}): Promise<Message> {
  return connection.request('ask', { json: {} }, { ...PATIENT, ...limits });
}

test('requests leave at once, and each gets its own answer, in whatever order they come', async (t) => {
  const { connection, far } = await openRaw();
  const asked = ['a', 'b', 'c'].map((name) => connection.request('ask', { json: { name } }, PATIENT));
  const requests = await far.received('request', 3);
  t.deepEqual(
    requests.map(jsonOf),
    ['a', 'b', 'c'].map((name) => ({ method: 'ask', json: { name }, length: 0 })),
  );
  t.is(new Set(requests.map(({ id }) => id)).size, 3);
  for (const { id } of [...requests].reverse()) far.send(messageFrame('answer', id, 0, `to ${id}`));
  t.deepEqual(
    (await Promise.all(asked)).map(({ json }) => json),
    requests.map(({ id }) => `to ${id}`),
  );
  connection.close();
});

test('raw bytes of any size go both ways whole', async (t) => {
  const sent = Uint8Array.from({ length: 2_500_000 }, (_unused, index) => index % 251);
  const handler = {
    requestLimit: () => sent.length,
    handle: (_method: string, { json, bytes }: Message) =>
      Promise.resolve({ json, bytes: bytes.toReversed() }),
  };
  const [near, far] = await openPair({}, { handler });
  const { json, bytes } = await near.request(
    'ask',
    { json: { nothing: null }, bytes: sent },
    { ...PATIENT, answerLimit: sent.length },
  );
  t.deepEqual(json, { nothing: null });
  t.true(Buffer.from(sent.toReversed()).equals(bytes));
  near.close();
  await far.closed;
});

test('parts of answers may be mixed with one another', async (t) => {
  const { connection, far } = await openRaw();
  const asked = [ask(connection, { answerLimit: 5 }), ask(connection, { answerLimit: 5 })];
  const [one, two] = (await far.received('request', 2)).map(({ id }) => id);
  if (one === undefined || two === undefined) throw new Error('unreachable');
  far.send(messageFrame('answer', one, 5), messageFrame('answer', two, 3));
  far.send(chunkFrame(one, 2), chunkFrame(two, 1), chunkFrame(one, 3), chunkFrame(two, 2));
  t.deepEqual(
    (await Promise.all(asked)).map(({ bytes }) => bytes.length),
    [5, 3],
  );
  connection.close();
});

test("a refusal of the other side is told in its words, as its failure and not the call's", async (t) => {
  const { connection, far } = await openRaw();
  const refused = [ask(connection), ask(connection)];
  const answered = ask(connection);
  const [first, second, third] = await far.received('request', 3);
  far.send(
    jsonFrame('failure', first?.id ?? 0, {
      code: 'block-pruned',
      message: 'The block is gone',
      cure: 'Get it.',
    }),
    jsonFrame('failure', second?.id ?? 0, { code: 'block-pruned', message: 'The block is gone', cure: null }),
    messageFrame('answer', third?.id ?? 0),
  );
  for (const [index, one] of refused.entries()) {
    const error = await t.throwsAsync(one, { instanceOf: PeerFailure, code: 'block-pruned' });
    t.is(error.message, 'The block is gone');
    t.is(Reflect.get(error, 'cure'), index === 0 ? 'Get it.' : undefined);
  }
  t.is((await answered).bytes.length, 0);
  connection.close();
});

test('the raw part of an answer: at the limit that was asked for, and over it', async (t) => {
  for (const [length, fits] of [
    [10, true],
    [11, false],
  ] as const) {
    const { connection, far } = await openRaw();
    const asked = ask(connection, { answerLimit: 10 });
    const [request] = await far.received('request');
    far.send(messageFrame('answer', request?.id ?? 0, length));
    if (fits) {
      far.send(chunkFrame(request?.id ?? 0, length));
      t.is((await asked).bytes.length, length);
      connection.close();
    } else {
      await t.throwsAsync(asked, { instanceOf: BridgeError, code: 'bridge-schema-violation' });
    }
  }
});

test('an answer that comes too late is passed over, with its raw part, and the call goes on', async (t) => {
  const { connection, far } = await openRaw();
  const late = connection.request('ask', { json: {} }, { answerLimit: 10, timeoutMs: 1 });
  const [first] = await far.received('request');
  await t.throwsAsync(late, {
    instanceOf: BridgeError,
    code: 'request-timeout',
    message: /answer "ask" in time$/u,
  });
  const next = ask(connection);
  const [, second] = await far.received('request', 2);
  far.send(messageFrame('answer', first?.id ?? 0, 4), chunkFrame(first?.id ?? 0, 4));
  far.send(messageFrame('answer', second?.id ?? 0, 0, 'on time'));
  t.is((await next).json, 'on time');
  connection.close();
});

test('a failure that comes too late is passed over, once', async (t) => {
  const { connection, far } = await openRaw();
  const late = connection.request('ask', { json: {} }, { timeoutMs: 1 });
  const [first] = await far.received('request');
  await t.throwsAsync(late, { code: 'request-timeout' });
  const failure = jsonFrame('failure', first?.id ?? 0, { code: 'x', message: '', cure: null });
  far.send(failure, encodeFrame({ kind: 'ping', id: 0, payload: new Uint8Array(0) }));
  await far.received('pong');
  far.send(failure);
  t.is((await connection.closed).code, 'bridge-unexpected');
});

test('a request that fits no frame fails alone', async (t) => {
  const { connection, far } = await openRaw();
  const huge = connection.request('ask', { json: 'x'.repeat(300_000) }, PATIENT);
  await t.throwsAsync(huge, { code: 'frame-oversized' });
  for (let count = 0; count < MAX_OPEN_REQUESTS; count += 1) ask(connection).catch(() => undefined);
  t.is((await far.received('request', MAX_OPEN_REQUESTS)).length, MAX_OPEN_REQUESTS);
  connection.close();
});

const violations: readonly [string, BridgeErrorCode, (id: number) => readonly Uint8Array[]][] = [
  ['an answer that nobody waits for', 'bridge-unexpected', () => [messageFrame('answer', 4711, 2)]],
  [
    'a failure of a request that nobody made',
    'bridge-unexpected',
    () => [jsonFrame('failure', 4711, { code: 'x', message: '', cure: null })],
  ],
  ['bytes without a message', 'bridge-unexpected', () => [chunkFrame(4711, 1)]],
  ['an empty part', 'bridge-unexpected', (id) => [messageFrame('answer', id, 2), chunkFrame(id, 0)]],
  [
    'more bytes than announced',
    'bridge-unexpected',
    (id) => [messageFrame('answer', id, 2), chunkFrame(id, 3)],
  ],
  [
    'bytes behind the end of an answer',
    'bridge-unexpected',
    (id) => [messageFrame('answer', id, 2), chunkFrame(id, 2), chunkFrame(id, 1)],
  ],
  [
    'an answer twice at the same time',
    'bridge-unexpected',
    (id) => [messageFrame('answer', id, 2), messageFrame('answer', id, 2)],
  ],
  ['an answer that is no object', 'bridge-schema-violation', (id) => [jsonFrame('answer', id, null)]],
  [
    'an answer without a length',
    'bridge-schema-violation',
    (id) => [jsonFrame('answer', id, { method: 'ask' })],
  ],
  ['a negative length', 'bridge-schema-violation', (id) => [messageFrame('answer', id, -1)]],
  ['a length that is not whole', 'bridge-schema-violation', (id) => [messageFrame('answer', id, 0.5)]],
  [
    'an answer that is not JSON',
    'frame-malformed',
    (id) => [encodeFrame({ kind: 'answer', id, payload: utf8('{') })],
  ],
  ['a failure without words', 'bridge-schema-violation', (id) => [jsonFrame('failure', id, { code: 'x' })]],
  [
    'a failure with a code that is no word',
    'bridge-schema-violation',
    (id) => [jsonFrame('failure', id, { code: 'X Y', message: '', cure: null })],
  ],
  ['an event that nobody asked for', 'bridge-unexpected', () => [jsonFrame('event', 0, {})]],
  ['a request to an end that serves nothing', 'bridge-unexpected', () => [messageFrame('request', 1)]],
];

for (const [name, code, frames] of violations) {
  test(`all that waits is told when the other side sends ${name}`, async (t) => {
    const { connection, far } = await openRaw();
    const asked = [ask(connection, { answerLimit: 2 }), ask(connection)];
    const [request] = await far.received('request', 2);
    far.send(...frames(request?.id ?? 0));
    const outcomes = await Promise.allSettled(asked);
    t.is((await connection.closed).code, code);
    t.true(outcomes.some(({ status }) => status === 'rejected'));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') t.is(outcome.reason, await connection.closed);
    }
    // The other end reads in its log why.
    t.like(jsonOf((await far.received('failure'))[0]), { code });
    await far.ended;
  });
}

test('when the far end dies, everything that waits fails with the same reason, and so does what comes later', async (t) => {
  const { connection, far } = await openRaw();
  const asked = Array.from({ length: 20 }, () => ask(connection));
  await far.received('request', 20);
  far.stream.end();
  const reason = await connection.closed;
  t.is(reason.code, 'call-died');
  for (const one of asked) t.is(await t.throwsAsync(one), reason);
  t.is(await t.throwsAsync(ask(connection)), reason);
  t.is((await far.received('request', 20)).length, 20);
});

test('closing fails what waits', async (t) => {
  const { connection, far } = await openRaw();
  const asked = ask(connection);
  await far.received('request');
  connection.close();
  await t.throwsAsync(asked, { instanceOf: BridgeError, code: 'call-closed' });
  await far.ended;
});

test('so many requests may wait at once: at the limit and over it', async (t) => {
  const { connection, far } = await openRaw();
  const asked = Array.from({ length: MAX_OPEN_REQUESTS }, () => ask(connection));
  await t.throwsAsync(ask(connection), { instanceOf: BridgeError, code: 'bridge-flood' });
  const requests = await far.received('request', MAX_OPEN_REQUESTS);
  t.is(requests.length, MAX_OPEN_REQUESTS);
  // One answer makes room for one request; the refused one was never sent.
  far.send(messageFrame('answer', requests[0]?.id ?? 0));
  await asked[0];
  const next = ask(connection);
  await far.received('request', MAX_OPEN_REQUESTS + 1);
  connection.close();
  for (const one of [...asked.slice(1), next]) await t.throwsAsync(one, { code: 'call-closed' });
});
