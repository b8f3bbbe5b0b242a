import test from 'ava';
import fc from 'fast-check';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { isOnionAddress } from '../../../../vm-net/channels/onion/location.ts';
import { onionAddressOf, publicKeyIn } from '../../../../vm-net/tor/onion-address.ts';

const publicKey = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a key has the address that Tor gives it', (t) => {
  // The onion service of torproject.org.
  const address = '2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid';
  const key = 'd1b38b83a83b3ed918c5bb69dd444ad56bc8d5835a914de73447474e5f02591b';
  t.is(onionAddressOf(fromHex(key)), address);
  t.is(toHex(publicKeyIn(address)), key);
});

test('every key has an address, and is found in it again', (t) => {
  fc.assert(
    fc.property(publicKey, (key) => {
      const address = onionAddressOf(key);
      t.true(isOnionAddress(`${address}.onion`));
      t.deepEqual(publicKeyIn(address), key);
    }),
  );
});

test('an address with one other character is none, unless it is of a key that has the same checksum', (t) => {
  const other = fc.stringMatching(/^[a-z2-7]$/u);
  fc.assert(
    fc.property(publicKey, fc.nat(55), other, (key, index, character) => {
      const address = onionAddressOf(key);
      const changed = address.slice(0, index) + character + address.slice(index + 1);
      // The checksum has two bytes, so that it holds for one other key in 65,536.
      fc.pre(changed === address || onionAddressOf(publicKeyIn(changed)) !== changed);
      t.is(isOnionAddress(`${changed}.onion`), changed === address);
    }),
  );
});
