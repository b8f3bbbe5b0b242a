import test from 'ava';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';

const ID = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion:5222';

function read(...lines: readonly string[]) {
  return parseConfig(['[DIRECTORY]', ...lines, ''].join('\n'));
}

test('a file without the section has the defaults, and no warning', (t) => {
  const { directory, warnings } = parseConfig('');
  t.deepEqual(directory, {
    motd: 'jm-split directory node',
    maxPeers: 10_000,
    ownTor: false,
    ownTorConfig: null,
    metricsPort: 9252,
    messagesPerSecond: 500,
    messagesBurst: 1000,
    publicMessagesPerMinute: 60,
    publicBytesPerSecond: 4096,
    publicBytesBurst: 65_536,
    orderbooksPerMinute: 3,
    peerlistsPerMinute: 3,
    joinsPerMinute: 1200,
    joinsPerMinutePerOnion: 10,
    nickAuth: 'prefer_verified',
    nickAuthDirectoryId: null,
  });
  t.deepEqual(warnings, []);
  t.deepEqual(read().directory, directory);
});

test('every key is read', (t) => {
  const { directory, warnings } = read(
    'motd = hello = world',
    'max_peers = 1',
    'own_tor = yes',
    'own_tor_config = /etc/jm-net/torrc.d/more',
    'metrics_port = 0',
    'messages_per_second = 2',
    'messages_burst = 3',
    'public_messages_per_minute = 4',
    'public_bytes_per_second = 5',
    'public_bytes_burst = 40000',
    'orderbooks_per_minute = 6',
    'peerlists_per_minute = 7',
    'joins_per_minute = 8',
    'joins_per_minute_per_onion = 9',
    'nick_auth = require_verified',
    `nick_auth_directory_id = ${ID.toUpperCase()}`,
  );
  t.deepEqual(directory, {
    motd: 'hello = world',
    maxPeers: 1,
    ownTor: true,
    ownTorConfig: '/etc/jm-net/torrc.d/more',
    metricsPort: 0,
    messagesPerSecond: 2,
    messagesBurst: 3,
    publicMessagesPerMinute: 4,
    publicBytesPerSecond: 5,
    publicBytesBurst: 40_000,
    orderbooksPerMinute: 6,
    peerlistsPerMinute: 7,
    joinsPerMinute: 8,
    joinsPerMinutePerOnion: 9,
    nickAuth: 'require_verified',
    nickAuthDirectoryId: ID,
  });
  t.deepEqual(warnings, []);
});

test('an empty path or id is none', (t) => {
  const { directory } = read('own_tor_config =', 'nick_auth_directory_id =');
  t.is(directory.ownTorConfig, null);
  t.is(directory.nickAuthDirectoryId, null);
});

const WITHIN: readonly string[] = [
  'max_peers = 100000',
  'metrics_port = 65535',
  'nick_auth = disabled',
  'nick_auth = prefer_verified',
  `motd = ${'x'.repeat(4000)}`,
];

for (const line of WITHIN) {
  test(`${line.slice(0, 40)} is taken`, (t) => {
    t.deepEqual(read(line).warnings, []);
  });
}

const BEYOND: readonly string[] = [
  'max_peers = 0',
  'max_peers = 100001',
  'metrics_port = 65536',
  'metrics_port = -1',
  'messages_per_second = 0',
  'messages_burst = 0',
  'public_messages_per_minute = 0',
  'public_bytes_per_second = 0',
  'public_bytes_burst = 39999',
  'orderbooks_per_minute = 0',
  'orderbooks_per_minute = 1.5',
  'peerlists_per_minute = 0',
  'joins_per_minute = 0',
  'joins_per_minute_per_onion = 0',
  'own_tor = perhaps',
  'nick_auth = verified',
  'nick_auth_directory_id = example.onion',
  'nick_auth_directory_id = a|b:5222',
  `motd = ${'x'.repeat(4001)}`,
];

for (const line of BEYOND) {
  const [key = ''] = line.split(' ');
  test(`${line.slice(0, 40)} is refused with the file, the key and what would fit`, (t) => {
    const error = t.throws(() => read(line), { code: 'config-bad-value' });
    t.true(error.message.startsWith(`joinmarket.cfg, [DIRECTORY] ${key}: `));
  });
}

test('an unknown key is warned about', (t) => {
  t.deepEqual(read('max_peer = 5').warnings, [
    'joinmarket.cfg, [DIRECTORY] max_peer: this key is not known and has no effect',
  ]);
});
