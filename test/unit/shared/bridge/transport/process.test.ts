import test from 'ava';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { BridgeError } from '../../../../../shared/bridge/bridge-error.ts';
import { shownStderr, spawnStream, type ProcessEnd } from '../../../../../shared/bridge/transport/process.ts';
import { listenUnix } from '../../../../../shared/bridge/transport/unix.ts';
import { readToEnd } from '../../../../fixtures/stream-end.ts';
import { temporaryFolder } from '../../../../fixtures/wallet-file.ts';

/** A stream to a program, and how the program ended by its account. */
function start(program: string, ...parameters: readonly string[]): { stream: Duplex; ends: ProcessEnd[] } {
  const ends: ProcessEnd[] = [];
  const stream = spawnStream(program, parameters, (end) => {
    ends.push(end);
    return new BridgeError('call-died', 'it ended');
  });
  return { stream, ends };
}

test('what is written goes to stdin, and what is read comes from stdout, whole', async (t) => {
  const sent = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_unused, index) => index % 253));
  const { stream, ends } = start('cat');
  stream.end(sent);
  const { bytes, error } = await readToEnd(stream);
  t.true(bytes.equals(sent));
  t.is(error, null);
  t.deepEqual(ends, []);
});

test('a program that ends well ends the stream behind its last byte', async (t) => {
  const { stream, ends } = start('sh', '-c', 'head -c 1000000 /dev/zero; echo done');
  const { bytes, error } = await readToEnd(stream);
  t.is(bytes.length, 1_000_005);
  t.is(bytes.subarray(-5).toString(), 'done\n');
  t.is(error, null);
  t.deepEqual(ends, []);
});

test('a program that fails ends the stream with the error that its end was turned into', async (t) => {
  const { stream, ends } = start('sh', '-c', 'echo sorry >&2; exit 126');
  const { error } = await readToEnd(stream);
  t.true(error instanceof BridgeError);
  t.deepEqual(ends, [
    { exitCode: 126, signal: undefined, stderr: 'sorry\n', missing: false, sawOutput: false },
  ]);
});

test('it is known whether a program that failed had said anything', async (t) => {
  const { stream, ends } = start('sh', '-c', 'echo hello; exit 3');
  await readToEnd(stream);
  t.like(ends[0], { exitCode: 3, sawOutput: true, missing: false });
});

test('a program that was killed is told apart from one that is missing', async (t) => {
  const killed = start('sh', '-c', 'kill -9 $$');
  await readToEnd(killed.stream);
  t.like(killed.ends[0], { exitCode: undefined, signal: 'SIGKILL', missing: false });
  const missing = start(path.join(temporaryFolder(t), 'no-such-program'));
  missing.stream.write('hello');
  t.true((await readToEnd(missing.stream)).error instanceof BridgeError);
  t.like(missing.ends[0], { exitCode: undefined, signal: undefined, missing: true, sawOutput: false });
});

test('however much the other side says on stderr, little is kept and nothing is held up', async (t) => {
  const { stream, ends } = start('sh', '-c', 'head -c 3000000 /dev/zero >&2; echo out; exit 1');
  await readToEnd(stream);
  const kept = ends[0]?.stderr.length ?? 0;
  t.true(kept >= 2000 && kept <= 4000, String(kept));
  t.true(ends[0]?.sawOutput);
});

test('what is not read yet waits in the program, not here', async (t) => {
  const { stream } = start('cat', '/dev/zero');
  await once(stream, 'readable');
  // Meanwhile another program says much, which this one could do as well.
  const busy = start('head', '-c', '30000000', '/dev/zero');
  t.is((await readToEnd(busy.stream)).bytes.length, 30_000_000);
  t.true(stream.readableLength > 0);
  t.true(stream.readableLength <= 4 * 65_536, String(stream.readableLength));
  stream.destroy();
});

test('a program that reads nothing holds up the writer', async (t) => {
  const { stream } = start('sleep', '1000');
  let taken = 0;
  for (let count = 0; count < 100; count += 1) {
    stream.write(Buffer.alloc(100_000), (error) => {
      if (error == null) taken += 1;
    });
  }
  // The pipe takes the first; the others wait here, where the writer sees them.
  t.true(stream.writableNeedDrain);
  t.true(stream.writableLength > 5_000_000);
  const closed = once(stream, 'close');
  stream.destroy();
  await closed;
  t.true(taken < 100);
});

test('hanging up ends the program', async (t) => {
  const socket = path.join(temporaryFolder(t), 'alive.sock');
  let greet: (call: Socket) => void = () => undefined;
  const called = new Promise<Socket>((resolve) => (greet = resolve));
  const listener = await listenUnix(socket, (call) => {
    greet(call);
  });
  const program = `require('node:net').connect(${JSON.stringify(socket)}); setInterval(() => undefined, 1000)`;
  const { stream, ends } = start(process.execPath, '-e', program);
  const call = await called;
  // The kernel closes the program's socket when it is gone.
  const gone = once(call.resume(), 'close');
  stream.destroy();
  await gone;
  t.deepEqual(ends, []);
  await listener.close();
});

test('stderr of the other side is shown on one line, cut and without control characters', (t) => {
  t.is(shownStderr('  a\nb\u001b[31m\tc\u00e9d\n'), 'a\\x0ab\\x1b[31m\\x09c\\xe9d');
  t.is(shownStderr('x'.repeat(200)).length, 200);
  t.is(shownStderr('x'.repeat(201)).length, 200);
  t.is(shownStderr(' \n '), '');
});
