import test from 'ava';
import { defaultDirectories } from '../../../../../shared/config/directories.ts';
import { checkLocation, isLoopback, isOnionAddress } from '../../../../../vm-net/channels/onion/location.ts';

const ONION = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion';

test('knows v3 onion addresses by their checksum', (t) => {
  t.true(isOnionAddress(ONION));
  for (const address of [
    ONION.replace('2gzy', '2gza'),
    ONION.toUpperCase(),
    ONION.replace('.onion', ''),
    ONION.replace('wid.', 'wie.'),
    `x${ONION}`,
    'expyuzz4wqqyqhjn.onion',
    '',
  ]) {
    t.false(isOnionAddress(address), address);
  }
});

for (const network of ['mainnet', 'signet'] as const) {
  test(`every default directory of ${network} may be dialled`, (t) => {
    t.true(defaultDirectories(network).length > 5);
    for (const directory of defaultDirectories(network)) t.notThrows(() => checkLocation(directory, false));
  });
}

test('regtest stays on this machine, and nothing else may do without Tor', (t) => {
  t.deepEqual(checkLocation('127.0.0.1:5222', true), { host: '127.0.0.1', port: 5222 });
  t.deepEqual(checkLocation(`${ONION}:5222`, false), { host: ONION, port: 5222 });
  for (const [entry, loopback] of [
    ['192.0.2.1:5222', true],
    ['directory.example:5222', true],
    [`${ONION}:5222`, true],
    ['127.0.0.1:5222', false],
    ['localhost:5222', false],
    ['directory.example:5222', false],
    [ONION, false],
    ['127.0.0.1:0', true],
    ['127.0.0.1:65536', true],
  ] as const) {
    const error = t.throws(() => checkLocation(entry, loopback), { code: 'channel-bad-directory' }, entry);
    t.true(error.message.includes(`"${entry}"`));
    t.regex(String(Reflect.get(error, 'cure')), /directory_nodes|onion-address/u);
  }
});

test('names that only look local are not', (t) => {
  t.true(isLoopback('127.0.0.1') && isLoopback('localhost') && isLoopback('127.1.2.3'));
  for (const host of ['127.0.0.1.example', 'localhost.example', '127.0.0', '0.0.0.0', '1127.0.0.1']) {
    t.false(isLoopback(host), host);
  }
});
