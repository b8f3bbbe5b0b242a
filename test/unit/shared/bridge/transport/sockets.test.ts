import test from 'ava';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { BridgeError } from '../../../../../shared/bridge/bridge-error.ts';
import { BridgeConnection } from '../../../../../shared/bridge/connection.ts';
import { socatTransport } from '../../../../../shared/bridge/transport/socat.ts';
import { listenUnix } from '../../../../../shared/bridge/transport/unix.ts';
import { ProcessGroup } from '../../../../../scripts/regtest/processes.ts';
import { HELLO } from '../../../../fixtures/bridge-call.ts';
import { readToEnd, withPath } from '../../../../fixtures/stream-end.ts';
import { temporaryFolder } from '../../../../fixtures/wallet-file.ts';

const processes = new ProcessGroup();
test.after.always(() => processes.stopAll());

/** A socket that nobody listens on any more, as a killed daemon leaves it. */
async function staleSocket(socket: string): Promise<void> {
  const program = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => console.log('up'))`;
  const daemon = processes.start([process.execPath, '-e', program]);
  await daemon.waitForLine((line) => line === 'up', 'it listened');
  daemon.signal('SIGKILL');
  await daemon.exited;
}

test('a socket is for its owner alone, and gone when it is closed', async (t) => {
  const socket = path.join(temporaryFolder(t), 'chain.sock');
  const listener = await listenUnix(socket, (call) => call.pipe(call));
  t.is(listener.path, socket);
  t.true(statSync(socket).isSocket());
  t.is(statSync(socket).mode & 0o777, 0o600);
  await listener.close();
  t.false(existsSync(socket));
});

test('where the folder lets a group in, the socket does, and nobody else', async (t) => {
  const folder = temporaryFolder(t);
  for (const [mode, expected] of [
    [0o700, 0o600],
    [0o740, 0o600],
    [0o750, 0o660],
    [0o755, 0o600],
  ] as const) {
    chmodSync(folder, mode);
    const listener = await listenUnix(path.join(folder, 'chain.sock'), (call) => call.end());
    t.is(statSync(listener.path).mode & 0o777, expected);
    await listener.close();
  }
});

test('a call that is open goes on after the listener was closed', async (t) => {
  const socket = path.join(temporaryFolder(t), 'chain.sock');
  let greet: () => void = () => undefined;
  const called = new Promise<void>((resolve) => (greet = resolve));
  const listener = await listenUnix(socket, (call) => {
    call.pipe(call);
    greet();
  });
  const call = connect(socket);
  await called;
  await listener.close();
  call.end('still here');
  t.is((await readToEnd(call)).bytes.toString(), 'still here');
});

test('the socket of a daemon that was killed is replaced', async (t) => {
  const socket = path.join(temporaryFolder(t), 'chain.sock');
  await staleSocket(socket);
  t.true(existsSync(socket));
  const listener = await listenUnix(socket, (call) => call.end('alive'));
  t.is((await readToEnd(connect(socket))).bytes.toString(), 'alive');
  await listener.close();
});

test('a file in the place of the socket is not deleted', async (t) => {
  const file = path.join(temporaryFolder(t), 'chain.sock');
  writeFileSync(file, 'precious');
  const error = await t.throwsAsync(listenUnix(file, () => undefined));
  t.is(Reflect.get(error, 'code'), 'EADDRINUSE');
  t.is(readFileSync(file, 'utf8'), 'precious');
});

test('a socket that can not be made is an error', async (t) => {
  const socket = path.join(temporaryFolder(t), 'no-such-folder/chain.sock');
  // Which one it is depends on the version of libuv.
  const error = await t.throwsAsync(listenUnix(socket, () => undefined));
  t.regex(String(Reflect.get(error, 'code')), /^(EACCES|ENOENT)$/u);
  t.false(existsSync(socket));
});

for (const name of ['plain.sock', 'two words.sock', `o,d:d!!"'([{\\.sock`]) {
  test(`socat reaches the socket ${name}`, async (t) => {
    const socket = path.join(temporaryFolder(t), name);
    const listener = await listenUnix(socket, (call) => call.pipe(call));
    const sent = Buffer.alloc(300_000, 'jm');
    const stream = socatTransport(socket);
    stream.write(sent);
    const received: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream) {
      received.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= sent.length) break;
    }
    t.true(Buffer.concat(received).equals(sent));
    await listener.close();
  });
}

test('a call over socat opens, and dies by name with the daemon', async (t) => {
  const socket = path.join(temporaryFolder(t), 'chain.sock');
  let hangUp: () => void = () => undefined;
  const listener = await listenUnix(socket, (call) => {
    hangUp = () => call.destroy();
    void BridgeConnection.open(call, { hello: HELLO }).catch(() => undefined);
  });
  const connection = await BridgeConnection.open(socatTransport(socket), { hello: HELLO });
  t.deepEqual(connection.peer, HELLO);
  hangUp();
  t.is((await connection.closed).code, 'call-died');
  await listener.close();
});

test('no socket, or one that nobody listens on, means that the daemon is down', async (t) => {
  const socket = path.join(temporaryFolder(t), 'chain.sock');
  const down = async (): Promise<void> => {
    const error = (await readToEnd(socatTransport(socket))).error as BridgeError;
    t.is(error.code, 'daemon-down');
    t.is(error.message, `joinmarketd is not running: nothing listens on ${socket}`);
  };
  await down();
  await staleSocket(socket);
  await down();
});

test('without socat, it is named as missing', async (t) => {
  const socket = path.join(temporaryFolder(t), 'chain.sock');
  const error = (await readToEnd(withPath(path.dirname(socket), () => socatTransport(socket))))
    .error as BridgeError;
  t.is(error.code, 'service-missing');
  t.is(error.cure, 'apt-get install socat');
});
