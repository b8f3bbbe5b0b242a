import test from 'ava';
import { duplexPair } from 'node:stream';
import { BridgeError } from '../../../../shared/bridge/bridge-error.ts';
import { BridgeConnection } from '../../../../shared/bridge/connection.ts';
import { encodeFrame, FRAME_HEADER_BYTES, FRAME_KINDS } from '../../../../shared/bridge/frame.ts';
import type { Hello } from '../../../../shared/bridge/hello.ts';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import {
  callRaw,
  HELLO,
  jsonFrame,
  jsonOf,
  messageFrame,
  openPair,
  openRaw,
} from '../../../fixtures/bridge-call.ts';

/** The header of a frame whose payload does not follow. */
function header(code: number, length: number): Uint8Array {
  const bytes = new Uint8Array(FRAME_HEADER_BYTES);
  new DataView(bytes.buffer).setUint32(0, length);
  bytes[4] = code;
  return bytes;
}

test('both ends say hello first, and know each other afterwards', async (t) => {
  const { connection, far } = await openRaw();
  t.deepEqual(
    far.frames.map(({ kind, id }) => [kind, id]),
    [['hello', 0]],
  );
  t.deepEqual(jsonOf(far.frames[0]), HELLO);
  t.deepEqual(connection.peer, HELLO);
  connection.close();
});

const mismatches: readonly [string, Partial<Hello>, string, RegExp][] = [
  ['version', { protocol: 2 }, 'version-mismatch', /different versions of the bridge: 1 here, 2 there$/u],
  [
    'service',
    { service: 'jm.Messages' },
    'service-mismatch',
    /^We called jm\.Chain and jm\.Messages answered$/u,
  ],
  ['network', { network: 'signet' }, 'network-mismatch', /different networks: regtest here, signet there$/u],
];

for (const [name, changes, code, sentence] of mismatches) {
  test(`another ${name} ends the call with one sentence, which the other end gets too`, async (t) => {
    const { opening, far } = callRaw();
    far.send(jsonFrame('hello', 0, { ...HELLO, ...changes }));
    const error = await t.throwsAsync(opening, { instanceOf: BridgeError, code });
    t.regex(error.message, sentence);
    const [failure] = await far.received('failure');
    t.is(failure?.id, 0);
    t.like(jsonOf(failure), { code, message: error.message, cure: Reflect.get(error, 'cure') });
    await far.ended;
  });

  test(`another ${name} is noticed at both ends`, async (t) => {
    const [near, far] = duplexPair();
    const ends = [
      BridgeConnection.open(near, { hello: HELLO }),
      BridgeConnection.open(far, { hello: { ...HELLO, ...changes } }),
    ];
    for (const end of ends) await t.throwsAsync(end, { instanceOf: BridgeError, code });
  });
}

test('a mismatch of versions is the first that is told, whatever else differs', async (t) => {
  const { opening, far } = callRaw();
  far.send(jsonFrame('hello', 0, { ...HELLO, protocol: 2, service: 'jm.Messages', network: 'signet' }));
  await t.throwsAsync(opening, { code: 'version-mismatch' });
});

const badOpenings: readonly [string, string, readonly Uint8Array[]][] = [
  ['a request before hello', 'bridge-unexpected', [messageFrame('request', 1)]],
  [
    'a ping before hello',
    'bridge-unexpected',
    [encodeFrame({ kind: 'ping', id: 0, payload: new Uint8Array(0) })],
  ],
  ['a failure of a request before hello', 'bridge-unexpected', [jsonFrame('failure', 1, {})]],
  [
    'a hello that is not JSON',
    'frame-malformed',
    [encodeFrame({ kind: 'hello', id: 0, payload: utf8('{') })],
  ],
  [
    'a hello that is not UTF-8',
    'frame-malformed',
    [encodeFrame({ kind: 'hello', id: 0, payload: Uint8Array.of(0x22, 0xff, 0x22) })],
  ],
  ['a hello with more in it', 'bridge-schema-violation', [jsonFrame('hello', 0, { ...HELLO, extra: 1 })]],
  [
    'a hello of an unknown network',
    'bridge-schema-violation',
    [jsonFrame('hello', 0, { ...HELLO, network: 'x' })],
  ],
  [
    'a hello with a name over the limit',
    'bridge-schema-violation',
    [jsonFrame('hello', 0, { ...HELLO, software: 'x'.repeat(101) })],
  ],
  ['a failure without words', 'bridge-schema-violation', [jsonFrame('failure', 0, { code: 'x' })]],
  ['a hello over its size', 'frame-oversized', [header(FRAME_KINDS.hello.code, FRAME_KINDS.hello.limit + 1)]],
  ['a frame of kind 0', 'frame-unknown-kind', [header(0, 0)]],
  ['a frame of kind 9', 'frame-unknown-kind', [header(9, 0)]],
  ['a frame of kind 255', 'frame-unknown-kind', [header(255, 0)]],
  ['text of another program', 'frame-unknown-kind', [utf8('HTTP/1.1 200 OK\r\n\r\n')]],
];

for (const [name, code, frames] of badOpenings) {
  test(`the call ends on ${name}`, async (t) => {
    const { opening, far } = callRaw();
    far.send(...frames);
    await t.throwsAsync(opening, { instanceOf: BridgeError, code });
    await far.ended;
  });
}

test("a hello's name at the limit is taken", async (t) => {
  const { opening, far } = callRaw();
  far.send(jsonFrame('hello', 0, { ...HELLO, software: 'x'.repeat(100) }));
  const connection = await opening;
  t.is(connection.peer?.software.length, 100);
  connection.close();
});

test('a frame at its size is taken, and one over it ends the call before its payload came', async (t) => {
  const limit = FRAME_KINDS.event.limit;
  let take: (event: unknown) => void = () => undefined;
  const seen = new Promise<unknown>((resolve) => (take = resolve));
  const { connection, far } = await openRaw({
    onEvent: (event) => {
      take(event);
    },
  });
  far.send(jsonFrame('event', 0, 'x'.repeat(limit - 2)));
  t.is(String(await seen).length, limit - 2);
  far.send(header(FRAME_KINDS.event.code, limit + 1));
  t.is((await connection.closed).code, 'frame-oversized');
});

test('a second hello ends the call', async (t) => {
  const { connection, far } = await openRaw();
  far.send(jsonFrame('hello', 0, HELLO));
  t.is((await connection.closed).code, 'bridge-unexpected');
});

test('instead of hello, the service script may say that the daemon is down', async (t) => {
  const { opening, far } = callRaw();
  far.send(jsonFrame('failure', 0, { code: 'x', message: 'joinmarketd is not running', cure: 'Start it.' }));
  const error = await t.throwsAsync(opening, { instanceOf: BridgeError, code: 'daemon-down' });
  t.is(error.message, 'joinmarketd is not running');
  t.is(Reflect.get(error, 'cure'), 'Start it.');
});

test('a far end that says nothing is given up', async (t) => {
  const { opening, far } = callRaw({ helloTimeoutMs: 1 });
  await t.throwsAsync(opening, { instanceOf: BridgeError, code: 'hello-timeout' });
  await far.ended;
});

test('a far end that hangs up before hello has died', async (t) => {
  const { opening, far } = callRaw();
  far.stream.end();
  await t.throwsAsync(opening, { instanceOf: BridgeError, code: 'call-died' });
});

test('a far end that hangs up inside a frame is said to have done so', async (t) => {
  const { opening, far } = callRaw();
  far.stream.end(jsonFrame('hello', 0, HELLO).subarray(0, -1));
  await t.throwsAsync(opening, { instanceOf: BridgeError, code: 'frame-truncated' });
});

test('hello and what follows may come in one piece, or byte by byte', async (t) => {
  const bytes = [jsonFrame('hello', 0, HELLO), jsonFrame('event', 0, 1), jsonFrame('event', 0, 2)];
  for (const pieces of [bytes, [...Buffer.concat(bytes)].map((byte) => Uint8Array.of(byte))]) {
    const seen: unknown[] = [];
    const { opening, far } = callRaw({ onEvent: (event) => seen.push(event) });
    if (pieces === bytes) far.send(...pieces);
    else for (const piece of pieces) far.send(piece);
    const connection = await opening;
    far.stream.end();
    t.is((await connection.closed).code, 'call-died');
    t.deepEqual(seen, [1, 2]);
  }
});

test('a closed call says so, at both ends, and only the first reason counts', async (t) => {
  const [near, far] = await openPair();
  near.close();
  near.close();
  t.is((await near.closed).code, 'call-closed');
  t.is((await far.closed).code, 'call-died');
  far.close();
  t.is((await far.closed).code, 'call-died');
});

test('an error of the transport is the reason when it explains itself, and kept as cause when not', async (t) => {
  const known = new BridgeError('service-missing', 'no such service');
  for (const [error, code] of [
    [known, 'service-missing'],
    [new Error('EPIPE'), 'call-died'],
  ] as const) {
    const { connection, near } = await openRaw();
    near.destroy(error);
    const reason = await connection.closed;
    t.is(reason.code, code);
    t.is(error === known ? reason : reason.cause, error);
  }
});
