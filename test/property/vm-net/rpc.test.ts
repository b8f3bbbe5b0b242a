import test from 'ava';
import fc from 'fast-check';
import { createServer } from 'node:http';
import { NodeError } from '../../../vm-net/bitcoind/node-error.ts';
import { BitcoindRpc } from '../../../vm-net/bitcoind/rpc.ts';

const body = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc
    .array(
      fc.record({
        id: fc.oneof(fc.nat({ max: 3 }), fc.string({ maxLength: 3 }), fc.constant(null)),
        result: fc.jsonValue({ maxDepth: 1 }),
        error: fc.oneof(
          fc.constant(null),
          fc.record({ code: fc.oneof(fc.integer(), fc.string()), message: fc.jsonValue({ maxDepth: 0 }) }),
        ),
      }),
      { maxLength: 4 },
    )
    .map((answers) => JSON.stringify(answers)),
);

test('whatever answers in the place of bitcoind, calls give answers in order or a named error', async (t) => {
  let next = { status: 200, text: '' };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(next.status, { 'content-type': 'application/json' }).end(next.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const rpc = new BitcoindRpc({ host: '127.0.0.1', port, user: 'u', password: 'p', cookieFile: null });
  const calls = [
    { method: 'getblockchaininfo', params: [] },
    { method: 'getmempoolinfo', params: [] },
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(200, 401, 403, 404, 500, 503), body, async (status, text) => {
      next = { status, text };
      try {
        const answers = await rpc.batch(calls);
        t.is(answers.length, calls.length);
        for (const answer of answers) t.true(answer.ok || typeof answer.message === 'string');
      } catch (error) {
        t.true(error instanceof NodeError, String(error));
      }
    }),
    { numRuns: 300 },
  );
  rpc.close();
  server.close();
});
