import test from 'ava';
import { Duplex } from 'node:stream';
import { BridgeError } from '../../../../shared/bridge/bridge-error.ts';
import type { RequestHandler } from '../../../../shared/bridge/answering.ts';
import { encodeFailure, type Message } from '../../../../shared/bridge/message.ts';
import { BridgeConnection } from '../../../../shared/bridge/connection.ts';
import { encodeFrame, FRAME_KINDS } from '../../../../shared/bridge/frame.ts';
import { violation } from '../../../../shared/bridge/hello.ts';
import { JmError } from '../../../../shared/errors.ts';
import {
  chunkFrame,
  HELLO,
  jsonFrame,
  jsonOf,
  messageFrame,
  openRaw,
} from '../../../fixtures/bridge-call.ts';

const NO_BYTES = new Uint8Array(0);
const MAX_OPEN_REQUESTS = 256;
const PING = encodeFrame({ kind: 'ping', id: 0, payload: NO_BYTES });

function handler(handle: RequestHandler['handle'], limit = 0): RequestHandler {
  return { requestLimit: () => limit, handle };
}

/** Answers with how many bytes came. */
const counting = (_method: string, { bytes }: Message): Promise<Message> =>
  Promise.resolve({ json: bytes.length, bytes: NO_BYTES });
const never = (): Promise<Message> => new Promise(() => undefined);

test('answers leave as they are ready, not in the order of the requests', async (t) => {
  const ready = new Map<unknown, (message: Message) => void>();
  const { connection, far } = await openRaw({
    handler: handler((_method, { json }) => new Promise((resolve) => ready.set(json, resolve))),
  });
  far.send(messageFrame('request', 5, 0, 'slow'), messageFrame('request', 9, 0, 'quick'));
  far.send(PING);
  await far.received('pong');
  ready.get('quick')?.({ json: 'second', bytes: NO_BYTES });
  t.deepEqual(
    (await far.received('answer')).map(({ id }) => id),
    [9],
  );
  ready.get('slow')?.({ json: 'first', bytes: Uint8Array.of(1, 2) });
  t.deepEqual((await far.received('answer', 2)).map(jsonOf), [
    { method: 'ask', json: 'second', length: 0 },
    { method: 'ask', json: 'first', length: 2 },
  ]);
  t.deepEqual(
    (await far.received('chunk')).map(({ id, payload }) => [id, [...payload]]),
    [[5, [1, 2]]],
  );
  connection.close();
});

test('the raw part of a request: at the limit of its method, and over it', async (t) => {
  const { connection, far } = await openRaw({ handler: handler(counting, 10) });
  far.send(messageFrame('request', 1, 10), chunkFrame(1, 4), chunkFrame(1, 6));
  t.like(jsonOf((await far.received('answer'))[0]), { json: 10 });
  far.send(messageFrame('request', 2, 11));
  t.is((await connection.closed).code, 'bridge-schema-violation');
  t.is((await far.received('answer')).length, 1);
});

test('an id can be used again once it was answered, and not before', async (t) => {
  const first = await openRaw({ handler: handler(counting) });
  first.far.send(messageFrame('request', 1));
  await first.far.received('answer');
  first.far.send(messageFrame('request', 1));
  t.is((await first.far.received('answer', 2)).length, 2);
  first.connection.close();

  const busy = await openRaw({ handler: handler(never) });
  busy.far.send(messageFrame('request', 1), messageFrame('request', 1));
  t.is((await busy.connection.closed).code, 'bridge-unexpected');

  const arriving = await openRaw({ handler: handler(never, 10) });
  arriving.far.send(messageFrame('request', 1, 5), messageFrame('request', 1, 5));
  t.is((await arriving.connection.closed).code, 'bridge-unexpected');
});

for (const [name, code, frame] of [
  ['the id of no request', 'bridge-unexpected', messageFrame('request', 0)],
  ['a request without a method', 'bridge-schema-violation', jsonFrame('request', 1, { length: 0 })],
  ['a method that is no text', 'bridge-schema-violation', jsonFrame('request', 1, { method: 1, length: 0 })],
  [
    'a method over its length',
    'bridge-schema-violation',
    jsonFrame('request', 1, { method: 'x'.repeat(41), length: 0 }),
  ],
  ['a list for a request', 'bridge-schema-violation', jsonFrame('request', 1, [])],
] as const) {
  test(`the call ends on ${name}`, async (t) => {
    const { connection, far } = await openRaw({ handler: handler(counting) });
    far.send(frame);
    t.is((await connection.closed).code, code);
    t.like(jsonOf((await far.received('failure'))[0]), { code });
  });
}

test('a method at its length is passed on', async (t) => {
  const method = 'x'.repeat(40);
  const { connection, far } = await openRaw({
    handler: handler((name) => Promise.resolve({ json: name, bytes: NO_BYTES })),
  });
  far.send(jsonFrame('request', 1, { method, length: 0 }));
  t.like(jsonOf((await far.received('answer'))[0]), { json: method });
  connection.close();
});

test('so many requests are taken at once: at the limit and over it', async (t) => {
  const { connection, far } = await openRaw({ handler: handler(never, 1) });
  // Those whose bytes are still on the way count as well.
  for (let id = 1; id <= MAX_OPEN_REQUESTS; id += 1) far.send(messageFrame('request', id, id % 2));
  far.send(PING);
  await far.received('pong');
  far.send(messageFrame('request', MAX_OPEN_REQUESTS + 1));
  t.is((await connection.closed).code, 'bridge-flood');
});

test('a refusal is told by code and words; a fault inside is not told at all', async (t) => {
  const errors: readonly Error[] = [
    new JmError('node-busy', 'The node is busy', { cure: 'Wait.' }),
    new TypeError('password is hunter2'),
  ];
  const { connection, far } = await openRaw({
    handler: handler((_method, { json }) => Promise.reject(errors[Number(json)] ?? new Error())),
  });
  far.send(messageFrame('request', 1, 0, 0), messageFrame('request', 2, 0, 1));
  const [told, hidden] = await far.received('failure', 2);
  t.deepEqual(
    [told?.id, jsonOf(told)],
    [1, { code: 'node-busy', message: 'The node is busy', cure: 'Wait.' }],
  );
  t.is(hidden?.id, 2);
  t.like(jsonOf(hidden), { code: 'internal', cure: null });
  t.false(JSON.stringify(jsonOf(hidden)).includes('hunter2'));
  connection.close();
});

test('a request that the service does not allow ends the call', async (t) => {
  const { connection, far } = await openRaw({
    handler: handler(() => Promise.reject(violation('a request'))),
  });
  far.send(messageFrame('request', 1));
  const reason = await connection.closed;
  t.is(reason.code, 'bridge-schema-violation');
  t.like(jsonOf((await far.received('failure'))[0]), { code: reason.code });
});

test('the words of a failure are cut: at the limit and over it', (t) => {
  for (const [length, kept] of [
    [900, 900],
    [901, 900],
  ] as const) {
    const error = new JmError('x', 'm'.repeat(length), { cure: 'c'.repeat(length) });
    const { message, cure } = JSON.parse(Buffer.from(encodeFailure(error)).toString()) as Record<
      string,
      string
    >;
    t.deepEqual([message?.length, cure?.length], [kept, kept]);
  }
});

test('a failure fits its frame however wide its characters are', (t) => {
  const error = new JmError('x', '€\u0001'.repeat(450), { cure: '\u{1f600}"'.repeat(450) });
  const { message, cure } = JSON.parse(Buffer.from(encodeFailure(error)).toString()) as Record<
    string,
    string
  >;
  t.true(encodeFailure(error).length <= FRAME_KINDS.failure.limit);
  t.true(message?.startsWith('€\u0001€'));
  t.true(cure?.startsWith('\u{1f600}"'));
});

test('an answer that fits no frame is a fault inside, and the call goes on', async (t) => {
  const { connection, far } = await openRaw({
    handler: handler((_method, { json }) =>
      Promise.resolve({ json: 'x'.repeat(Number(json)), bytes: NO_BYTES }),
    ),
  });
  far.send(messageFrame('request', 1, 0, FRAME_KINDS.answer.limit), messageFrame('request', 2, 0, 10));
  t.like(jsonOf((await far.received('failure'))[0]), { code: 'internal' });
  t.is((await far.received('answer'))[0]?.id, 2);
  connection.close();
});

test('whoever pings and never reads is cut off', async (t) => {
  const near = new Unread();
  const opening = BridgeConnection.open(near, { hello: HELLO });
  near.push(jsonFrame('hello', 0, HELLO));
  const connection = await opening;
  near.push(Buffer.concat(Array.from({ length: 130_000 }, () => PING)));
  t.is((await connection.closed).code, 'bridge-flood');
});

/** A stream whose far end sends and never reads. */
class Unread extends Duplex {
  override _read(): void {
    // What the far end sends is pushed by the test.
  }

  override _write(): void {
    // Never done: nothing is ever read.
  }
}

test('events come in order, and one that is not allowed ends the call with its reason', async (t) => {
  const seen: unknown[] = [];
  const { connection, far } = await openRaw({
    onEvent: (event) => {
      if (event === 'bad') throw violation('an event');
      seen.push(event);
    },
  });
  far.send(...['a', 'b', 'c', 'bad', 'd'].map((event) => jsonFrame('event', 0, event)));
  t.is((await connection.closed).code, 'bridge-schema-violation');
  t.deepEqual(seen, ['a', 'b', 'c']);
});

test('what is told arrives in order', async (t) => {
  const { connection, far } = await openRaw();
  for (let count = 0; count < 50; count += 1) connection.event({ count });
  t.deepEqual(
    (await far.received('event', 50)).map(jsonOf),
    Array.from({ length: 50 }, (_unused, count) => ({ count })),
  );
  connection.close();
});

test('a far end that stops answering is given up, and one that answers is not', async (t) => {
  // The connection's own timer does not keep a program alive.
  const alive = setInterval(() => undefined, 1000);
  const { connection, far } = await openRaw({ heartbeatMs: 5 });
  for (let beat = 1; beat <= 3; beat += 1) {
    await far.received('ping', beat);
    far.send(encodeFrame({ kind: 'pong', id: 0, payload: NO_BYTES }));
  }
  const reason = await connection.closed;
  clearInterval(alive);
  t.is(reason.code, 'call-died');
  t.regex(reason.message, /stopped answering/u);
  t.true(far.frames.filter(({ kind }) => kind === 'ping').length > 3);
});

test('it is known how far behind the far end is', async (t) => {
  const { connection, far } = await openRaw();
  far.stream.pause();
  const text = 'x'.repeat(100_000);
  for (let count = 0; count < 20; count += 1) connection.event(text);
  t.true(connection.isBehind(1_500_000));
  t.false(connection.isBehind(2_500_000));
  far.stream.resume();
  await far.received('event', 20);
  t.false(connection.isBehind(150_000));
  connection.close();
});

test('a far end that ends its half of the call gets the end of ours', async (t) => {
  const { connection, far } = await openRaw({ handler: handler(never) });
  far.send(messageFrame('request', 1));
  far.stream.end();
  await far.ended;
  t.is((await connection.closed).code, 'call-died');
  t.true((await connection.closed) instanceof BridgeError);
});
