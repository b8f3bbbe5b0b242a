import test, { type ExecutionContext } from 'ava';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { nickOf } from '../../../../shared/jm/nick.ts';
import { LineSocket } from '../../../../vm-net/channels/onion/line-socket.ts';
import { Batch, type Reader } from '../../../../vm-net/directory/batch.ts';
import type { RawPeer } from '../../../fixtures/raw-peer.ts';
import { joinDirectory, startDirectory } from '../../../fixtures/running-directory.ts';

/** More than the system holds for both ends of a connection. */
const FLOOD = 24 * 1024 * 1024;
const MAX_UNSENT = FLOOD + 10_000;
const nickNumber = (number: number): string => nickOf(new Uint8Array(33).fill(number));

/** A reader of the directory's, the other end of its connection, and why it ended. */
async function connectReader(t: ExecutionContext): Promise<{
  readonly reader: Reader;
  readonly socket: LineSocket;
  readonly other: Socket;
  readonly ended: string[];
}> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const accepted = once(server, 'connection');
  const other = connect(address.port, '127.0.0.1');
  other.on('error', () => undefined);
  const [raw] = (await accepted) as [Socket];
  t.teardown(() => {
    other.destroy();
    raw.destroy();
    server.close();
  });
  const ended: string[] = [];
  const socket = new LineSocket(
    raw,
    { maxLine: 1000, maxUnsent: MAX_UNSENT, stallMs: 0 },
    { onLine: () => undefined, onClose: (reason) => ended.push(reason) },
  );
  return { reader: { socket, outbox: null }, socket, other, ended };
}

for (const [where, length, taken] of [
  ['under the limit', 9998, true],
  ['at the limit', 10_000, true],
  ['over the limit', 10_001, false],
] as const) {
  test(`lines that are for all count for who does not read: ${where}`, async (t) => {
    const slow = await connectReader(t);
    const fast = await connectReader(t);
    slow.other.pause();
    t.true(slow.socket.sendBytes(Buffer.alloc(FLOOD, 'x')));
    t.is(slow.socket.unsent, FLOOD);
    const batch = new Batch(
      () => [slow.reader, fast.reader],
      () => undefined,
    );
    let heard = 0;
    const heardAll = new Promise<void>((resolve) => {
      fast.other.on('data', (chunk) => {
        heard += chunk.length;
        if (heard === length) resolve();
      });
    });
    // Two lines with their terminators.
    batch.addPublic('x'.repeat(4998), null);
    batch.addPublic('x'.repeat(length - 5002), null);
    batch.flush();
    await heardAll;
    t.is(slow.socket.unsent, taken ? FLOOD + length : FLOOD);
    t.deepEqual(slow.ended, []);
    batch.addPublic('x'.repeat(10_000), null);
    batch.flush();
    batch.addPublic('x'.repeat(10_000), null);
    batch.flush();
    t.deepEqual(slow.ended, ['it reads too slowly']);
    t.deepEqual(fast.ended, []);
  });
}

test('what waits for all together is bounded: those that read least go, and the others go on', async (t) => {
  const maxUnsentOfAll = 1024 * 1024;
  const directory = await startDirectory(t, { limits: { maxUnsentOfAll, messagesPerSecond: Infinity } });
  const ann = await joinDirectory(t, directory, { nick: nickNumber(1) });
  const bob = await joinDirectory(t, directory, { nick: nickNumber(2) });
  const slow: RawPeer[] = [];
  for (let number = 10; number < 14; number += 1) {
    const peer = await joinDirectory(t, directory, { nick: nickNumber(number) });
    peer.socket.pause();
    slow.push(peer);
  }
  const text = 'x'.repeat(39_000);
  let most = 0;
  for (let round = 0; directory.peerCount === 6 && round < 5000; round += 1) {
    for (let number = 10; number < 14; number += 1)
      ann.send(685, `${nickNumber(1)}!${nickNumber(number)}!fill ${text}`);
    await ann.settle();
    most = Math.max(most, directory.unsent);
  }
  // The rest is one flush.
  t.true(most > maxUnsentOfAll / 2 && most < maxUnsentOfAll * 1.5, String(most));
  const { line } = await bob.waitFor(({ type }) => type === 789);
  t.true(slow.some((_peer, index) => line.startsWith(nickNumber(10 + index))));
  ann.send(685, `${nickNumber(1)}!${nickNumber(2)}!fill`);
  await bob.waitFor(({ type }) => type === 685);
});
