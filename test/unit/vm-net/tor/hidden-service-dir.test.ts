import test from 'ava';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepHiddenService, readHiddenService } from '../../../../vm-net/tor/hidden-service-dir.ts';
import { onionAddressOf } from '../../../../vm-net/tor/onion-address.ts';
import { temporaryFolder } from '../../../fixtures/wallet-file.ts';

const FILES = ['hostname', 'hs_ed25519_public_key', 'hs_ed25519_secret_key'];
const PUBLIC_KEY = new Uint8Array(32).fill(7);
const SERVICE = {
  key: `ED25519-V3:${Buffer.alloc(64, 9).toString('base64')}`,
  address: onionAddressOf(PUBLIC_KEY),
};

test('a service is kept as Tor keeps one, for its owner alone, and read again', (t) => {
  const directory = path.join(temporaryFolder(t), 'hidden');
  t.is(readHiddenService(directory), null);
  keepHiddenService(directory, SERVICE);
  t.deepEqual(readHiddenService(directory), SERVICE);
  t.deepEqual(readdirSync(directory).toSorted(), FILES);
  for (const name of FILES) t.is(statSync(path.join(directory, name)).mode & 0o777, 0o600, name);
  t.is(readFileSync(path.join(directory, 'hostname'), 'utf8'), `${SERVICE.address}.onion\n`);
  const header = Buffer.from('== ed25519v1-public: type0 ==\0\0\0');
  t.deepEqual(
    readFileSync(path.join(directory, 'hs_ed25519_public_key')),
    Buffer.concat([header, PUBLIC_KEY]),
  );
});

for (const [what, service] of [
  ['an address of another key', { ...SERVICE, address: SERVICE.address.replace(/^./u, 'x') }],
  ['a key that is too short', { ...SERVICE, key: `ED25519-V3:${Buffer.alloc(63).toString('base64')}` }],
  ['a key that is too long', { ...SERVICE, key: `ED25519-V3:${Buffer.alloc(65).toString('base64')}` }],
  ['a key of another kind', { ...SERVICE, key: SERVICE.key.replace('V3', 'V4') }],
] as const) {
  test(`nothing is kept of ${what}`, (t) => {
    const directory = path.join(temporaryFolder(t), 'hidden');
    readHiddenService(directory);
    t.throws(
      () => {
        keepHiddenService(directory, service);
      },
      { code: 'tor-key' },
    );
    t.deepEqual(readdirSync(directory), []);
  });
}

test('a folder that others can enter, and files that are not Tor’s, are refused', (t) => {
  const directory = path.join(temporaryFolder(t), 'hidden');
  readHiddenService(directory);
  keepHiddenService(directory, SERVICE);
  chmodSync(directory, 0o750);
  t.throws(() => readHiddenService(directory), { code: 'tor-key', message: /read by others/u });
  chmodSync(directory, 0o700);
  writeFileSync(path.join(directory, 'hs_ed25519_public_key'), PUBLIC_KEY);
  t.throws(() => readHiddenService(directory), { code: 'tor-key', message: /is not a key file/u });
});
