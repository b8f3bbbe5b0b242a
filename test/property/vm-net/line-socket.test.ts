import test from 'ava';
import fc from 'fast-check';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { LineSocket } from '../../../vm-net/channels/onion/line-socket.ts';

const MAX_LINE = 50;

/** Both ends of a connection on this machine. */
async function pair(): Promise<{
  readonly ours: Socket;
  readonly theirs: Socket;
  readonly close: () => void;
}> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const accepted = once(server, 'connection');
  const theirs = connect(address.port, '127.0.0.1');
  const [ours] = (await accepted) as [Socket];
  return {
    ours,
    theirs,
    close: () => {
      ours.destroy();
      theirs.destroy();
      server.close();
    },
  };
}

/** What comes out when these pieces go in, and why it ended. */
async function feed(
  pieces: readonly Buffer[],
): Promise<{ readonly lines: string[]; readonly reason: string }> {
  const { ours, theirs, close } = await pair();
  theirs.on('error', () => undefined);
  const lines: string[] = [];
  const reason = await new Promise<string>((resolve) => {
    new LineSocket(
      ours,
      { maxLine: MAX_LINE, maxUnsent: 1000 },
      { onLine: (line) => lines.push(line.toString('latin1')), onClose: resolve },
    );
    // Straight into the parser, so that the cuts are where the test wants them.
    for (const piece of pieces) ours.emit('data', piece);
    theirs.end();
  });
  close();
  return { lines, reason };
}

function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
  const cuts = [...new Set(at.map((position) => position % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...cuts].map((start, index) => bytes.subarray(start, cuts[index] ?? bytes.length));
}

test('lines come out as they went in, however the stream was cut', async (t) => {
  const line = fc
    .uint8Array({ minLength: 1, maxLength: MAX_LINE })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 10 || byte === 13 ? 32 : byte))));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n')), { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 10 }),
      async (parts, at) => {
        const bytes = Buffer.concat(parts.flatMap(([text, end]) => [text, Buffer.from(end)]));
        const { lines } = await feed(cut(bytes, at));
        t.deepEqual(
          lines,
          parts.map(([text]) => text.toString('latin1')),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test('any bytes end in lines within the limit, or in a named reason', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 120 }), { maxLength: 10 }), async (pieces) => {
      const { lines, reason } = await feed(pieces.map((piece) => Buffer.from(piece)));
      t.true(lines.every((line) => line.length > 0 && line.length <= MAX_LINE && !line.includes('\n')));
      t.regex(reason, /^(closed by the other side|a line of [0-9]+ bytes|a line without end)$/u);
    }),
    { numRuns: 200 },
  );
});

for (const [end, name] of [
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
] as const) {
  test(`a line at the limit passes and one over it does not, with ${name}`, async (t) => {
    const at = 'x'.repeat(MAX_LINE);
    t.deepEqual(await feed([Buffer.from(`${at}${end}`)]), {
      lines: [at],
      reason: 'closed by the other side',
    });
    t.deepEqual(await feed([Buffer.from(`${at}x${end}`)]), {
      lines: [],
      reason: `a line of ${MAX_LINE + 1} bytes`,
    });
    t.deepEqual(await feed([Buffer.from(at), Buffer.from('\r'), Buffer.from('\n')]), {
      lines: [at],
      reason: 'closed by the other side',
    });
  });
}

test('a line without end is given up as soon as it is too long', async (t) => {
  t.is((await feed([Buffer.alloc(MAX_LINE + 1, 'x')])).reason, 'closed by the other side');
  t.is((await feed([Buffer.alloc(MAX_LINE + 2, 'x')])).reason, 'a line without end');
});
