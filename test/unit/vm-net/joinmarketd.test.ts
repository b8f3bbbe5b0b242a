import anyTest, { type ExecutionContext, type TestFn } from 'ava';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle, projectVersion } from '../../../scripts/build/bundle.ts';
import { freePort } from '../../../scripts/regtest/free-port.ts';
import { ProcessGroup, type Running } from '../../../scripts/regtest/processes.ts';
import { connectChain } from '../../../shared/bridge/chain-client.ts';
import { BRIDGE_VERSION } from '../../../shared/bridge/hello.ts';
import { connectMessages } from '../../../shared/bridge/messages-client.ts';
import type { MessagesEvent } from '../../../shared/bridge/messages.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { createNickKey } from '../../../shared/jm/nick-key.ts';
import { ONION_HOSTID, signedLine } from '../../../shared/jm/signed-line.ts';

interface Context {
  readonly directory: string;
  readonly processes: ProcessGroup;
}

const test = anyTest as TestFn<Context>;
const work = mkdtempSync(path.join(tmpdir(), 'jm-daemon-'));
const daemon: string[] = [];
const hello = { protocol: BRIDGE_VERSION, network: 'regtest', software: 'test' } as const;

test.before(async () => {
  daemon.push((await bundle({ name: 'joinmarketd', entry: 'vm-net/main.ts' }, work)).file);
});

test.after.always(() => rm(work, { recursive: true }));

test.beforeEach(async (t) => {
  t.context = { directory: await mkdtemp(path.join(tmpdir(), 'jm-daemon-')), processes: new ProcessGroup() };
});

test.afterEach.always(async (t) => {
  await t.context.processes.stopAll();
  await rm(t.context.directory, { recursive: true });
});

async function config(t: ExecutionContext<Context>, directories: string, more = ''): Promise<string> {
  const file = path.join(t.context.directory, 'joinmarket.cfg');
  const rpcPort = await freePort();
  await writeFile(
    file,
    `[BLOCKCHAIN]\nblockchain_source = regtest\nrpc_host = 127.0.0.1\nrpc_port = ${rpcPort}\n${more}` +
      `[MESSAGING:onion]\ntype = onion\nregtest_count = 1,1\nonion_serving_port = 0\ndirectory_nodes = ${directories}\n`,
  );
  return file;
}

async function startDirectory(t: ExecutionContext<Context>): Promise<{ running: Running; address: string }> {
  const running = t.context.processes.start([
    ...daemon,
    'directory',
    '--listen',
    '127.0.0.1:0',
    '--network',
    'testnet',
    '--json',
  ]);
  const line = await running.waitForLine((text) => text.includes('ready'), 'it listened');
  const ready = JSON.parse(line) as { ready: boolean; host: string; port: number };
  t.true(ready.ready);
  return { running, address: `${ready.host}:${ready.port}` };
}

async function serve(t: ExecutionContext<Context>, file: string): Promise<Running> {
  const running = t.context.processes.start([
    ...daemon,
    'serve',
    '--config',
    file,
    '--run-dir',
    path.join(t.context.directory, 'run'),
  ]);
  await running.waitForLine((text) => text === 'ready', 'it listened');
  return running;
}

test('serves several wallets at once, and goes without a trace', async (t) => {
  const node = await startDirectory(t);
  const running = await serve(t, await config(t, node.address));
  const socket = path.join(t.context.directory, 'run/messages.sock');
  const chainSocket = path.join(t.context.directory, 'run/chain.sock');
  t.deepEqual(
    [path.dirname(socket), socket, chainSocket].map((file) => statSync(file).mode & 0o777),
    [0o700, 0o600, 0o600],
  );

  const [ann, bob] = [createNickKey(systemRandom), createNickKey(systemRandom)];
  const annCall = await connectMessages(connect(socket), hello);
  const bobCall = await connectMessages(connect(socket), hello);
  const opened = await annCall.open({ nick: ann.nick, network: 'regtest', serving: true });
  t.like(opened[0], { channel: 'onion', state: 'up', detail: '1 of 1 directories up' });
  await bobCall.open({ nick: bob.nick, network: 'regtest', serving: false });
  await bobCall.publish('!orderbook');
  t.like(await next(annCall.events(), 'public'), { from: bob.nick, line: '!orderbook' });
  const line = signedLine('sw0reloffer', '0 27300 5000000 0 0.0001', ann, ONION_HOSTID);
  await annCall.send('onion', bob.nick, line);
  t.like(await next(bobCall.events(), 'private'), { from: ann.nick, line });
  await t.throwsAsync(annCall.send('irc', bob.nick, line), { code: 'channel-none' });

  // A wallet that hangs up leaves the market.
  await annCall.close();
  t.like(await next(bobCall.events(), 'left'), { nick: ann.nick });

  const chain = await connectChain(connect(chainSocket), hello);
  const error = await t.throwsAsync(chain.status(), { code: 'node-unreachable' });
  t.regex(String(Reflect.get(error, 'cure')), /rpc_host and rpc_port/u);

  running.signal('SIGTERM');
  t.is(await running.exited, 0);
  t.false(existsSync(socket) || existsSync(chainSocket));
  node.running.signal('SIGINT');
  t.is(await node.running.exited, 0);
});

test('refuses to take the sockets of another that runs, and replaces stale ones', async (t) => {
  const file = await config(t, '127.0.0.1:1');
  const runDir = path.join(t.context.directory, 'run');
  const first = await serve(t, file);
  const second = await t.context.processes.run([...daemon, 'serve', '--config', file, '--run-dir', runDir]);
  t.is(second.code, 1);
  t.regex(second.stderr, /already serves .*messages\.sock/u);
  t.regex(second.stderr, /--run-dir/u);
  first.signal('SIGKILL');
  await first.exited;
  t.true(existsSync(path.join(runDir, 'messages.sock')));
  const third = await serve(t, file);
  await third.stop();
});

test('doctor says what is wrong, with cures, and fails', async (t) => {
  const node = await startDirectory(t);
  const file = await config(t, `${node.address}, 192.0.2.1:5222`);
  const result = await t.context.processes.run([...daemon, 'doctor', '--config', file, '--json']);
  t.is(result.code, 1);
  const [bitcoind, channels] = JSON.parse(result.stdout) as { ok: boolean; says: string; cure: string }[];
  t.like(bitcoind, { subject: 'bitcoind', ok: false });
  t.regex(bitcoind?.says ?? '', /does not answer at 127\.0\.0\.1:[0-9]+ \(ECONNREFUSED\)/u);
  t.like(channels, { subject: 'channels', ok: false });
  t.regex(channels?.says ?? '', /"192\.0\.2\.1:5222" is not on this machine/u);

  const good = await t.context.processes.run([
    ...daemon,
    'doctor',
    '--config',
    await config(t, node.address),
  ]);
  t.regex(good.stdout, /^FAIL {2}bitcoind: .*\n {6}cure: .*Start bitcoind/mu);
  t.regex(good.stdout, /^ok {4}channel onion: 1 of 1 directories up$/mu);
});

for (const [what, blockchain, directories, cause] of [
  [
    'a clearnet directory',
    'network = signet',
    'directory.example:5222',
    /"directory\.example:5222" is not an onion/u,
  ],
  [
    'a loopback directory',
    'network = signet',
    '127.0.0.1:5222',
    /"127\.0\.0\.1:5222" is not an onion address/u,
  ],
] as const) {
  test(`${what} outside regtest is refused, whatever regtest_count says`, async (t) => {
    const file = path.join(t.context.directory, 'joinmarket.cfg');
    await writeFile(
      file,
      `[BLOCKCHAIN]\nblockchain_source = bitcoin-rpc\n${blockchain}\nrpc_port = 1\n` +
        `[MESSAGING:onion]\ntype = onion\nregtest_count = 1,1\ndirectory_nodes = ${directories}\n`,
    );
    const result = await t.context.processes.run([...daemon, 'doctor', '--config', file]);
    t.is(result.code, 1);
    t.regex(result.stdout, cause);
  });
}

for (const listen of ['0.0.0.0:5222', 'example.org:5222', '127.0.0.1', '127.0.0.1:x', '127.0.0.1:99999']) {
  test(`a directory does not listen on ${listen}`, async (t) => {
    const result = await t.context.processes.run([...daemon, 'directory', '--listen', listen]);
    t.not(result.code, 0);
    t.regex(result.stderr, /127\.0\.0\.1:PORT/u);
  });
}

test('prints its version, and that it has none where it was not built', async (t) => {
  const built = await t.context.processes.run([...daemon, '--version']);
  t.deepEqual([built.code, built.stdout], [0, projectVersion()]);
  const source = path.resolve(import.meta.dirname, '../../../vm-net/main.ts');
  const result = await t.context.processes.run(['node', '--import=tsx', source, '--version']);
  t.deepEqual([result.code, result.stdout], [0, 'development']);
});

async function next(
  events: AsyncIterable<MessagesEvent>,
  kind: MessagesEvent['event'],
): Promise<MessagesEvent> {
  for await (const event of events) {
    if (event.event === kind) return event;
  }
  throw new Error(`No ${kind} came`);
}
