import test from 'ava';
import fc from 'fast-check';
import { duplexPair } from 'node:stream';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { connectChain } from '../../../../shared/bridge/chain-client.ts';
import { encodeFrame, FRAME_KINDS, type FrameKind } from '../../../../shared/bridge/frame.ts';
import { connectMessages } from '../../../../shared/bridge/messages-client.ts';
import { blockHash, txid } from '../../../../shared/bitcoin/outpoint.ts';
import { toHex, utf8 } from '../../../../shared/crypto/bytes.ts';
import { HELLO, jsonFrame, openRaw, RawCaller } from '../../../fixtures/bridge-call.ts';

const SAID = { protocol: 1, network: 'regtest', software: 'test' } as const;
const kinds = Object.keys(FRAME_KINDS) as FrameKind[];
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.record({
    method: fc.string({ maxLength: 50 }),
    json: fc.jsonValue({ maxDepth: 1 }),
    length: fc.integer(),
  }),
  fc.record({
    code: fc.string({ maxLength: 20 }),
    message: fc.string({ maxLength: 20 }),
    cure: fc.constant(null),
  }),
);
const payload = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  json.map((value) => utf8(JSON.stringify(value))),
);
const frame = fc
  .record({ kind: fc.constantFrom(...kinds), id: fc.nat({ max: 4 }), payload })
  .map((one) =>
    encodeFrame({ ...one, payload: FRAME_KINDS[one.kind].limit === 0 ? new Uint8Array(0) : one.payload }),
  );

test('whatever frames come, a call ends with a named error and every request with it', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 8 }), async (frames) => {
      const { connection, far } = await openRaw();
      const asked = connection.request('ask', { json: {} }, { answerLimit: 10, timeoutMs: 60_000 });
      far.send(...frames);
      far.stream.end();
      const [outcome] = await Promise.allSettled([asked]);
      if (outcome.status === 'rejected') {
        t.true(outcome.reason instanceof BridgeError || outcome.reason instanceof PeerFailure);
      }
      t.true((await connection.closed) instanceof BridgeError);
    }),
    { numRuns: 300 },
  );
});

/** Answers every request of a client with the same hostile message. */
function answering(far: RawCaller, answer: unknown, bytes: Uint8Array): void {
  far.send(jsonFrame('hello', 0, { ...HELLO, service: 'jm.Chain' }));
  void far.received('request').then(([request]) => {
    if (request === undefined) return;
    far.send(jsonFrame('answer', request.id, { method: 'x', json: answer, length: bytes.length }));
    if (bytes.length > 0) far.send(encodeFrame({ kind: 'chunk', id: request.id, payload: bytes }));
  });
}

test('whatever the net VM answers about the chain, the client gives a value of the right form or a named error', async (t) => {
  const hash = blockHash('00'.repeat(32));
  const questions = {
    status: (client: Client) => client.status(),
    headers: (client: Client) => client.headers(0, 3),
    filters: (client: Client) => client.filters(0, 3),
    coin: (client: Client) => client.coin({ txid: txid('11'.repeat(32)), vout: 0 }),
    feeEstimate: (client: Client) => client.feeEstimate(3),
    inMempool: (client: Client) => client.inMempool(txid('11'.repeat(32))),
    broadcast: (client: Client) => client.broadcast(Uint8Array.of(1)),
    waitForBlock: (client: Client) => client.waitForBlock(hash, 1),
  };
  const answers = fc.oneof(
    json,
    fc.record({ count: fc.integer({ min: -2, max: 4 }) }),
    fc.record({ lengths: fc.array(fc.integer({ min: -1, max: 200 }), { maxLength: 4 }) }),
    fc.record({
      evidence: fc.array(
        fc.record({ transactionBytes: fc.integer({ min: -1, max: 300 }), confirmation: json }),
        { maxLength: 2 },
      ),
      coins: fc.array(
        fc.record({ outcome: fc.constantFrom('found', 'absent'), evidence: fc.integer({ min: -1, max: 2 }) }),
        { maxLength: 2 },
      ),
    }),
    fc.record({ accepted: fc.boolean(), txid: fc.string(), reason: fc.string() }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(questions) as (keyof typeof questions)[])),
      answers,
      fc.uint8Array({ maxLength: 260 }),
      async (question, answer, bytes) => {
        const [near, farStream] = duplexPair();
        const far = new RawCaller(farStream);
        answering(far, answer, bytes);
        const client = await connectChain(near, SAID);
        const [outcome] = await Promise.allSettled([questions[question](client)]);
        await client.close();
        if (outcome.status === 'rejected') {
          t.true(
            outcome.reason instanceof BridgeError || outcome.reason instanceof PeerFailure,
            String(outcome.reason),
          );
          return;
        }
        const { value } = outcome;
        if (question === 'headers')
          t.true(
            Array.isArray(value) && value.every((one) => one instanceof Uint8Array && one.length === 80),
          );
        if (question === 'inMempool') t.is(typeof value, 'boolean');
      },
    ),
    { numRuns: 400 },
  );
});

type Client = Awaited<ReturnType<typeof connectChain>>;

test('whatever events come, only those of the schema reach the wallet', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(json, { minLength: 1, maxLength: 5 }), async (events) => {
      const [near, farStream] = duplexPair();
      const far = new RawCaller(farStream);
      far.send(jsonFrame('hello', 0, { ...HELLO, service: 'jm.Messages' }));
      const client = await connectMessages(near, SAID);
      const good = { event: 'left', channel: 'onion', nick: 'J5xxxxxxxxxxxxxx' };
      far.send(jsonFrame('event', 0, good), ...events.map((event) => jsonFrame('event', 0, event)));
      const seen: unknown[] = [];
      await t.throwsAsync(
        async () => {
          for await (const event of client.events()) seen.push(event);
        },
        { instanceOf: BridgeError, code: 'bridge-schema-violation' },
        toHex(utf8(JSON.stringify(events))),
      );
      t.deepEqual(seen, [good]);
    }),
    { numRuns: 100 },
  );
});
