import test from 'ava';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAll } from '../../scripts/build/bundle.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SOCKETS = /^import (?!type )[^;]*? from 'node:(net|tls|https?|http2|dgram|dns)(?:\/promises)?';/gmu;

/** Every file of ours that may open a socket or listen on one. A new line here is a decision, not an accident. */
const MAY_IMPORT_SOCKETS: Readonly<Record<string, readonly string[]>> = {
  'shared/bridge/transport/unix.ts': ['net'],
  'vm-net/bitcoind/rpc.ts': ['http'],
  'vm-net/channels/dial.ts': ['net'],
  'vm-net/channels/irc/secure-socket.ts': ['net', 'tls'],
  'vm-net/channels/onion/direct-peers.ts': ['net'],
  'vm-net/directory/directory-node.ts': ['net'],
  'vm-net/directory/metrics-server.ts': ['http'],
  'vm-net/directory/status.ts': ['http'],
  'vm-net/doctor/tor.ts': ['net'],
  'vm-net/one-daemon.ts': ['net'],
  'vm-net/tor/control-connection.ts': ['net'],
};

/** Modules of Node's that a bundle asks for by name. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'jm-wallet': [
    ...[
      'buffer',
      'child_process',
      'crypto',
      'events',
      'fs',
      'os',
      'path',
      'process',
      'readline/promises',
      'stream',
    ],
    ...['stream/promises', 'string_decoder', 'timers/promises', 'tty', 'url', 'util', 'v8', 'vm', 'zlib'],
  ],
  joinmarketd: [
    ...[
      'buffer',
      'child_process',
      'crypto',
      'events',
      'fs',
      'fs/promises',
      'http',
      'net',
      'os',
      'path',
      'perf_hooks',
      'process',
    ],
    ...[
      'readline',
      'stream',
      'stream/promises',
      'string_decoder',
      'timers/promises',
      'tls',
      'tty',
      'url',
      'util',
      'v8',
    ],
  ],
};
/** Text that the schemas' compiler leaves in; nothing requires it at run time. */
const TEXT_ONLY = 'ajv/dist/runtime/ucs2length';

/** Calls that reach the network, load code, or make code out of text, and how often each bundle has them. */
const CALLS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'jm-wallet': {},
  // lodash asks for the global object by a constant text, where nothing else names it.
  // The socks library's definition, a comment and a use of its own, and our one call.
  joinmarketd: { 'Function("': 1, 'createConnection(': 4 },
};
const WATCHED = [
  ...[
    'fetch(',
    'WebSocket',
    'XMLHttpRequest',
    'EventSource',
    'sendBeacon',
    'createSocket(',
    'createConnection(',
  ],
  ...[
    'eval(',
    'Function("',
    'new Function(',
    'process.binding',
    'dlopen',
    '.node")',
    'import(',
    'runInThisContext',
  ],
];

test('these files may import sockets, and no others', async (t) => {
  const found: Record<string, readonly string[]> = {};
  for (const folder of ['shared', 'vm-net', 'vm-wallet']) {
    for (const file of await readdir(path.join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const name = `${folder}/${file}`;
      const text = await readFile(path.join(root, name), 'utf8');
      const modules = [...text.matchAll(SOCKETS)].map(([, module = '']) => module);
      if (modules.length > 0) found[name] = modules;
    }
  }
  t.deepEqual(found, MAY_IMPORT_SOCKETS);
});

test('the built files ask for these modules, and call none of what reaches further', async (t) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-calls-'));
  try {
    for (const { name, file } of await bundleAll(directory)) {
      const text = await readFile(file, 'utf8');
      const required = [...text.matchAll(/\brequire\("(?:node:)?([^"]*)"\)/gu)].map(
        ([, module = '']) => module,
      );
      t.deepEqual(
        [...new Set(required)].filter((module) => module !== TEXT_ONLY).sort(),
        REQUIRED[name],
        name,
      );
      t.is(text.match(/\brequire\((?!")/gu), null, `${name} requires what is not a constant`);
      const calls = WATCHED.map((call) => [call, text.split(call).length - 1] as const).filter(
        ([, count]) => count > 0,
      );
      t.deepEqual(Object.fromEntries(calls), CALLS[name], name);
    }
  } finally {
    await rm(directory, { recursive: true });
  }
});
