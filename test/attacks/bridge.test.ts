import test from 'ava';
import { duplexPair } from 'node:stream';
import { MAX_OPEN_REQUESTS } from '../../shared/bridge/asking.ts';
import { encodeFrame, FRAME_KINDS, type FrameKind } from '../../shared/bridge/frame.ts';
import { connectMessages } from '../../shared/bridge/messages-client.ts';
import { decodeEnvelope } from '../../shared/jm/onion/envelope.ts';
import { concat, utf8 } from '../../shared/crypto/bytes.ts';
import { isAllowed } from '../../vm-net/bitcoind/allowlist.ts';
import { HELLO, jsonFrame, messageFrame, openRaw } from '../fixtures/bridge-call.ts';

/** A header that promises so many bytes, and no byte of them. */
function header(kind: FrameKind, length: number): Uint8Array {
  const bytes = new Uint8Array(9);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  view.setUint8(4, FRAME_KINDS[kind].code);
  return bytes;
}

test('A46: the net VM can ask the wallet VM for nothing', async (t) => {
  for (const method of ['open', 'sign', 'status', 'watch']) {
    const { connection, far } = await openRaw();
    far.send(jsonFrame('request', 1, { method, json: {}, length: 0 }));
    t.like(await connection.closed, { code: 'bridge-unexpected' });
  }
});

test('A46, A47: an event where none is due, an answer that nobody waits for, a second hello: each ends the call', async (t) => {
  for (const frame of [
    jsonFrame('event', 0, { event: 'left', channel: 'onion', nick: 'J5abcdefghjkmnpq' }),
    messageFrame('answer', 7),
    jsonFrame('hello', 0, HELLO),
    encodeFrame({ kind: 'chunk', id: 3, payload: new Uint8Array(5) }),
  ]) {
    const { connection, far } = await openRaw();
    far.send(frame);
    t.like(await connection.closed, { code: 'bridge-unexpected' });
  }
});

test('A47, A23: a frame that promises more than its kind may hold is refused by its header alone', async (t) => {
  for (const kind of Object.keys(FRAME_KINDS) as FrameKind[]) {
    for (const length of [FRAME_KINDS[kind].limit + 1, 0xffff_ffff]) {
      const { connection, far } = await openRaw();
      far.send(header(kind, length));
      t.like(await connection.closed, { code: 'frame-oversized' }, `${kind} ${length}`);
    }
  }
  const { connection, far } = await openRaw();
  far.send(Uint8Array.of(0, 0, 0, 0, 99, 0, 0, 0, 0));
  t.like(await connection.closed, { code: 'frame-unknown-kind' });
});

test('A47, A23: JSON that is deep, wide, or pollutes prototypes is only JSON, and fits no schema', async (t) => {
  const bombs = [
    '['.repeat(100_000),
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    `{"event":"left","channel":"onion","nick":"J5abcdefghjkmnpq","__proto__":{"polluted":true}}`,
    `{"event":"shed","publicLines":1,"constructor":{"prototype":{"polluted":true}}}`,
    `{"event":"shed","publicLines":1e400}`,
    `"${'a'.repeat(100_000)}"`,
  ];
  for (const bomb of bombs) {
    const [near, far] = duplexPair();
    far.resume();
    far.write(jsonFrame('hello', 0, { ...HELLO, service: 'jm.Messages' }));
    const client = await connectMessages(near, {
      protocol: HELLO.protocol,
      network: HELLO.network,
      software: HELLO.software,
    });
    far.write(encodeFrame({ kind: 'event', id: 0, payload: utf8(bomb) }));
    t.regex(
      String(Reflect.get(await client.closed, 'code')),
      /^(?:frame-malformed|bridge-schema-violation)$/u,
    );
  }
  t.is(Reflect.get({}, 'polluted'), undefined);
});

test('A23: an envelope of a peer is a type and a line, or nothing', (t) => {
  const started = performance.now();
  for (const text of [
    '['.repeat(40_000),
    `${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`,
    '{"type":685}',
    '{"type":"685","line":"x"}',
    '{"type":1e999,"line":"x"}',
    '{"type":685,"line":{"toString":1}}',
    'null',
    '',
  ]) {
    t.is(decodeEnvelope(text), null, text.slice(0, 40));
  }
  t.true(performance.now() - started < 1000);
});

test('A48: a storm of requests ends the call, and does not queue without end', async (t) => {
  const never = new Promise<never>(() => undefined);
  const { connection, far } = await openRaw({ handler: { requestLimit: () => 0, handle: () => never } });
  const storm = Array.from({ length: MAX_OPEN_REQUESTS + 1 }, (_unused, number) =>
    messageFrame('request', number + 1),
  );
  far.send(concat(...storm));
  t.like(await connection.closed, { code: 'bridge-flood' });
});

test('A48: no call of a wallet, of the network or of the node’s settings leaves through the proxy', (t) => {
  for (const method of [
    'stop',
    'dumpprivkey',
    'sendtoaddress',
    'walletpassphrase',
    'listunspent',
    'addnode',
    'setban',
    'setnetworkactive',
    'invalidateblock',
    'submitblock',
    'getrawmempool',
    'importprivkey',
    '__proto__',
    'constructor',
    'toString',
  ]) {
    t.false(isAllowed({ method, params: [] }, null), method);
    t.false(isAllowed({ method, params: [] }, 'jm-wallet'), method);
  }
});
