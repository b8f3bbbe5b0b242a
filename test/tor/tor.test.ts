import test from 'ava';
import { execa } from 'execa';
import { once } from 'node:events';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { TorClient } from '../../scripts/regtest/tor-network.ts';
import { isJmError } from '../../shared/errors.ts';
import { parseLocation } from '../../shared/jm/onion/handshake.ts';
import { isOnionAddress } from '../../vm-net/channels/onion/location.ts';
import { publishDirectory, type HiddenServiceOptions } from '../../vm-net/directory/hidden-service.ts';
import { authenticate } from '../../vm-net/tor/authenticate.ts';
import { ControlConnection } from '../../vm-net/tor/control-connection.ts';
import { StreamIsolation } from '../../vm-net/tor/isolation.ts';
import { OnionService } from '../../vm-net/tor/onion-service.ts';
import { dialThroughTor } from '../../vm-net/tor/socks-dial.ts';
import { whereTorIs } from '../fixtures/tor.ts';

const { check, tor } = whereTorIs(test);
const jitter = (): number => 0.5;

/** A listener that greets, and how many came. */
async function greeter(text: string): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((socket) => socket.end(text));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

function controlOf(client: TorClient, password: string | null = null) {
  return { host: '127.0.0.1', port: client.controlPort, password };
}

/** Dials as clients must: a fresh onion, or one whose Tor was restarted, is not always found at once. */
async function dial(client: TorClient, location: string, isolation = new StreamIsolation()): Promise<Socket> {
  const target = parseLocation(location);
  if (target === null) throw new Error(location);
  const open = dialThroughTor({ host: '127.0.0.1', port: client.socksPort }, isolation, 'jm-peer');
  const patience = AbortSignal.timeout(200_000);
  for (;;) {
    try {
      return await open(target, AbortSignal.any([patience, AbortSignal.timeout(15_000)]));
    } catch (error) {
      if (patience.aborted || !isJmError(error) || error.code !== 'peer-unreachable') throw error;
    }
  }
}

async function read(socket: Socket): Promise<string> {
  socket.setEncoding('utf8');
  let text = '';
  socket.on('data', (piece: string) => {
    text += piece;
  });
  await once(socket, 'close');
  return text;
}

check(
  'an onion service is reached through Tor, keeps its address through a restart of Tor, and is removed',
  async (t) => {
    const [serving, calling] = await Promise.all([
      tor().network.addClient('serving'),
      tor().network.addClient('calling'),
    ]);
    const { server, port } = await greeter('hello');
    const stopping = new AbortController();
    t.teardown(() => {
      stopping.abort();
      server.close();
    });
    let back: () => void = () => undefined;
    const troubles: (string | null)[] = [];
    const service = await OnionService.start(
      {
        control: controlOf(serving),
        target: { host: '127.0.0.1', port },
        key: null,
        jitter,
        onChange: (trouble) => {
          troubles.push(trouble);
          if (trouble === null) back();
        },
      },
      stopping.signal,
    );
    const { location } = service;
    t.true(isOnionAddress(parseLocation(location)?.host ?? ''));
    t.is(await read(await dial(calling, location)), 'hello');

    const isBack = new Promise<void>((resolve) => {
      back = resolve;
    });
    await serving.restart();
    await isBack;
    t.is(service.location, location);
    t.regex(troubles[0] ?? '', /control port is lost/u);
    t.is(await read(await dial(calling, location)), 'hello');

    stopping.abort();
    await service.stop();
    const control = await ControlConnection.open(controlOf(serving));
    await authenticate(control, null);
    t.deepEqual((await control.command('GETINFO onions/current')).lines, ['onions/current=', 'OK']);
    control.close();
  },
);

check('a service waits for a Tor that is not up yet, and gives up when it is told to', async (t) => {
  const client = await tor().network.addClient('late');
  await client.running.stop();
  const { server, port } = await greeter('late');
  const options = {
    control: controlOf(client),
    target: { host: '127.0.0.1', port },
    key: null,
    jitter,
    onChange: () => undefined,
  };
  const error = await t.throwsAsync(
    OnionService.start({ ...options, patienceMs: 0 }, new AbortController().signal),
  );
  t.like(error, { code: 'tor-unreachable' });

  const stopping = new AbortController();
  const waiting = OnionService.start(options, stopping.signal);
  await client.restart();
  const service = await waiting;
  t.regex(service.location, /^[a-z2-7]{56}\.onion:5222$/u);
  stopping.abort();
  await service.stop();
  server.close();
});

check('every way of authentication that Tor has lets us in, and the wrong secret does not', async (t) => {
  const { stdout } = await execa('tor', ['--quiet', '--hash-password', 'quo"te\\d']);
  const socket = path.join(tor().directory, 'control.sock');
  const ways = {
    cookie: { torrc: ['CookieAuthentication 1'], password: null },
    password: { torrc: [`HashedControlPassword ${stdout.trim()}`], password: 'quo"te\\d' },
    nothing: { torrc: ['CookieAuthentication 0'], password: null },
    socket: { torrc: [`ControlPort unix:${socket}`, 'CookieAuthentication 1'], password: null },
  } as const;
  for (const [name, { torrc, password }] of Object.entries(ways)) {
    const client = await tor().network.addClient(`by-${name}`, torrc);
    const address = name === 'socket' ? { host: `unix:${socket}`, port: 0 } : controlOf(client);
    const control = await ControlConnection.open(address);
    await authenticate(control, password);
    t.is((await control.command('GETINFO version')).lines.at(-1), 'OK', name);
    control.close();
    if (name === 'password') {
      for (const [wrong, message] of [
        ['wrong', /does not let us in/u],
        [null, /wants to be shown one of: HASHEDPASSWORD/u],
      ] as const) {
        const refused = await ControlConnection.open(address);
        const error = await t.throwsAsync(authenticate(refused, wrong), { message });
        t.like(error, { code: 'tor-authentication' });
        refused.close();
      }
    }
    await client.running.stop();
  }
});

check('two places never share a circuit, and neither do two runs', async (t) => {
  const [serving, calling] = await Promise.all([
    tor().network.addClient('isolation-serving'),
    tor().network.addClient('isolation-calling'),
  ]);
  const holding = createServer(() => undefined);
  holding.listen(0, '127.0.0.1');
  await once(holding, 'listening');
  const address = holding.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stopping = new AbortController();
  const target = { host: '127.0.0.1', port: address.port };
  const options = { control: controlOf(serving), target, key: null, jitter, onChange: () => undefined };
  const services = [
    await OnionService.start(options, stopping.signal),
    await OnionService.start(options, stopping.signal),
  ];
  const [first = '', second = ''] = services.map(({ location }) => location);
  const isolation = new StreamIsolation();
  const sockets = [
    await dial(calling, first, isolation),
    await dial(calling, first, isolation),
    await dial(calling, second, isolation),
    await dial(calling, first, new StreamIsolation()),
  ];
  const control = await ControlConnection.open(controlOf(calling));
  await authenticate(control, null);
  const { lines } = await control.command('GETINFO stream-status');
  const streams = lines.flatMap((line) => line.split('\n')).filter((line) => line.includes(' SUCCEEDED '));
  const circuitsTo = (location: string): Set<string> =>
    new Set(
      streams
        .filter((line) => line.includes(location.slice(0, 56)))
        .map((line) => line.replace(/^stream-status=/u, '').split(' ')[2] ?? ''),
    );
  t.is(streams.length, 4);
  t.is(circuitsTo(first).size, 2, 'one for each run');
  t.is(circuitsTo(second).size, 1);
  t.is(new Set([...circuitsTo(first), ...circuitsTo(second)]).size, 3);
  for (const socket of sockets) socket.destroy();
  control.close();
  stopping.abort();
  await Promise.all(services.map((service) => service.stop()));
  holding.close();
});

check('what Tor cannot reach, and a Tor that is not there, are different errors', async (t) => {
  const client = await tor().network.addClient('errors');
  const open = dialThroughTor(
    { host: '127.0.0.1', port: client.socksPort },
    new StreamIsolation(),
    'jm-directory',
  );
  const nobody = { host: `${'a'.repeat(55)}d.onion`, port: 5222 };
  const { signal } = new AbortController();
  t.like(await t.throwsAsync(open(nobody, signal)), { code: 'peer-unreachable' });
  await client.running.stop();
  t.like(await t.throwsAsync(open(nobody, signal)), { code: 'channel-no-tor' });
});

/** A file with those lines of a client's torrc that lead into the private network. */
async function networkOf(client: TorClient, name: string): Promise<string> {
  const torrc = await readFile(path.join(client.directory, 'torrc'), 'utf8');
  const lines = torrc
    .split('\n')
    .filter((line) => /^(?:TestingTor|DirAuthority|Outbound|Paths|GeoIP)/u.test(line));
  const file = path.join(tor().directory, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

check('a directory keeps its address: with the Tor that runs, and with one of its own', async (t) => {
  const client = await tor().network.addClient('directory');
  const { server, port } = await greeter('directory');
  const directory = path.join(tor().directory, 'hidden');
  const options: HiddenServiceOptions = {
    directory,
    target: { host: '127.0.0.1', port },
    ownTor: null,
    control: controlOf(client),
    jitter,
    log: () => undefined,
  };
  const publishAndStop = async (more: Partial<HiddenServiceOptions> = {}): Promise<string> => {
    const stopping = new AbortController();
    const published = await publishDirectory({ ...options, ...more }, stopping.signal);
    stopping.abort();
    await published.stop();
    return published.location;
  };
  const first = await publishAndStop();
  t.is((await stat(directory)).mode & 0o777, 0o700);
  t.is(`${(await readFile(path.join(directory, 'hostname'), 'utf8')).trim()}:5222`, first);
  t.is(await publishAndStop(), first);

  const moreConfig = await networkOf(client, 'more-torrc');
  const stopping = new AbortController();
  const own = await publishDirectory({ ...options, ownTor: { moreConfig } }, stopping.signal);
  t.is(own.location, first, 'the folder is the one that Tor itself keeps');
  t.is(await read(await dial(client, first)), 'directory');
  await own.stop();

  const fresh = path.join(tor().directory, 'hidden-by-tor');
  await mkdir(fresh, { mode: 0o700 });
  const byTor = await publishAndStop({ directory: fresh, ownTor: { moreConfig } });
  t.not(byTor, first);
  t.is(await publishAndStop({ directory: fresh }), byTor, 'and what Tor made is taken over the control port');

  await chmod(directory, 0o750);
  t.like(await t.throwsAsync(publishAndStop()), { code: 'tor-key' });
  t.like(await t.throwsAsync(publishAndStop({ ownTor: { moreConfig } })), { code: 'tor-key' });
  server.close();
});

check('a directory whose own Tor is gone ends, and says why', async (t) => {
  const client = await tor().network.addClient('own-tor-killed');
  const moreConfig = await networkOf(client, 'own-torrc');
  const config = path.join(tor().directory, 'own-tor.cfg');
  await writeFile(
    config,
    '[BLOCKCHAIN]\nblockchain_source = regtest\n[MESSAGING:onion]\ntype = onion\nonion_serving_port = 0\n' +
      `hidden_service_dir = ${path.join(tor().directory, 'hidden-own')}\n` +
      `[DIRECTORY]\nmetrics_port = 0\nown_tor = true\nown_tor_config = ${moreConfig}\n`,
  );
  const main = path.resolve(import.meta.dirname, '../../vm-net/main.ts');
  const running = tor().processes.start(['node', '--import=tsx', main, 'directory', '--config', config]);
  await running.waitForLine((line) => line.startsWith('ready '), 'it was published');
  const children = await readFile(`/proc/${running.pid}/task/${running.pid}/children`, 'utf8');
  const [pid = 0, ...others] = children.trim().split(' ').map(Number);
  t.deepEqual(others, []);
  t.is((await readFile(`/proc/${pid}/comm`, 'utf8')).trim(), 'tor');
  process.kill(pid, 'SIGKILL');
  t.is(await running.exited, 1);
  t.true(
    running.notes.includes('error: Tor has ended (SIGKILL): nobody can reach this directory node any more'),
  );
  t.regex(running.notes.at(-1) ?? '', /^cure: .*start the directory again/u);
});
